package io.throughline.export;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CsvTableTests {

    @ParameterizedTest
    @ValueSource(
            strings = {"=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "\n=1", " =1", "\u00a0=1", "＝1", "\uFEFF=1"})
    void escapesTextThatASpreadsheetWouldExecute(String text) throws IOException {
        assertThat(line(text)).isIn("'" + text, "\"'" + text + "\"");
    }

    /** Reads them back as described in docs/exports.md. */
    @ParameterizedTest
    @ValueSource(strings = {"=1", "'=1", "''=1", "' =1", "'s-Hertogenbosch", "'", "''", "'a=1", " -", "Ōsaka", "- 5"})
    void canReadBackWhatWasWritten(String text) throws IOException {
        var cell = line(text);
        assertThat(cell.replaceFirst("^'(?='*\\s*[-=+@＝＋－＠])", "")).isEqualTo(text);
    }

    @Test
    void quotesCannotBeEscapedFromACell() throws IOException {
        assertThat(line("a\",=1", "b\r\n=1")).isEqualTo("\"a\"\",=1\",\"b\r\n=1\"");
    }

    @Test
    void leavesNumbersAndOrdinaryTextUnchanged() throws IOException {
        assertThat(line(-71.06, -1, true, null, "São Paulo", "a=b", "1-2"))
                .isEqualTo("-71.06,-1,true,,São Paulo,a=b,1-2");
    }

    @Test
    void keepsEveryLineOfACommentCommented() throws IOException {
        var out = new ByteArrayOutputStream();
        var cells = new CsvTable(out);
        cells.begin("one\n=two\r\nthree", List.of("id", "=name"));
        cells.end();
        assertThat(out.toString(StandardCharsets.UTF_8)).isEqualTo("# one\r\n# =two\r\n# three\r\nid,'=name\r\n");
    }

    private static String line(@Nullable Object... values) throws IOException {
        var out = new ByteArrayOutputStream();
        var cells = new CsvTable(out);
        cells.row(Arrays.asList(values));
        cells.end();
        var text = out.toString(StandardCharsets.UTF_8);
        assertThat(text).endsWith("\r\n");
        return text.substring(0, text.length() - 2);
    }
}
