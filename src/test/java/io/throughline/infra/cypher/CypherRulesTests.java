package io.throughline.infra.cypher;

import static java.util.stream.Collectors.toCollection;
import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/**
 * The rules of {@code cypher/rules}, which many statements need, are written out in each of them, so that a statement can be
 * read and run as it is. These tests tie every occurrence to its rule.
 */
class CypherRulesTests {

    /** Where a rule starts, whatever follows. */
    private static final Pattern ANY_RULE = Pattern.compile(
            "\\.(notBefore|notFrom|surelyFrom|surelyUntil) *[<>]|[<>]=? *\\S+\\.(notBefore|notFrom|surelyFrom|surelyUntil)\\b(?!\\()"
                    + "|IN \\[[^\\]]*'SIGNATORY'|= *'SIGNATORY'");

    /** Derives the bounds that the rules compare. */
    private static final Predicate<Path> DEFINES_BOUNDS = file -> file.endsWith("resolve-memberships.cypher");

    private final Map<String, String> rules = rules();

    @Test
    void everyOccurrenceOfARuleIsTheRule() throws IOException {
        var others = new TreeSet<String>();
        for (var file : texts().entrySet()) {
            var rest = file.getValue();
            for (var rule : rules.values()) {
                rest = occurrences(rule).matcher(rest).replaceAll("…");
            }
            if (ANY_RULE.matcher(rest).find()) {
                others.add(file.getKey());
            }
        }
        assertThat(others)
                .as("compares like a rule of cypher/rules, in other words")
                .isEmpty();
    }

    @Test
    void everyRuleIsUsed() throws IOException {
        var texts = texts().values();
        assertThat(rules)
                .hasSize(4)
                .allSatisfy((name, rule) -> assertThat(texts.stream()
                                .filter(text -> occurrences(rule).matcher(text).find()))
                        .as(name)
                        .hasSizeGreaterThan(1));
    }

    /** The rule with any variable, or a placeholder of the Cypher-DSL, in place of {@code link}. */
    private static Pattern occurrences(String rule) {
        return Pattern.compile("\\Q" + rule.replace("link.", "\\E[$]?\\w+\\Q.") + "\\E");
    }

    private static Map<String, String> rules() {
        try (var files = Files.list(Path.of("cypher/rules"))) {
            return files.collect(toMap(
                    file -> file.getFileName().toString(), CypherRulesTests::onOneLine, (a, b) -> a, TreeMap::new));
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    /** The statements and the Java code, each on one line, by file. */
    private static Map<String, String> texts() throws IOException {
        var all = new TreeMap<String, String>();
        for (var folder : new String[] {"cypher/queries", "src/main/java"}) {
            try (var files = Files.walk(Path.of(folder))) {
                for (var file : files.filter(Files::isRegularFile)
                        .filter(DEFINES_BOUNDS.negate())
                        .collect(toCollection(TreeSet::new))) {
                    all.put(file.toString(), onOneLine(file));
                }
            }
        }
        return all;
    }

    private static String onOneLine(Path file) {
        try {
            return Files.readString(file)
                    .replaceAll("(?m)^ *(//|\\*|/\\*\\*).*$", "")
                    .replaceAll("\\s+", " ")
                    .strip();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
