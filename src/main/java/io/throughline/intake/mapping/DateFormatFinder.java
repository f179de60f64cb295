package io.throughline.intake.mapping;

import io.throughline.reference.date.PartialDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** Finds out how a mapping has to describe the dates in a column. Several threads can use one finder. */
public final class DateFormatFinder {

    /** The earliest year of two digits that is proposed; a person should check it. */
    private static final int PIVOT = 1950;

    /** The number of texts by which formats are compared. */
    private static final int SAMPLE = 100;

    private static final int MAX_FORMATS = 4;

    /** Where several read the same texts, the likeliest comes first. */
    private static final List<String> FORMATS = List.of(
            "d/M/y",
            "M/d/y",
            "d.M.y",
            "d-M-y",
            "M-d-y",
            "y/M/d",
            "y.M.d",
            "yyyyMMdd",
            "M/y",
            "M.y",
            "M-y",
            "d/M/yy",
            "M/d/yy",
            "d.M.yy",
            "d-M-yy",
            "d MMM y",
            "d. MMM y",
            "d-MMM-y",
            "d/MMM/y",
            "MMM d, y",
            "MMM d y",
            "MMM y",
            "MMM, y",
            "MMM-y",
            "d MMM yy",
            "d-MMM-yy",
            "MMM yy",
            "MMM-yy",
            "y MMM d",
            "y MMM",
            "d 'de' MMM 'de' y",
            "d 'de' MMM y",
            "MMM 'de' y",
            "MMM 'del' y");

    private static final List<String> LANGUAGES = List.of(
            "en", "es", "fr", "de", "pt", "it", "nl", "pl", "sv", "da", "nb", "fi", "cs", "hu", "ro", "tr", "el");

    private final Map<String, List<DateFormatPattern>> byLanguage = new ConcurrentHashMap<>();

    /**
     * How dates are written.
     *
     * @param formats in addition to those that need not be stated
     * @param locale the language of the month names; null if it is English or there are none
     * @param pivot the earliest year that two digits stand for; null if all years have four
     * @param hasSpans whether some cells have two dates
     * @param ambiguous texts that could be two dates
     * @param unreadable texts that are not dates
     */
    public record FoundDates(
            List<String> formats,
            @Nullable String locale,
            @Nullable Integer pivot,
            boolean hasSpans,
            List<String> ambiguous,
            List<String> unreadable) {}

    /** Finds the formats that read most of some texts. */
    public FoundDates find(List<String> texts) {
        var remaining = remaining(texts, List.of());
        var chosen = new ArrayList<DateFormatPattern>();
        var language = "en";
        while (!remaining.isEmpty() && chosen.size() < MAX_FORMATS) {
            var best = 0L;
            var bestLanguage = language;
            DateFormatPattern bestFormat = null;
            for (var candidate : languages(language, remaining)) {
                for (var format : formats(candidate)) {
                    var count = count(format, remaining);
                    if (count > best) {
                        best = count;
                        bestFormat = format;
                        bestLanguage = candidate;
                    }
                }
            }
            if (bestFormat == null) {
                break;
            }
            language = bestLanguage;
            chosen.add(bestFormat);
            var other = mirror(bestFormat, language);
            if (other != null && count(other, remaining) == best) {
                chosen.add(other);
            }
            remaining = remaining(texts, chosen);
        }
        return found(texts, chosen, language);
    }

    /** The languages that month names can be in; once one is found, no other is tried. */
    private static List<String> languages(String found, List<String> texts) {
        var hasWords =
                texts.stream().limit(SAMPLE).anyMatch(text -> text.chars().anyMatch(Character::isLetter));
        return found.equals("en") && hasWords ? LANGUAGES : List.of(found);
    }

    private static FoundDates found(List<String> texts, List<DateFormatPattern> chosen, String language) {
        var notation = new DateNotation(chosen, DateSpan.START);
        var single = new DateNotation(chosen, null);
        var ambiguous = new ArrayList<String>();
        var unreadable = new ArrayList<String>();
        var hasSpans = false;
        for (var text : texts) {
            try {
                notation.read(text);
                hasSpans |= read(single, text) == null;
            } catch (UnreadableDateException e) {
                (e.code().equals("AMBIGUOUS_DATE") ? ambiguous : unreadable).add(text);
            }
        }
        return new FoundDates(
                chosen.stream().map(Object::toString).toList(),
                language.equals("en") ? null : language,
                chosen.stream().anyMatch(DateFormatPattern::needsPivot) ? PIVOT : null,
                hasSpans,
                ambiguous,
                unreadable);
    }

    /** The texts that cannot be read yet; one that could be two dates needs no further format. */
    private static List<String> remaining(List<String> texts, List<DateFormatPattern> formats) {
        var notation = new DateNotation(formats, DateSpan.START);
        return texts.stream()
                .filter(text -> {
                    try {
                        notation.read(text);
                        return false;
                    } catch (UnreadableDateException e) {
                        return !e.code().equals("AMBIGUOUS_DATE");
                    }
                })
                .toList();
    }

    private static long count(DateFormatPattern format, List<String> texts) {
        var notation = new DateNotation(List.of(format), DateSpan.START);
        return texts.stream()
                .limit(SAMPLE)
                .filter(text -> read(notation, text) != null)
                .count();
    }

    private static @Nullable PartialDate read(DateNotation notation, String text) {
        try {
            return notation.read(text);
        } catch (UnreadableDateException e) {
            return null;
        }
    }

    /** The same format with day and month swapped; null if that is not one of the formats tried. */
    private @Nullable DateFormatPattern mirror(DateFormatPattern format, String language) {
        var swapped = format.toString().replace('d', '#').replace('M', 'd').replace('#', 'M');
        return format.toString().contains("MM")
                ? null
                : formats(language).stream()
                        .filter(each -> each.toString().equals(swapped))
                        .filter(each -> !each.toString().equals(format.toString()))
                        .findFirst()
                        .orElse(null);
    }

    private List<DateFormatPattern> formats(String language) {
        return byLanguage.computeIfAbsent(language, each -> {
            var months = new MonthNames(Locale.forLanguageTag(each));
            return FORMATS.stream()
                    .filter(format -> each.equals("en") || format.contains("MMM"))
                    .map(format -> new DateFormatPattern(format, months, PIVOT))
                    .toList();
        });
    }
}
