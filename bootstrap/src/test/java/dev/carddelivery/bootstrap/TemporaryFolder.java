package dev.carddelivery.bootstrap;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A folder that is deleted with everything in it when it is closed: a benchmark writes gigabytes. */
public record TemporaryFolder(Path path) implements AutoCloseable {

    /** Makes one where the system keeps such folders. */
    public static TemporaryFolder create(String name) throws IOException {
        return new TemporaryFolder(Files.createTempDirectory(name));
    }

    @Override
    public void close() throws IOException {
        FileTree.delete(path);
    }
}
