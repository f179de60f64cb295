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
 * The text of a cell of a workbook. Numbers are written as in a cell with the format General, with full precision and
 * without separators: 2, not 2.0; 10000000, not 1.0E7. Leading zeros are kept if the format has them, as for postal
 * codes. Dates are ISO 8601 with the precision that the format shows: 2021 if it shows only the year.
 */
final class CellValue {

    /** The 15 significant digits with which spreadsheets compute and store numbers. */
    private static final MathContext SIGNIFICANT_DIGITS = new MathContext(15);

    /** Numbers with more digits are written with an exponent. */
    private static final int MAX_PLAIN_DIGITS = 30;

    /** Serial number of the day after 9999-12-31, the last day that spreadsheets know. */
    private static final double DAY_LIMIT = 2_958_466;

    private static final Pattern INTEGER = Pattern.compile("-?\\d{1,30}");
    private static final Pattern LEADING_ZEROS = Pattern.compile("0{2,30}");

    /** Parts of a number format that are not codes: quoted, escaped with a backslash, in brackets, or padding. */
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
        if (value instanceof Boolean bool) {
            return bool ? "TRUE" : "FALSE";
        }
        if (value instanceof BigDecimal number) {
            var date = date(cell, number);
            return date == null ? number(cell, number) : date;
        }
        return cell.getText();
    }

    /** Whether the value, also that of a formula, is an error such as {@code #REF!}. */
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
            return format != null && LEADING_ZEROS.matcher(format).matches() && !raw.startsWith("-")
                    ? "0".repeat(Math.max(0, format.length() - raw.length())) + raw
                    : raw;
        }
        if (number.signum() == 0) {
            return "0";
        }
        var rounded = number.round(SIGNIFICANT_DIGITS).stripTrailingZeros();
        return Math.abs((long) rounded.precision() - rounded.scale()) > MAX_PLAIN_DIGITS
                        || rounded.scale() > MAX_PLAIN_DIGITS
                ? rounded.toString()
                : rounded.toPlainString();
    }

    private static @Nullable String date(Cell cell, BigDecimal number) {
        var shown = DateParts.of(cell.getDataFormatId(), cell.getDataFormatString());
        var days = number.doubleValue();
        if (!shown.date && !shown.time || days < 0 || days >= DAY_LIMIT) {
            return null;
        }
        var dateTime = cell.asDate();
        if (!shown.date) {
            return days < 1 ? dateTime.toLocalTime().toString() : null;
        }
        var day = dateTime.toLocalDate();
        if (shown.year && !shown.day) {
            return shown.month ? YearMonth.from(day).toString() : String.valueOf(day.getYear());
        }
        return shown.time && !dateTime.toLocalTime().equals(LocalTime.MIDNIGHT) ? dateTime.toString() : day.toString();
    }

    /** Which parts of a date and time a number format shows. */
    private record DateParts(boolean date, boolean year, boolean month, boolean day, boolean time) {

        static DateParts of(@Nullable Integer id, @Nullable String format) {
            if (format == null) {
                // East Asian date formats that have only a number (ECMA-376, 18.8.30)
                var date = id != null && (id >= 27 && id <= 36 || id >= 50 && id <= 58);
                return new DateParts(date, date, date, date, false);
            }
            var codes = LITERAL.matcher(format).replaceAll("").toLowerCase(Locale.ROOT);
            codes = codes.contains(";") ? codes.substring(0, codes.indexOf(';')) : codes;
            if (codes.contains("general") || codes.contains("0") || codes.contains("#") || codes.contains("?")) {
                // a format for numbers, unless the digits are fractions of a second
                codes = codes.contains("s") && !codes.contains("general") ? codes : "";
            }
            var time = codes.contains("h") || codes.contains("s");
            var year = codes.contains("y");
            var day = codes.contains("d");
            var month = codes.contains("m") && (!time || year || day);
            return new DateParts(year || day || month, year, month, day, time);
        }
    }
}
