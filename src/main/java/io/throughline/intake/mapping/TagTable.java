package io.throughline.intake.mapping;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The tags of a cell that names several lists, and what each stands for. */
final class TagTable {

    /** Stands in a tag for a year from 1900 to 2099. */
    static final String YEAR = "{year}";

    private static final int DIGITS = 4;

    /**
     * What a tag stands for: the rule of a membership, or the reason why it is none.
     *
     * @param rule null when it is no membership
     * @param reason null when it is a membership
     */
    record Meaning(@Nullable MembershipRule rule, @Nullable String reason) {}

    /**
     * A tag of a row.
     *
     * @param year printed in it; null when there is none
     * @param meaning null when it is in no table
     */
    record Tag(String text, @Nullable String year, @Nullable Meaning meaning) {}

    private record Dated(String before, String after, Meaning meaning) {}

    private final String column;
    private final List<String> separators;
    private final Map<String, Meaning> plain = new LinkedHashMap<>();
    private final Map<String, Dated> dated = new LinkedHashMap<>();

    TagTable(String column, List<String> separators) {
        this.column = column;
        this.separators = separators;
    }

    String column() {
        return column;
    }

    /** Gives a tag a meaning; false if it has one already. */
    boolean add(String tag, Meaning meaning) {
        var at = tag.indexOf(YEAR);
        if (at < 0) {
            return plain.putIfAbsent(tag, meaning) == null;
        }
        return dated.putIfAbsent(tag, new Dated(tag.substring(0, at), tag.substring(at + YEAR.length()), meaning))
                == null;
    }

    /** The tags of a row, each once, in order; separators beside each other are as good as one. */
    List<Tag> of(RowCells cells) {
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
        return texts.stream().map(this::read).toList();
    }

    private Tag read(String text) {
        var meaning = plain.get(text);
        if (meaning != null) {
            return new Tag(text, null, meaning);
        }
        for (var form : dated.values()) {
            var year = year(text, form);
            if (year != null) {
                return new Tag(text, year, form.meaning);
            }
        }
        return new Tag(text, null, null);
    }

    private static @Nullable String year(String text, Dated form) {
        if (text.length() != form.before.length() + DIGITS + form.after.length()
                || !text.startsWith(form.before)
                || !text.endsWith(form.after)) {
            return null;
        }
        var year = text.substring(form.before.length(), form.before.length() + DIGITS);
        var isYear = year.chars().allMatch(digit -> digit >= '0' && digit <= '9')
                && (year.startsWith("19") || year.startsWith("20"));
        return isYear ? year : null;
    }
}
