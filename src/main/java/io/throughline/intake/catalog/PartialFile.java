package io.throughline.intake.catalog;

import java.io.IOException;
import java.io.OutputStream;
import java.net.http.HttpHeaders;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Optional;

/**
 * The part of a file that has been downloaded so far, {@code <name>.part}. What the server said to recognize the file
 * by is next to it, so that a later attempt can ask for the rest of the same file.
 *
 * @param target the complete file
 */
record PartialFile(Path target) {

    /** A range may be requested only with a strong entity tag (RFC 9110, section 13.1.5). */
    private static final String STRONG_TAG = "\"";

    private Path part() {
        return target.resolveSibling(target.getFileName() + ".part");
    }

    private Path origin() {
        return target.resolveSibling(target.getFileName() + ".part.origin");
    }

    /** How many bytes there are. */
    long size() throws IOException {
        return Files.exists(part()) ? Files.size(part()) : 0;
    }

    /** What to recognize the file by, an entity tag or a date; empty if the rest cannot be asked for. */
    Optional<String> validator(String url) throws IOException {
        if (size() == 0 || !Files.exists(origin())) {
            return Optional.empty();
        }
        var lines = Files.readAllLines(origin());
        return lines.size() == 2 && lines.get(0).equals(url) ? Optional.of(lines.get(1)) : Optional.empty();
    }

    /** Opens an empty part of the file that a response begins. */
    OutputStream begin(String url, HttpHeaders headers) throws IOException {
        var tag = headers.firstValue("ETag").filter(each -> each.startsWith(STRONG_TAG));
        var validator = tag.or(() -> headers.firstValue("Last-Modified"));
        if (validator.isPresent()) {
            Files.write(origin(), List.of(url, validator.get()));
        } else {
            Files.deleteIfExists(origin());
        }
        return Files.newOutputStream(part());
    }

    /** Opens the part for the bytes that are missing. */
    OutputStream append() throws IOException {
        return Files.newOutputStream(part(), StandardOpenOption.APPEND);
    }

    /** The part itself, to read it. */
    Path path() {
        return part();
    }

    /** Moves the complete file into place. */
    void complete() throws IOException {
        Files.move(part(), target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        Files.deleteIfExists(origin());
    }

    void delete() throws IOException {
        Files.deleteIfExists(part());
        Files.deleteIfExists(origin());
    }
}
