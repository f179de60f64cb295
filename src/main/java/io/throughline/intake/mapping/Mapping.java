package io.throughline.intake.mapping;

import static java.util.stream.Collectors.toSet;

import io.throughline.intake.mapping.InvalidMappingException.Mistake;
import io.throughline.intake.tabular.FileLimits;
import io.throughline.intake.tabular.ReadOptions;
import io.throughline.intake.tabular.TableRow;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Says what the columns of a kind of file mean. It is read from YAML once and is thread-safe.
 *
 * <p>The language is described in {@code docs/importing.md}.
 */
public final class Mapping {

    /** How the placeholders in a proposed mapping begin, e.g. {@code replace-me-source}. */
    public static final String PLACEHOLDER = "replace-me-";

    private final String fileName;
    private final String text;
    private final MappingParts parts;
    private final List<Mistake> placeholders;

    Mapping(String fileName, String text, MappingParts parts, List<Mistake> placeholders) {
        this.fileName = fileName;
        this.text = text;
        this.parts = parts;
        this.placeholders = List.copyOf(placeholders);
    }

    /**
     * Reads a mapping.
     *
     * @param fileName for messages
     * @throws InvalidMappingException if it has mistakes; names them all
     */
    public static Mapping read(String yaml, String fileName) {
        var mistakes = new ArrayList<Mistake>();
        var root = YamlReader.read(yaml, mistakes);
        if (root != null) {
            MappingSchema.check(root, mistakes);
            var parts = new MappingReader(root, mistakes).read();
            if (mistakes.isEmpty() && parts != null) {
                return new Mapping(fileName, yaml, parts, PlaceholderFinder.in(root));
            }
        }
        throw new InvalidMappingException(fileName, mistakes);
    }

    public String id() {
        return parts.id();
    }

    public String title() {
        return parts.title();
    }

    /** What to know about the list before using it; null if there is nothing to say. */
    public @Nullable String note() {
        return parts.note();
    }

    /** The name of the file it was read from. */
    public String fileName() {
        return fileName;
    }

    /** The YAML it was read from. */
    public String text() {
        return text;
    }

    /** How to open its files. */
    public ReadOptions readOptions(FileLimits limits) {
        var columns = parts.columnReferences().stream()
                .filter(reference -> !reference.isConstant())
                .map(ColumnReference::column)
                .collect(toSet());
        return parts.file().readOptions(columns, limits);
    }

    /** The source that its files belong to. */
    public ListedSource source() {
        return parts.source();
    }

    /** The organizations to add if they are not in the graph. */
    public List<ListedOrganization> organizations() {
        return parts.organizations();
    }

    /** What it says about the lists of members in its files, as a whole. */
    public List<DeclaredList> lists() {
        return parts.lists();
    }

    /** Ids of the organizations that must already be in the graph: those it refers to but does not define. */
    public Set<String> neededOrganizations() {
        return parts.neededOrganizations();
    }

    /** The placeholders left in a proposed mapping, with their places. */
    public List<Mistake> placeholders() {
        return placeholders;
    }

    /**
     * Checks that no placeholders are left.
     *
     * @throws InvalidMappingException if there are placeholders; names them all
     */
    public void requireNoPlaceholders() {
        if (!placeholders.isEmpty()) {
            throw new InvalidMappingException(fileName, placeholders);
        }
    }

    /**
     * Checks that a file has the columns that this mapping names.
     *
     * @param header the column names of the file; empty for JSON Lines, where each line has its own
     * @throws InvalidMappingException if columns are missing; names them all, and the columns of the file
     */
    public void requireColumns(List<String> header) {
        if (header.isEmpty()) {
            return;
        }
        var mistakes = new ArrayList<Mistake>();
        for (var reference : parts.columnReferences()) {
            if (reference.isConstant() && header.contains(reference.column())) {
                mistakes.add(new Mistake(
                        reference.place(),
                        "`%s` is read as a constant, but the file has a column with this name; write {column: %s}, or"
                                        .formatted(reference.column(), reference.column())
                                + " {constant: %s} if the constant is meant".formatted(reference.column())));
            } else if (!reference.isConstant() && !header.contains(reference.column())) {
                mistakes.add(new Mistake(
                        reference.place(),
                        "the file has no column `%s`; its columns are %s%s"
                                .formatted(
                                        reference.column(),
                                        String.join(", ", header.subList(0, Math.min(100, header.size()))),
                                        SpellingSuggestion.of(reference.column(), header))));
            }
        }
        if (!mistakes.isEmpty()) {
            throw new InvalidMappingException(fileName, mistakes);
        }
    }

    /** The column with the position of a member, or the first of two; null if there is none. */
    public @Nullable String positionColumn() {
        return parts.interpreter().member().coordinates().column();
    }

    /** The name in a row as printed; null when it has none. */
    public @Nullable String printedName(TableRow row) {
        return parts.interpreter().printedName(row);
    }

    /** Interprets a row. */
    public InterpretedRow interpret(TableRow row) {
        return parts.interpreter().interpret(row);
    }
}
