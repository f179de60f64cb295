package io.throughline.intake.tabular;

import java.util.List;
import java.util.regex.Pattern;

/** The text of a cell as printed, with findings about unusual characters in it. */
final class CellText {

    /** What a spreadsheet would run as a formula, but not a signed number or a name with an at sign. */
    private static final Pattern FORMULA = Pattern.compile("\\s*(?:[=＝].+|[-+@－＋＠].*[(|!].*)", Pattern.DOTALL);

    private CellText() {}

    /** The text of a cell; anything unusual is added to the findings. */
    static String of(String column, String cell, List<FileFinding> findings) {
        var invalid = false;
        var control = false;
        for (var i = 0; i < cell.length(); i++) {
            var character = cell.charAt(i);
            invalid |= character >= InvalidBytes.MARK
                    && character <= InvalidBytes.MARK + 0xFF
                    && InvalidBytes.isMark(cell, i);
            control |= character < ' ' && character != '\t' && character != '\n' && character != '\r';
        }
        var text = cell;
        if (invalid) {
            text = InvalidBytes.escape(cell, "\\x");
            findings.add(new FileFinding(
                    "INVALID_BYTE",
                    column,
                    "bytes not valid in the encoding of the file: %s; kept as '%s'"
                            .formatted(InvalidBytes.list(cell), text)));
        }
        if (control) {
            findings.add(new FileFinding(
                    "CONTROL_CHARACTER", column, "the cell contains a control character, which is kept"));
        }
        if (!cell.isEmpty()
                && "=+-@＝＋－＠ \t".indexOf(cell.charAt(0)) >= 0
                && FORMULA.matcher(cell).matches()) {
            findings.add(new FileFinding(
                    "FORMULA_TEXT",
                    column,
                    "a spreadsheet would run the cell as a formula; it is kept as text and not run"));
        }
        return text;
    }
}
