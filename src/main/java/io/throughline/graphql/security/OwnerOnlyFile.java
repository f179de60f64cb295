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
 * A file that nobody but its owner may read, at no moment. It is never written in place: whoever reads it sees all of a
 * state. Where the file system has no such permissions (Windows), it has those of its folder.
 */
final class OwnerOnlyFile {

    private static final Set<PosixFilePermission> OWNER = PosixFilePermissions.fromString("rw-------");

    /** Locks of files hold between processes only. */
    private static final ReentrantLock IN_THIS_PROCESS = new ReentrantLock();

    /**
     * What tells one state of it from another.
     *
     * @param permissions null where there are none
     */
    record State(
            FileTime modified,
            long size,
            @Nullable Object key,
            @Nullable Set<PosixFilePermission> permissions) {

        boolean isPrivate() {
            return permissions == null || OWNER.containsAll(permissions);
        }

        String shown() {
            return permissions == null ? "" : PosixFilePermissions.toString(permissions);
        }
    }

    /** Something done with the file. */
    @FunctionalInterface
    interface Work<T> {
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

    /** Puts another content in its place, all at once. */
    void replace(byte[] content) throws IOException {
        // a link to the file remains one
        var file = exists() ? path.toRealPath() : path.toAbsolutePath();
        var next = Files.createTempFile(file.getParent(), file.getFileName() + ".", ".new", owner(file));
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

    /** Does it while no other server does such a thing. */
    @SuppressWarnings("try") // holding the lock is all that it is for
    <T> T locked(Work<T> work) throws IOException {
        Files.createDirectories(path.toAbsolutePath().getParent());
        var lock = path.resolveSibling(path.getFileName() + ".lock");
        IN_THIS_PROCESS.lock();
        try (var channel = FileChannel.open(
                        lock, Set.of(StandardOpenOption.CREATE, StandardOpenOption.WRITE), owner(lock));
                var held = channel.lock()) {
            return work.run();
        } finally {
            IN_THIS_PROCESS.unlock();
        }
    }

    private static FileAttribute<?>[] owner(Path file) {
        return isPosix(file)
                ? new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(OWNER)}
                : new FileAttribute<?>[0];
    }

    private static boolean isPosix(Path file) {
        return file.getFileSystem().supportedFileAttributeViews().contains("posix");
    }
}
