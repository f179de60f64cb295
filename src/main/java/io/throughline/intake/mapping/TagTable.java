package io.throughline.intake.mapping;

import com.google.re2j.Pattern;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The tags that may occur in a cell, and what each means. */
final class TagTable {

    /** Placeholder in a tag for a year from 1900 to 2099. */
    static final String YEAR = "{year}";

    private static final int YEAR_DIGITS = 4;

    /**
     * What a tag means: a membership, or a reason why it is not a membership.
     *
     * @param rule null if it is not a membership
     * @param reason null if it is a membership
     */
    record Meaning(@Nullable MembershipRule rule, @Nullable String reason) {}

    /**
     * A tag of a row.
     *
     * @param year printed in the tag; null if there is none
     * @param meaning null if the tag is not defined
     */
    record Tag(String text, @Nullable String year, @Nullable Meaning meaning) {}

    private record YearTag(String before, String after, Meaning meaning) {}

    private record TagPattern(Pattern pattern, Meaning meaning) {}

    private final String column;
    private final List<String> separators;
    private final Map<String, Meaning> plain = new LinkedHashMap<>();
    private final Map<String, YearTag> yearTags = new LinkedHashMap<>();
    private final List<TagPattern> patterns = new ArrayList<>();
    private @Nullable Meaning others;

    TagTable(String column, List<String> separators) {
        this.column = column;
        this.separators = separators;
    }

    String column() {
        return column;
    }

    /** Defines a tag; false if it is already defined. */
    boolean add(String tag, Meaning meaning) {
        var at = tag.indexOf(YEAR);
        if (at < 0) {
            return plain.putIfAbsent(tag, meaning) == null;
        }
        return yearTags.putIfAbsent(tag, new YearTag(tag.substring(0, at), tag.substring(at + YEAR.length()), meaning))
                == null;
    }

    /** Defines all tags that match a pattern in full and are not listed by name; of several patterns, the first counts. */
    void add(Pattern pattern, Meaning meaning) {
        patterns.add(new TagPattern(pattern, meaning));
    }

    /** Defines all tags that nothing else defines; false if they are already defined. */
    boolean addOthers(Meaning meaning) {
        if (others != null) {
            return false;
        }
        others = meaning;
        return true;
    }

    /** The membership rules of all tags; a rule for several tags occurs several times. */
    List<MembershipRule> rules() {
        return Stream.of(
                        plain.values().stream(),
                        yearTags.values().stream().map(YearTag::meaning),
                        patterns.stream().map(TagPattern::meaning))
                .flatMap(Function.identity())
                .flatMap(meaning -> Stream.ofNullable(meaning.rule()))
                .toList();
    }

    /** The distinct tags of a row, in order; a repeated separator counts once. */
    List<Tag> read(RowCells cells) {
        var cell = cells.get(column);
        if (cell == null) {
            return List.of();
        }
        var texts = new LinkedHashSet<String>();
        for (var part : ValueExpression.split(cell, separators)) {
            var text = cells.clean(part);
            if (text != null) {
                texts.add(text);
            }
        }
        return texts.stream().map(this::tag).toList();
    }

    private Tag tag(String text) {
        var meaning = plain.get(text);
        if (meaning != null) {
            return new Tag(text, null, meaning);
        }
        for (var yearTag : yearTags.values()) {
            var year = year(text, yearTag);
            if (year != null) {
                return new Tag(text, year, yearTag.meaning);
            }
        }
        for (var each : patterns) {
            if (each.pattern.matches(text)) {
                return new Tag(text, null, each.meaning);
            }
        }
        return new Tag(text, null, others);
    }

    private static @Nullable String year(String text, YearTag yearTag) {
        if (text.length() != yearTag.before.length() + YEAR_DIGITS + yearTag.after.length()
                || !text.startsWith(yearTag.before)
                || !text.endsWith(yearTag.after)) {
            return null;
        }
        var year = text.substring(yearTag.before.length(), yearTag.before.length() + YEAR_DIGITS);
        var isYear = year.chars().allMatch(digit -> digit >= '0' && digit <= '9')
                && (year.startsWith("19") || year.startsWith("20"));
        return isYear ? year : null;
    }
}
