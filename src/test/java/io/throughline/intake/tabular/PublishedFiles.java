package io.throughline.intake.tabular;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Creates small files to read, in a temporary folder. */
record PublishedFiles(Path folder) {

    PublishedFile open(String text) throws UnreadableFileException {
        return open(text.getBytes(StandardCharsets.UTF_8));
    }

    PublishedFile open(byte[] bytes) throws UnreadableFileException {
        return open(bytes, ReadOptions.detect());
    }

    PublishedFile open(String text, ReadOptions options) throws UnreadableFileException {
        return open(text.getBytes(StandardCharsets.UTF_8), options);
    }

    PublishedFile open(byte[] bytes, ReadOptions options) throws UnreadableFileException {
        return PublishedFile.open(write(bytes), "cities.csv", options);
    }

    Path write(byte[] bytes) {
        try {
            return Files.write(Files.createTempFile(folder, "file", ".csv"), bytes);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    List<TableLine> lines(String text) throws UnreadableFileException {
        return lines(open(text));
    }

    static List<TableLine> lines(PublishedFile file) {
        try (file;
                var lines = file.lines()) {
            return lines.toList();
        }
    }

    /** The rows, cell by cell; fails if a line was rejected. */
    static List<List<String>> cells(PublishedFile file) {
        return lines(file).stream()
                .map(line -> {
                    assertThat(line).isInstanceOf(TableRow.class);
                    return List.copyOf(((TableRow) line).cells().values());
                })
                .toList();
    }

    UnreadableFileException refused(byte[] bytes) {
        return refused(bytes, ReadOptions.detect());
    }

    UnreadableFileException refused(byte[] bytes, ReadOptions options) {
        var refused = catchThrowableOfType(UnreadableFileException.class, () -> open(bytes, options));
        assertThat(refused).as("refused").isNotNull();
        assertThat(refused).hasMessageStartingWith("'cities.csv' ");
        return refused;
    }
}
