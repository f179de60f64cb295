package io.throughline.intake.tabular;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;

/**
 * A file that is being read, perhaps several times.
 *
 * @param path where it is
 * @param name what people call it, for messages
 * @param survey of its bytes
 * @param modified when its bytes were last written
 * @param reading what is known of it
 */
record FileSource(Path path, String name, FileScan survey, FileTime modified, ReadOptions reading) {

    FileLimits limits() {
        return reading.limits();
    }

    /** @throws IOException also if it is not the same as when it was opened, since then its hash is not, either */
    CountedInput open() throws IOException {
        if (Files.size(path) != survey.size()
                || !Files.getLastModifiedTime(path).equals(modified)) {
            throw new IOException("'%s' was written to since it was opened".formatted(name));
        }
        return new CountedInput(Files.newInputStream(path));
    }

    /** The text behind the byte order mark. */
    DecodedText text(CharsetDetection encoding, CountedInput in) throws IOException {
        in.skipNBytes(encoding.markLength());
        return new DecodedText(in, encoding.charset());
    }

    @SuppressWarnings("AnnotateFormatMethod") // the annotation would need a library of its own
    UnreadableFileException unreadable(String code, String message, Object... values) {
        return new UnreadableFileException(code, "'" + name + "' " + message.formatted(values));
    }
}
