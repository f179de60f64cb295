package io.throughline.intake.mapping;

import java.text.Normalizer;
import java.time.Month;
import java.time.format.TextStyle;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** The names of the months in English and one other language, in full and short, as Unicode CLDR has them. */
final class MonthNames {

    private static final Pattern MARKS = Pattern.compile("\\p{M}+");
    private static final Pattern BLANKS = Pattern.compile("[\\s\\p{Z}]+");
    private static final List<TextStyle> STYLES =
            List.of(TextStyle.FULL, TextStyle.FULL_STANDALONE, TextStyle.SHORT, TextStyle.SHORT_STANDALONE);

    /** By name as {@link #fold} writes it. */
    private final Map<String, Month> months = new HashMap<>();

    /** @throws IllegalArgumentException if the months of the language are not known */
    MonthNames(Locale language) {
        if (Arrays.stream(Locale.getAvailableLocales())
                .noneMatch(each -> each.getLanguage().equals(language.getLanguage()))) {
            throw new IllegalArgumentException(
                    "no month names are known for the language '%s'; give a language tag such as en, es or pt-BR"
                            .formatted(language.toLanguageTag()));
        }
        var ambiguous = new HashSet<String>();
        for (var month : Month.values()) {
            add("%s".formatted(month), month, ambiguous);
            for (var style : STYLES) {
                add(month.getDisplayName(style, Locale.ENGLISH), month, ambiguous);
                add(month.getDisplayName(style, language), month, ambiguous);
            }
        }
        add("sept", Month.SEPTEMBER, ambiguous);
        // a word that means one month here and another there is never guessed
        months.keySet().removeAll(ambiguous);
    }

    private void add(String name, Month month, Set<String> ambiguous) {
        var folded = fold(name).replaceAll("\\.$", "");
        if (folded.chars().anyMatch(Character::isLetter)) {
            var other = months.putIfAbsent(folded, month);
            if (other != null && other != month) {
                ambiguous.add(folded);
            }
        }
    }

    /** The names, longest first, so that none is read as part of another. */
    List<String> names() {
        return months.keySet().stream()
                .sorted(Comparator.comparingInt(String::length).reversed().thenComparing(Comparator.naturalOrder()))
                .toList();
    }

    /** The number of the month with this name, from 1. */
    int number(String name) {
        var month = months.get(name);
        if (month == null) {
            throw new IllegalArgumentException("'%s' is not the name of a month".formatted(name));
        }
        return month.getValue();
    }

    /** A text in lower case, without accents, with single spaces and none at its ends. */
    static String fold(String text) {
        return foldPart(text).strip();
    }

    /** The same for a part of a text, which keeps the space at either end. */
    static String foldPart(String text) {
        var plain =
                MARKS.matcher(Normalizer.normalize(text, Normalizer.Form.NFD)).replaceAll("");
        return BLANKS.matcher(plain.toLowerCase(Locale.ROOT)).replaceAll(" ");
    }
}
