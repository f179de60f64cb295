package io.throughline;

import java.nio.file.Files;
import java.nio.file.Path;

/** Published lists to import: samples that are part of the project, and the complete ones, which may not be. */
public final class ListFiles {

    private ListFiles() {}

    /** A few rows in the shape of a list. */
    public static Path sample(String file) {
        return existing(Path.of("src", "test", "resources", "lists", file));
    }

    /** A list as it was published, in the folder {@code throughline.test.lists} or next to the project. */
    public static Path complete(String file) {
        var folder = System.getProperty("throughline.test.lists", "");
        return existing(folder.isEmpty() ? Path.of("..", "shared", "data", file) : Path.of(folder, file));
    }

    private static Path existing(Path file) {
        if (!Files.exists(file)) {
            throw new IllegalStateException(
                    "no list %s; -Dthroughline.test.lists=… gives the folder of the complete lists".formatted(file));
        }
        return file;
    }
}
