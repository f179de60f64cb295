package io.throughline.intake.tabular;

import java.util.List;
import java.util.regex.Pattern;

/** The text of a cell, as printed, and what is odd about it. */
final class CellText {

    /** What a spreadsheet would run: not a number with a sign, nor a name with an at sign. */
    private static final Pattern FORMULA = Pattern.compile("\\s*(?:[=＝].+|[-+@－＋＠].*[(|!].*)", Pattern.DOTALL);

    private CellText() {}

    /** Adds to the findings. */
    static String of(String column, String cell, List<FileFinding> findings) {
        var invalid = false;
        var control = false;
        for (var i = 0; i < cell.length(); i++) {
            var at = cell.charAt(i);
            invalid |= at >= InvalidBytes.MARK && at <= InvalidBytes.MARK + 0xFF && InvalidBytes.isMark(cell, i);
            control |= at < ' ' && at != '\t' && at != '\n' && at != '\r';
        }
        var text = cell;
        if (invalid) {
            text = InvalidBytes.shown(cell, "\\x");
            findings.add(new FileFinding(
                    "INVALID_BYTE",
                    column,
                    "the bytes %s are no characters in the encoding of the file; kept as '%s'"
                            .formatted(InvalidBytes.bytes(cell), text)));
        }
        if (control) {
            findings.add(
                    new FileFinding("CONTROL_CHARACTER", column, "the cell holds a control character, which is kept"));
        }
        if (!cell.isEmpty()
                && "=+-@＝＋－＠ \t".indexOf(cell.charAt(0)) >= 0
                && FORMULA.matcher(cell).matches()) {
            findings.add(new FileFinding(
                    "FORMULA_TEXT", column, "a spreadsheet would run the cell as a formula; kept as text and not run"));
        }
        return text;
    }
}
