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
 * What the columns of a kind of file mean. It is read from YAML once and may be used by several threads at once.
 *
 * <p>The language is described in {@code docs/importing.md}.
 */
public final class Mapping {

    /**
     * Where a mapping names a column.
     *
     * @param isConstant whether it is a constant that may be meant as the name of a column
     */
    record Mentioned(YamlNode.Place place, String column, boolean isConstant) {}

    private final String fileName;
    private final String text;
    private final MappingParts parts;

    Mapping(String fileName, String text, MappingParts parts) {
        this.fileName = fileName;
        this.text = text;
        this.parts = parts;
    }

    /**
     * Reads a mapping.
     *
     * @param fileName for messages
     * @throws InvalidMappingException if there is any mistake in it; it names them all
     */
    public static Mapping read(String yaml, String fileName) {
        var mistakes = new ArrayList<Mistake>();
        var root = YamlReader.read(yaml, mistakes);
        if (root != null) {
            MappingSchema.check(root, mistakes);
            var parts = new MappingReader(mistakes).read(root);
            if (mistakes.isEmpty() && parts != null) {
                return new Mapping(fileName, yaml, parts);
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

    /** What there is to know of the list before one uses it. */
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

    /** How its files are to be opened. */
    public ReadOptions reading(FileLimits limits) {
        var columns = parts.mentioned().stream()
                .filter(mentioned -> !mentioned.isConstant())
                .map(Mentioned::column)
                .collect(toSet());
        return parts.file().reading(columns, limits);
    }

    /** The source that its files are. */
    public ListedSource source() {
        return parts.source();
    }

    /** The organizations that are to be added where they are not in the graph. */
    public List<ListedOrganization> organizations() {
        return parts.organizations();
    }

    /** Ids of the organizations that must be in the graph: those it speaks of and does not bring along. */
    public Set<String> neededOrganizations() {
        return parts.neededOrganizations();
    }

    /**
     * Checks that a file has the columns that this mapping names.
     *
     * @param header the names of its columns; empty for JSON Lines, where each line has its own
     * @throws InvalidMappingException if one is missing; it names them all, and the columns that there are
     */
    public void mustFit(List<String> header) {
        if (header.isEmpty()) {
            return;
        }
        var mistakes = new ArrayList<Mistake>();
        for (var mentioned : parts.mentioned()) {
            if (mentioned.isConstant() && header.contains(mentioned.column())) {
                mistakes.add(new Mistake(
                        mentioned.place(),
                        "`%s` is taken as it stands, and the file has a column of this name; write {column: %s}, or"
                                        .formatted(mentioned.column(), mentioned.column())
                                + " {constant: %s} if it is meant so".formatted(mentioned.column())));
            } else if (!mentioned.isConstant() && !header.contains(mentioned.column())) {
                mistakes.add(new Mistake(
                        mentioned.place(),
                        "the file has no column `%s`; it has %s%s"
                                .formatted(
                                        mentioned.column(),
                                        String.join(", ", header.subList(0, Math.min(100, header.size()))),
                                        SpellingSuggestion.of(mentioned.column(), header))));
            }
        }
        if (!mistakes.isEmpty()) {
            throw new InvalidMappingException(fileName, mistakes);
        }
    }

    /** The column that says where a member lies, or the first of two; null when there is none. */
    public @Nullable String positionColumn() {
        return parts.interpreting().member().coordinates().column();
    }

    /** What it makes of a row. */
    public InterpretedRow interpret(TableRow row) {
        return parts.interpreting().interpret(row);
    }
}
