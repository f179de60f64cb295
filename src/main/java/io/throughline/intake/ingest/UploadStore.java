package io.throughline.intake.ingest;

import io.throughline.graphql.http.HttpProblemException;
import io.throughline.infra.limit.RequestLimits;
import io.throughline.reference.id.Sha256;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Optional;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/** Stores uploaded files for a while, named by the hash of their content. */
@Component
class UploadStore {

    private static final Logger log = LoggerFactory.getLogger(UploadStore.class);
    private static final String PARTIAL = ".part";
    private static final int CHUNK = 1 << 16;

    private final Path directory;
    private final long maxBytes;
    private final ImportSettings settings;

    UploadStore(
            @Value("${throughline.store.directory:./data}") Path store, RequestLimits limits, ImportSettings settings) {
        this.directory = store.resolve("uploads");
        this.maxBytes = limits.upload().toBytes();
        this.settings = settings;
    }

    /**
     * A stored file.
     *
     * @param id the id to import it by: its SHA-256
     * @param size in bytes
     */
    record Upload(String id, long size) {

        String sha256() {
            return id;
        }
    }

    /**
     * Writes an upload straight to disk.
     *
     * @throws HttpProblemException if it is too large; nothing of it is kept
     */
    Upload store(InputStream in) throws IOException {
        Files.createDirectories(directory);
        deleteExpired();
        var partial = directory.resolve(UUID.randomUUID() + PARTIAL);
        try {
            var digest = Sha256.digest();
            var size = 0L;
            try (var out = Files.newOutputStream(partial)) {
                var chunk = new byte[CHUNK];
                for (var read = in.read(chunk); read >= 0; read = in.read(chunk)) {
                    size += read;
                    if (size > maxBytes) {
                        throw HttpProblemException.overLimit(
                                HttpStatus.CONTENT_TOO_LARGE,
                                "FILE_TOO_LARGE",
                                "upload",
                                maxBytes,
                                size,
                                "the file is too large (limit %,d bytes)".formatted(maxBytes));
                    }
                    digest.update(chunk, 0, read);
                    out.write(chunk, 0, read);
                }
            }
            var id = HexFormat.of().formatHex(digest.digest());
            Files.move(partial, directory.resolve(id), StandardCopyOption.REPLACE_EXISTING);
            return new Upload(id, size);
        } finally {
            Files.deleteIfExists(partial);
        }
    }

    /** The file with this hash, if it is stored. */
    Optional<Path> find(String id) {
        return id.matches("[0-9a-f]{64}")
                ? Optional.of(directory.resolve(id)).filter(Files::isRegularFile)
                : Optional.empty();
    }

    /**
     * The file with this hash.
     *
     * @throws ImportRejectedException if it was never uploaded or has been deleted
     */
    Path required(String id) {
        return find(id).orElseThrow(() -> new ImportRejectedException(
                "FILE_UNKNOWN",
                "no uploaded file has the id %s: upload the file to /imports/files first".formatted(id),
                "file"));
    }

    /** Deletes expired files, including partial ones left by a killed server. */
    private void deleteExpired() throws IOException {
        var cutoff = Instant.now().minus(settings.keepUploads());
        try (var files = Files.newDirectoryStream(directory)) {
            for (var file : files) {
                if (Files.getLastModifiedTime(file).toInstant().isBefore(cutoff)) {
                    Files.deleteIfExists(file);
                    log.debug("Deleted the upload {}", file.getFileName());
                }
            }
        }
    }
}
