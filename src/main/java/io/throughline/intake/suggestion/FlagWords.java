package io.throughline.intake.suggestion;

import java.util.List;
import java.util.Locale;
import java.util.Set;

/** The words by which lists say yes and no. */
final class FlagWords {

    private static final Set<String> YES = Set.of(
            "yes",
            "y",
            "x",
            "✓",
            "✔",
            "☑",
            "●",
            "•",
            "1",
            "true",
            "t",
            "oui",
            "o",
            "vrai",
            "si",
            "sí",
            "s",
            "verdadero",
            "sim",
            "verdadeiro",
            "ja",
            "j",
            "wahr",
            "vero",
            "waar",
            "tak",
            "prawda",
            "kyllä",
            "ano",
            "áno",
            "igen",
            "da",
            "evet",
            "да",
            "ναι",
            "是",
            "有",
            "○",
            "◯",
            "はい",
            "예",
            "member",
            "signatory");

    private static final Set<String> NO = Set.of(
            "no",
            "n",
            "0",
            "false",
            "f",
            "non",
            "faux",
            "falso",
            "não",
            "nao",
            "nein",
            "falsch",
            "nee",
            "nie",
            "nej",
            "nei",
            "ei",
            "ne",
            "nem",
            "nu",
            "hayır",
            "нет",
            "ні",
            "όχι",
            "否",
            "無",
            "×",
            "いいえ",
            "아니요",
            "not a member");

    private FlagWords() {}

    /** Whether a column says yes or no, and yes at least once. */
    static boolean isFlag(ColumnSample column) {
        return !yes(column).isEmpty()
                && column.values().stream()
                        .map(FlagWords::fold)
                        .allMatch(word -> YES.contains(word) || NO.contains(word));
    }

    /** The words in a column that say yes, in lower case. */
    static List<String> yes(ColumnSample column) {
        return column.values().stream()
                .map(FlagWords::fold)
                .filter(YES::contains)
                .distinct()
                .toList();
    }

    private static String fold(String text) {
        return text.toLowerCase(Locale.ROOT);
    }
}
