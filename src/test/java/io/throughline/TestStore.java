package io.throughline;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.UUID;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.util.FileSystemUtils;

/**
 * Data folders for servers that tests start. Applying the migrations and loading the built-in dataset takes most of such a
 * start, so it is done once for each build of the server, and tests get copies of the result.
 */
public final class TestStore {

    private static final Path STORES = Path.of("target", "test-store");

    private TestStore() {}

    /** A folder for a new database. */
    public static Path empty() {
        return STORES.resolve(UUID.randomUUID().toString()).toAbsolutePath();
    }

    /** A folder with a database that holds the built-in dataset. */
    public static Path loaded() {
        var copy = empty();
        try {
            FileSystemUtils.copyRecursively(master(), copy);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return copy;
    }

    /** Tests run in several processes; the first makes the folder while the others wait. */
    @SuppressWarnings("try") // holding the lock is enough
    private static synchronized Path master() throws IOException {
        Files.createDirectories(STORES);
        try (var file = FileChannel.open(
                        STORES.resolve("loaded.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                var lock = file.lock()) {
            var master = STORES.resolve("loaded-" + serverHash());
            if (!Files.exists(master)) {
                var folder = empty();
                load(folder);
                // each server makes its own
                Files.deleteIfExists(folder.resolve("tokens.json"));
                Files.move(folder, master);
            }
            return master;
        }
    }

    private static void load(Path folder) {
        new SpringApplicationBuilder(ThroughlineApplication.class)
                .web(WebApplicationType.NONE)
                .lazyInitialization(true)
                .run("--spring.neo4j.uri=embedded", "--throughline.store.directory=" + folder)
                .close();
    }

    /** Of all classes, statements and data of the server, as any of them can change what is in a new database. */
    private static String serverHash() throws IOException {
        try (var files = Files.walk(classes())) {
            var hash = MessageDigest.getInstance("SHA-256");
            for (var file : files.filter(Files::isRegularFile).sorted().toList()) {
                if (!file.startsWith(classes().resolve("static")) && !file.endsWith("build-info.properties")) {
                    hash.update(file.toString().getBytes(java.nio.charset.StandardCharsets.UTF_8));
                    hash.update(Files.readAllBytes(file));
                }
            }
            return HexFormat.of().formatHex(hash.digest(), 0, 8);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Path classes() {
        try {
            return Path.of(ThroughlineApplication.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }
}
