package io.throughline.graphql.security;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFileAttributes;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.EnumSet;
import java.util.Set;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * A file that only its owner can read at any time. It is replaced atomically, so readers always see a complete version. Where
 * the file system has no such permissions (Windows), it has those of its folder.
 */
final class OwnerOnlyFile {

    private static final Set<PosixFilePermission> OWNER_ONLY = PosixFilePermissions.fromString("rw-------");

    /** File locks only work between processes. */
    private static final ReentrantLock PROCESS_LOCK = new ReentrantLock();

    /**
     * Identifies a version of the file.
     *
     * @param permissions null if the file system has none
     */
    record State(
            FileTime modified,
            long size,
            @Nullable Object key,
            @Nullable Set<PosixFilePermission> permissions) {

        boolean isPrivate() {
            return permissions == null || OWNER_ONLY.containsAll(permissions);
        }

        String permissionText() {
            return permissions == null ? "" : PosixFilePermissions.toString(permissions);
        }
    }

    /** An action on the file. */
    @FunctionalInterface
    interface Action<T> {
        T run() throws IOException;
    }

    private final Path path;

    OwnerOnlyFile(Path path) {
        this.path = path;
    }

    Path path() {
        return path;
    }

    boolean exists() {
        return Files.exists(path);
    }

    State state() throws IOException {
        if (!isPosix(path)) {
            var file = Files.readAttributes(path, BasicFileAttributes.class);
            return new State(file.lastModifiedTime(), file.size(), file.fileKey(), null);
        }
        var file = Files.readAttributes(path, PosixFileAttributes.class);
        return new State(file.lastModifiedTime(), file.size(), file.fileKey(), EnumSet.copyOf(file.permissions()));
    }

    byte[] read() throws IOException {
        return Files.readAllBytes(path);
    }

    /** Replaces the content atomically. */
    void replace(byte[] content) throws IOException {
        // keeps a symbolic link to the file
        var file = exists() ? path.toRealPath() : path.toAbsolutePath();
        var next = Files.createTempFile(file.getParent(), file.getFileName() + ".", ".new", ownerOnly(file));
        try {
            try (var channel = FileChannel.open(next, StandardOpenOption.WRITE)) {
                for (var bytes = ByteBuffer.wrap(content); bytes.hasRemaining(); ) {
                    channel.write(bytes);
                }
                channel.force(true);
            }
            Files.move(next, file, StandardCopyOption.ATOMIC_MOVE);
        } finally {
            Files.deleteIfExists(next);
        }
    }

    /** Runs an action while holding the lock that all servers use. */
    @SuppressWarnings("try") // holding the lock is enough
    <T> T locked(Action<T> action) throws IOException {
        Files.createDirectories(path.toAbsolutePath().getParent());
        var lock = path.resolveSibling(path.getFileName() + ".lock");
        PROCESS_LOCK.lock();
        try (var channel = FileChannel.open(
                        lock, Set.of(StandardOpenOption.CREATE, StandardOpenOption.WRITE), ownerOnly(lock));
                var fileLock = channel.lock()) {
            return action.run();
        } finally {
            PROCESS_LOCK.unlock();
        }
    }

    private static FileAttribute<?>[] ownerOnly(Path file) {
        return isPosix(file)
                ? new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(OWNER_ONLY)}
                : new FileAttribute<?>[0];
    }

    private static boolean isPosix(Path file) {
        return file.getFileSystem().supportedFileAttributeViews().contains("posix");
    }
}
