package io.throughline.intake.suggestion;

import java.util.Collection;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import tools.jackson.databind.node.JsonNodeFactory;

/** Writes texts so that YAML reads them back unchanged. */
final class YamlText {

    private static final Pattern PLAIN = Pattern.compile("[\\p{L}][\\p{L}\\p{M}\\p{N} _./()+-]*(?<! )");
    private static final Set<String> WORDS =
            Set.of("true", "false", "null", "True", "False", "Null", "TRUE", "FALSE", "NULL");

    private YamlText() {}

    /** A text, in quotes if it needs them. */
    static String of(String text) {
        return PLAIN.matcher(text).matches() && !WORDS.contains(text)
                ? text
                : JsonNodeFactory.instance.stringNode(text).toString();
    }

    /** A list in brackets, or the only text. */
    static String of(Collection<String> texts) {
        return texts.size() == 1 ? of(texts.iterator().next()) : list(texts);
    }

    /** A list in brackets. */
    static String list(Collection<String> texts) {
        return texts.stream().map(YamlText::of).collect(Collectors.joining(", ", "[", "]"));
    }

    /** A comment on one line. */
    static String comment(String text) {
        return "# " + text.replaceAll("[\\s\\p{C}]+", " ");
    }
}
