package io.throughline.intake.tabular;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Builds workbooks part by part, as defined by ECMA-376, including ones that no spreadsheet would write. */
public final class Workbooks {

    private static final String MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    private static final String TYPES = "application/vnd.openxmlformats-officedocument.spreadsheetml.";

    private final Map<String, byte[]> parts = new LinkedHashMap<>();
    private final StringBuilder sheets = new StringBuilder();
    private final StringBuilder relations = new StringBuilder();
    private int count;

    /** A workbook with one sheet of these rows. */
    static Workbooks of(String rows) {
        return new Workbooks().sheet("Cities", "", rows);
    }

    public Workbooks() {
        part(
                "[Content_Types].xml",
                "<Types xmlns='http://schemas.openxmlformats.org/package/2006/content-types'>"
                        + "<Override PartName='/xl/workbook.xml' ContentType='" + TYPES + "sheet.main+xml'/>"
                        + "<Override PartName='/xl/sharedStrings.xml' ContentType='" + TYPES + "sharedStrings+xml'/>"
                        + "<Override PartName='/xl/styles.xml' ContentType='" + TYPES + "styles+xml'/></Types>");
        part(
                "xl/sharedStrings.xml",
                "<sst xmlns='" + MAIN + "'><si><t>name</t></si><si><r><t>coun</t></r><r><t>try</t></r></si></sst>");
        styles("General");
    }

    /** Styles 0, 1, 2 … with these formats. */
    Workbooks styles(String... formats) {
        var numbers = new StringBuilder();
        var cells = new StringBuilder();
        for (var i = 0; i < formats.length; i++) {
            numbers.append("<numFmt numFmtId='")
                    .append(164 + i)
                    .append("' formatCode='")
                    .append(formats[i])
                    .append("'/>");
            cells.append("<xf numFmtId='").append(164 + i).append("'/>");
        }
        return part(
                "xl/styles.xml",
                "<styleSheet xmlns='" + MAIN + "'><numFmts>" + numbers + "</numFmts><cellXfs>" + cells
                        + "</cellXfs></styleSheet>");
    }

    /** A sheet with merged cells, e.g. {@code A2:A4}. */
    public Workbooks sheet(String name, String state, String rows, String... merged) {
        count++;
        sheets.append("<sheet name='%s' sheetId='%d' %s r:id='r%d'/>"
                .formatted(name, count, state.isEmpty() ? "" : "state='" + state + "'", count));
        relations.append("<Relationship Id='r%d' Target='worksheets/sheet%d.xml'/>".formatted(count, count));
        return part(
                "xl/worksheets/sheet" + count + ".xml",
                "<worksheet xmlns='" + MAIN + "'><sheetData>" + rows + "</sheetData>" + mergeCells(merged)
                        + "</worksheet>");
    }

    private static String mergeCells(String... references) {
        var cells = new StringBuilder();
        for (var reference : references) {
            cells.append("<mergeCell ref='").append(reference).append("'/>");
        }
        return references.length == 0 ? "" : "<mergeCells>" + cells + "</mergeCells>";
    }

    Workbooks part(String name, String text) {
        return part(name, text.getBytes(UTF_8));
    }

    Workbooks part(String name, byte[] bytes) {
        parts.put(name, bytes);
        return this;
    }

    Workbooks without(String name) {
        parts.remove(name);
        return this;
    }

    public byte[] bytes() {
        part(
                "xl/workbook.xml",
                "<workbook xmlns='" + MAIN
                        + "' xmlns:r='http://schemas.openxmlformats.org/officeDocument/2006/relationships'>"
                        + "<sheets>" + sheets + "</sheets></workbook>");
        part("xl/_rels/workbook.xml.rels", "<Relationships>" + relations + "</Relationships>");
        return zip(parts);
    }

    static byte[] zip(Map<String, byte[]> parts) {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes)) {
            for (var part : parts.entrySet()) {
                zip.putNextEntry(new ZipEntry(part.getKey()));
                zip.write(part.getValue());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    /** A row of texts. */
    public static String row(int number, String... texts) {
        var row = new StringBuilder("<row r='" + number + "'>");
        for (var i = 0; i < texts.length; i++) {
            row.append("<c r='")
                    .append((char) ('A' + i))
                    .append(number)
                    .append("' t='inlineStr'><is><t>")
                    .append(texts[i])
                    .append("</t></is></c>");
        }
        return row + "</row>";
    }
}
