package io.throughline.published;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Files to read, of a few bytes or lines, in a folder that is thrown away. */
record PublishedFiles(Path folder) {

    PublishedFile open(String text) throws UnreadableFile {
        return open(text.getBytes(StandardCharsets.UTF_8));
    }

    PublishedFile open(byte[] bytes) throws UnreadableFile {
        return open(bytes, Reading.detect());
    }

    PublishedFile open(String text, Reading reading) throws UnreadableFile {
        return open(text.getBytes(StandardCharsets.UTF_8), reading);
    }

    PublishedFile open(byte[] bytes, Reading reading) throws UnreadableFile {
        return PublishedFile.open(write(bytes), "cities.csv", reading);
    }

    Path write(byte[] bytes) {
        try {
            return Files.write(Files.createTempFile(folder, "file", ".csv"), bytes);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    List<Line> lines(String text) throws UnreadableFile {
        return lines(open(text));
    }

    static List<Line> lines(PublishedFile file) {
        try (file;
                var lines = file.lines()) {
            return lines.toList();
        }
    }

    /** The rows, cell by cell; fails if a line is unusable. */
    static List<List<String>> cells(PublishedFile file) {
        return lines(file).stream()
                .map(line -> {
                    assertThat(line).isInstanceOf(Row.class);
                    return List.copyOf(((Row) line).cells().values());
                })
                .toList();
    }

    UnreadableFile refused(byte[] bytes) {
        return refused(bytes, Reading.detect());
    }

    UnreadableFile refused(byte[] bytes, Reading reading) {
        var refused = catchThrowableOfType(UnreadableFile.class, () -> open(bytes, reading));
        assertThat(refused).as("refused").isNotNull();
        assertThat(refused).hasMessageStartingWith("'cities.csv' ");
        return refused;
    }
}
