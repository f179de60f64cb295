package io.throughline.intake.tabular;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What a file is by its first bytes, whatever its name says. */
final class FormatDetector {

    @SuppressWarnings("ArrayRecordComponent") // never compared
    private record Magic(String what, int offset, int... bytes) {

        boolean begins(byte[] head) {
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

    /** Bytes that no text begins with, as each of these formats defines them. */
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
     * The format.
     *
     * @throws UnreadableFileException if it is none that can be read
     */
    static FileFormat of(FileSource source, CharsetDetection encoding) throws UnreadableFileException {
        var survey = source.survey();
        var head = survey.head();
        if (survey.size() == encoding.markLength()) {
            throw source.unreadable("EMPTY_FILE", "is empty; %s", EXPECTED);
        }
        if (ZIP.begins(head)) {
            return FileFormat.XLSX;
        }
        if (EMPTY_ZIP.begins(head)) {
            throw source.unreadable("ARCHIVE", "is a ZIP archive with nothing in it; %s", EXPECTED);
        }
        if (OLE.begins(head)) {
            throw source.unreadable(
                    "OLD_WORKBOOK",
                    "is a workbook of Excel 97 (XLS), or one with a password; save it as XLSX without a password");
        }
        for (var binary : BINARIES) {
            if (binary.begins(head)) {
                throw source.unreadable("NOT_A_TABLE", "is %s; %s", binary.what, EXPECTED);
            }
        }
        // text has few zeros, if any, and those are told line by line
        if (!encoding.isWide() && survey.evenZeros() + survey.oddZeros() > survey.size() / 1000 + 1) {
            throw source.unreadable(
                    "NOT_A_TABLE",
                    "is not text: %d of its bytes are NUL; %s",
                    survey.evenZeros() + survey.oddZeros(),
                    EXPECTED);
        }
        return text(
                source, encoding, new String(head, encoding.charset()).substring(encoding.markLength() > 0 ? 1 : 0));
    }

    private static FileFormat text(FileSource source, CharsetDetection encoding, String head)
            throws UnreadableFileException {
        var begin = head.stripLeading();
        if (begin.isEmpty() && source.survey().size() <= FileScan.HEAD) {
            throw source.unreadable("EMPTY_FILE", "holds nothing but blanks; %s", EXPECTED);
        }
        var markup = markup(begin.toLowerCase(Locale.ROOT));
        if (markup != null) {
            throw source.unreadable("NOT_A_TABLE", "is %s; %s", markup, EXPECTED);
        }
        var firstLine = begin.lines().findFirst().orElse("").strip();
        if (firstLine.equals("{") || firstLine.equals("[") || firstLine.startsWith("[{")) {
            throw source.unreadable(
                    "JSON_DOCUMENT", "is one document of JSON; expected JSON Lines, which is an object on each line");
        }
        return begin.startsWith("{") && isJson(encoding) ? FileFormat.JSON_LINES : FileFormat.CSV;
    }

    /** RFC 8259 knows no other encoding. */
    private static boolean isJson(CharsetDetection encoding) {
        return encoding.charset().equals(StandardCharsets.UTF_8);
    }

    private static @Nullable String markup(String begin) {
        if (begin.startsWith("<!doctype html") || begin.startsWith("<html")) {
            return "a web page (HTML)";
        }
        return begin.matches("(?s)<[a-z!?/].*") ? "markup (XML or HTML)" : null;
    }
}
