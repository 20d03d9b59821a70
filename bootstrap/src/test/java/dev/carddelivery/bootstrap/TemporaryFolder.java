package dev.carddelivery.bootstrap;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A new folder that is deleted with everything in it when it is closed: a benchmark writes gigabytes. */
public final class TemporaryFolder implements AutoCloseable {

    private final Path path;

    private TemporaryFolder(Path path) {
        this.path = path;
    }

    /** Makes one where the system keeps such folders. */
    public static TemporaryFolder create(String prefix) throws IOException {
        return new TemporaryFolder(Files.createTempDirectory(prefix));
    }

    /** Where it is. */
    public Path path() {
        return path;
    }

    @Override
    public void close() throws IOException {
        FileTree.delete(path);
    }
}
