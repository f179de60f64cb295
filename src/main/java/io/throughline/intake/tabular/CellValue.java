package io.throughline.intake.tabular;

import java.math.BigDecimal;
import java.math.MathContext;
import java.time.LocalTime;
import java.time.YearMonth;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.dhatim.fastexcel.reader.Cell;
import org.jspecify.annotations.Nullable;

/**
 * The text of a cell of a workbook. Numbers are as in a cell of format General, which is full precision without
 * separators: 2 and not 2.0, 10000000 and not 1.0E7; with zeros in front where the format says so, as for postal codes.
 * Dates are in ISO 8601, to the precision that the format shows: 2021 where it shows the year.
 */
final class CellValue {

    /** What a spreadsheet computes with; it stores no number to more. */
    private static final MathContext DIGITS = new MathContext(15);

    /** Longer numbers have an exponent. */
    private static final int PLAIN = 30;

    /** The day after the last one that a spreadsheet has, 9999-12-31. */
    private static final double DAYS = 2_958_466;

    private static final Pattern INTEGER = Pattern.compile("-?\\d{1,30}");
    private static final Pattern ZEROS = Pattern.compile("0{2,30}");

    /** What in a number format is text and no code: in quotes, behind a backslash, in brackets, as padding. */
    private static final Pattern LITERAL = Pattern.compile("\"[^\"]*\"|\\\\.|\\[[^\\]]*\\]|[_*].");

    private static final Set<String> ERRORS = Set.of(
            "#NULL!",
            "#DIV/0!",
            "#VALUE!",
            "#REF!",
            "#NAME?",
            "#NUM!",
            "#N/A",
            "#GETTING_DATA",
            "#SPILL!",
            "#CALC!",
            "#FIELD!",
            "#BLOCKED!",
            "#CONNECT!",
            "#BUSY!",
            "#UNKNOWN!",
            "#PYTHON!",
            "#EXTERNAL!");

    private CellValue() {}

    static String text(Cell cell) {
        var value = cell.getValue();
        if (value instanceof Boolean truth) {
            return truth ? "TRUE" : "FALSE";
        }
        if (value instanceof BigDecimal number) {
            var date = date(cell, number);
            return date == null ? number(cell, number) : date;
        }
        return cell.getText();
    }

    /** Whether the value, computed perhaps, is an error such as {@code #REF!}. */
    static boolean isError(Cell cell) {
        return switch (cell.getType()) {
            case ERROR -> true;
            case FORMULA -> ERRORS.contains(cell.getText());
            default -> false;
        };
    }

    private static String number(Cell cell, BigDecimal number) {
        var raw = String.valueOf(cell.getRawValue()).strip();
        var format = cell.getDataFormatString();
        if (INTEGER.matcher(raw).matches()) {
            return format != null && ZEROS.matcher(format).matches() && !raw.startsWith("-")
                    ? "0".repeat(Math.max(0, format.length() - raw.length())) + raw
                    : raw;
        }
        if (number.signum() == 0) {
            return "0";
        }
        var rounded = number.round(DIGITS).stripTrailingZeros();
        return Math.abs((long) rounded.precision() - rounded.scale()) > PLAIN || rounded.scale() > PLAIN
                ? rounded.toString()
                : rounded.toPlainString();
    }

    private static @Nullable String date(Cell cell, BigDecimal number) {
        var shown = Shown.of(cell.getDataFormatId(), cell.getDataFormatString());
        var days = number.doubleValue();
        if (!shown.date && !shown.time || days < 0 || days >= DAYS) {
            return null;
        }
        var moment = cell.asDate();
        if (!shown.date) {
            return days < 1 ? moment.toLocalTime().toString() : null;
        }
        var day = moment.toLocalDate();
        if (shown.year && !shown.day) {
            return shown.month ? YearMonth.from(day).toString() : String.valueOf(day.getYear());
        }
        return shown.time && !moment.toLocalTime().equals(LocalTime.MIDNIGHT) ? moment.toString() : day.toString();
    }

    /** What a number format shows of a moment. */
    private record Shown(boolean date, boolean year, boolean month, boolean day, boolean time) {

        static Shown of(@Nullable Integer id, @Nullable String format) {
            if (format == null) {
                // formats of East Asia that are known by number only (ECMA-376, 18.8.30)
                var date = id != null && (id >= 27 && id <= 36 || id >= 50 && id <= 58);
                return new Shown(date, date, date, date, false);
            }
            var codes = LITERAL.matcher(format).replaceAll("").toLowerCase(Locale.ROOT);
            codes = codes.contains(";") ? codes.substring(0, codes.indexOf(';')) : codes;
            if (codes.contains("general") || codes.contains("0") || codes.contains("#") || codes.contains("?")) {
                // but for fractions of a second
                codes = codes.contains("s") && !codes.contains("general") ? codes : "";
            }
            var time = codes.contains("h") || codes.contains("s");
            var year = codes.contains("y");
            var day = codes.contains("d");
            var month = codes.contains("m") && (!time || year || day);
            return new Shown(year || day || month, year, month, day, time);
        }
    }
}
