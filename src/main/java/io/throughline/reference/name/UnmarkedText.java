package io.throughline.reference.name;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * A printed name without what lists add to names: footnote marks and list numbers.
 *
 * @param text the name; the whole text if nothing else would be left
 * @param marks what was set aside, as printed, e.g. {@code [note a]}, {@code ¹}, {@code 1.}
 */
public record UnmarkedText(String text, List<String> marks) {

    /** "1. Medellín", "3) Cali", "* Lima", "• Quito". */
    private static final Pattern BEFORE = Pattern.compile("^\\s*(?:\\d{1,3}[.)]\\s+|[•‣–—-]\\s+)(?=[\\p{L}'’])");

    /** "Quito[1]", "Lima*", "Cali¹", "Curitiba (1)", "Montevideo [note a]". Two digits in round brackets can be a code. */
    private static final Pattern ANYWHERE = Pattern.compile(
            "(?:[\\[［](?:\\d{1,3}|\\p{L}|[ivx]{1,4}|(?:foot|end)?note\\s*\\w{0,3}|ref\\.?\\s*\\w{0,3}|[*†‡§#]+)[\\]］]"
                    + "|[(（](?:\\d|[*†‡§#]+|(?:foot|end)?note\\s*\\w{0,3}|see note\\s*\\w{0,3})[)）]"
                    + "|[*†‡§¹²³⁰⁴-⁹₀-₉]+)",
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

    /** "Bogotá.8". A number after a comma can be the code of a state: "Arles, 66". */
    private static final Pattern AFTER = Pattern.compile("(?<=\\p{L})[.]\\s?\\d{1,2}\\s*$");

    /** Sets the marks of a printed name aside. */
    public static UnmarkedText of(String printed) {
        var marks = new ArrayList<String>();
        var text = without(BEFORE, without(AFTER, without(ANYWHERE, printed, marks), marks), marks)
                .strip();
        return marks.isEmpty() || NameKey.of(text).plain().isEmpty()
                ? new UnmarkedText(printed, List.of())
                : new UnmarkedText(text, List.copyOf(marks));
    }

    private static String without(Pattern pattern, String text, List<String> marks) {
        var matcher = pattern.matcher(text);
        if (!matcher.find()) {
            return text;
        }
        var rest = new StringBuilder();
        do {
            marks.add(matcher.group().strip());
            matcher.appendReplacement(rest, " ");
        } while (matcher.find());
        return matcher.appendTail(rest).toString().strip();
    }
}
