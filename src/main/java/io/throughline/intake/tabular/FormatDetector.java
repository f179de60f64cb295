package io.throughline.intake.tabular;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Detects the format of a file from its first bytes, regardless of its name. */
final class FormatDetector {

    @SuppressWarnings("ArrayRecordComponent") // never compared
    private record Magic(String description, int offset, int... bytes) {

        boolean matches(byte[] head) {
            if (head.length < offset + bytes.length) {
                return false;
            }
            for (var i = 0; i < bytes.length; i++) {
                if ((head[offset + i] & 0xFF) != bytes[i]) {
                    return false;
                }
            }
            return true;
        }
    }

    /** The first bytes of formats that are not text, as each format defines them. */
    private static final List<Magic> BINARIES = List.of(
            new Magic("a PNG image", 0, 0x89, 'P', 'N', 'G'),
            new Magic("a JPEG image", 0, 0xFF, 0xD8, 0xFF),
            new Magic("a GIF image", 0, 'G', 'I', 'F', '8'),
            new Magic("a TIFF image", 0, 'I', 'I', 0x2A, 0),
            new Magic("a TIFF image", 0, 'M', 'M', 0, 0x2A),
            new Magic("a WebP image", 8, 'W', 'E', 'B', 'P'),
            new Magic("a PDF document", 0, '%', 'P', 'D', 'F', '-'),
            new Magic("an RTF document", 0, '{', '\\', 'r', 't', 'f'),
            new Magic("a gzip archive", 0, 0x1F, 0x8B),
            new Magic("a bzip2 archive", 0, 'B', 'Z', 'h'),
            new Magic("a 7z archive", 0, '7', 'z', 0xBC, 0xAF),
            new Magic("an xz archive", 0, 0xFD, '7', 'z', 'X', 'Z'),
            new Magic("a RAR archive", 0, 'R', 'a', 'r', '!', 0x1A),
            new Magic("a Zstandard archive", 0, 0x28, 0xB5, 0x2F, 0xFD),
            new Magic("a Parquet file", 0, 'P', 'A', 'R', '1'),
            new Magic("an SQLite database", 0, 'S', 'Q', 'L', 'i', 't', 'e', ' '),
            new Magic("a program", 0, 0x7F, 'E', 'L', 'F'));

    private static final Magic ZIP = new Magic("a ZIP archive", 0, 'P', 'K', 3, 4);
    private static final Magic EMPTY_ZIP = new Magic("a ZIP archive", 0, 'P', 'K', 5, 6);
    private static final Magic OLE = new Magic("an old workbook", 0, 0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1);

    private static final String EXPECTED = "expected CSV, XLSX or JSON Lines";

    private FormatDetector() {}

    /**
     * Detects the format.
     *
     * @throws UnreadableFileException if it cannot be read here
     */
    static FileFormat of(FileSource source, CharsetDetection encoding) throws UnreadableFileException {
        var scan = source.scan();
        var head = scan.head();
        if (scan.size() == encoding.markLength()) {
            throw source.unreadable("EMPTY_FILE", "is empty; %s", EXPECTED);
        }
        if (ZIP.matches(head)) {
            return FileFormat.XLSX;
        }
        if (EMPTY_ZIP.matches(head)) {
            throw source.unreadable("ARCHIVE", "is an empty ZIP archive; %s", EXPECTED);
        }
        if (OLE.matches(head)) {
            throw source.unreadable(
                    "OLD_WORKBOOK",
                    "is an Excel 97 workbook (XLS) or has a password; save it as XLSX without a password");
        }
        for (var binary : BINARIES) {
            if (binary.matches(head)) {
                throw source.unreadable("NOT_A_TABLE", "is %s; %s", binary.description, EXPECTED);
            }
        }
        // text has few NUL bytes, if any; those are reported line by line
        if (!encoding.isWide() && scan.evenZeros() + scan.oddZeros() > scan.size() / 1000 + 1) {
            throw source.unreadable(
                    "NOT_A_TABLE",
                    "is not text: %d of its bytes are NUL; %s",
                    scan.evenZeros() + scan.oddZeros(),
                    EXPECTED);
        }
        return text(
                source, encoding, new String(head, encoding.charset()).substring(encoding.markLength() > 0 ? 1 : 0));
    }

    private static FileFormat text(FileSource source, CharsetDetection encoding, String head)
            throws UnreadableFileException {
        var start = head.stripLeading();
        if (start.isEmpty() && source.scan().size() <= FileScan.HEAD) {
            throw source.unreadable("EMPTY_FILE", "contains only whitespace; %s", EXPECTED);
        }
        var markup = markup(start.toLowerCase(Locale.ROOT));
        if (markup != null) {
            throw source.unreadable("NOT_A_TABLE", "is %s; %s", markup, EXPECTED);
        }
        if (isJson(encoding) && SparqlResultReader.isStart(start)) {
            return FileFormat.SPARQL_JSON;
        }
        var firstLine = start.lines().findFirst().orElse("").strip();
        if (firstLine.equals("{") || firstLine.equals("[") || firstLine.startsWith("[{")) {
            throw source.unreadable(
                    "JSON_DOCUMENT", "is a single JSON document; expected JSON Lines, with one object per line");
        }
        return start.startsWith("{") && isJson(encoding) ? FileFormat.JSON_LINES : FileFormat.CSV;
    }

    /** RFC 8259 allows no other encoding. */
    private static boolean isJson(CharsetDetection encoding) {
        return encoding.charset().equals(StandardCharsets.UTF_8);
    }

    private static @Nullable String markup(String start) {
        if (start.startsWith("<!doctype html") || start.startsWith("<html")) {
            return "a web page (HTML)";
        }
        return start.matches("(?s)<[a-z!?/].*") ? "markup (XML or HTML)" : null;
    }
}
