package io.throughline.infra.cypher;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.ClassPathResource;

/**
 * One Cypher statement, as written in its file under {@code cypher/queries}. A part that depends on the request is a slot:
 * the text between {@code /*name about*}{@code /} and {@code /**}{@code /} is its default, so that the file can be read and
 * run as it is.
 *
 * @param file path below {@code cypher/queries}, with its extension
 * @param text the statement
 */
public record CypherStatement(String file, String text) {

    /**
     * A part of a statement that can be replaced.
     *
     * @param about what it refers to, such as a variable; null when the name is enough
     * @param usual the default text in the file
     */
    public record Slot(SlotName name, @Nullable String about, String usual) {

        private static final Pattern PATTERN =
                Pattern.compile("/\\*(\\w+)(?: ([\\w. ]+))?\\*/ ?(.*?) ?/\\*\\*/", Pattern.DOTALL);

        private static Slot of(MatchResult match) {
            return new Slot(SlotName.of(match.group(1)), match.group(2), match.group(3));
        }
    }

    /**
     * Reads a statement.
     *
     * @throws UncheckedIOException if the file does not exist; a test makes sure that it does
     */
    public static CypherStatement in(String file) {
        try {
            var resource = new ClassPathResource("cypher/queries/" + file);
            return new CypherStatement(file, resource.getContentAsString(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException("No Cypher statement in " + file, e);
        }
    }

    /** The first slot of this name. */
    public Optional<Slot> slot(SlotName name) {
        return slots().stream().filter(slot -> slot.name() == name).findFirst();
    }

    /** All slots, in the order of the text. */
    public List<Slot> slots() {
        return Slot.PATTERN.matcher(text).results().map(Slot::of).toList();
    }

    /**
     * The statement without the columns that these parameters switch on, which are null in its rows: {@code CASE WHEN $counted
     * THEN … END AS total}. The database would plan what it never runs.
     */
    public CypherStatement without(Collection<String> parameters) {
        if (parameters.isEmpty()) {
            return this;
        }
        var column = Pattern.compile(
                "CASE WHEN \\$(?:%s) THEN .*? END AS (\\w+)".formatted(String.join("|", parameters)), Pattern.DOTALL);
        return new CypherStatement(file, column.matcher(text).replaceAll("null AS $1"));
    }

    /** The statement with its slots replaced; an empty result keeps the default. */
    public CypherStatement with(Function<Slot, Optional<String>> replacement) {
        var filled = Slot.PATTERN.matcher(text).replaceAll(match -> {
            var slot = Slot.of(match);
            return Matcher.quoteReplacement(replacement.apply(slot).orElse(match.group()));
        });
        return new CypherStatement(file, filled);
    }
}
