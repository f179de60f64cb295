package io.throughline.intake.tabular;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;

/**
 * A file to read, possibly several times.
 *
 * @param path of the file
 * @param name of the file as people know it, for messages
 * @param scan of its bytes
 * @param modified when the file was last modified
 * @param options what is known about the file
 */
record FileSource(Path path, String name, FileScan scan, FileTime modified, ReadOptions options) {

    FileLimits limits() {
        return options.limits();
    }

    /**
     * Opens the file.
     *
     * @throws IOException also if the file has changed since it was scanned, because its hash would no longer be right
     */
    CountedInput open() throws IOException {
        if (Files.size(path) != scan.size() || !Files.getLastModifiedTime(path).equals(modified)) {
            throw new IOException("'%s' has changed since it was opened".formatted(name));
        }
        return new CountedInput(Files.newInputStream(path));
    }

    /** The text after the byte order mark. */
    DecodedText text(CharsetDetection encoding, CountedInput in) throws IOException {
        in.skipNBytes(encoding.markLength());
        return new DecodedText(in, encoding.charset());
    }

    @SuppressWarnings("AnnotateFormatMethod") // its annotation is in a separate library
    UnreadableFileException unreadable(String code, String message, Object... values) {
        return new UnreadableFileException(code, "'" + name + "' " + message.formatted(values));
    }
}
