package dev.carddelivery.bootstrap;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.READ;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Keeps a folder for one program at a time. The system takes the lock back when the program dies, however it dies. */
final class FolderLock implements AutoCloseable {

    /**
     * The folders that this very process has locked. A process that opens a lock file a second time and closes it again
     * loses its lock on most systems, so it has to know without looking.
     */
    private static final Set<Path> OWN = ConcurrentHashMap.newKeySet();

    private final Path folder;
    private final FileChannel file;

    private FolderLock(Path folder, FileChannel file) {
        this.folder = folder;
        this.file = file;
    }

    /**
     * Takes the lock, and writes into it who has it.
     *
     * @param folder a real path
     * @throws StartupException when a program has it already
     */
    static FolderLock take(Path folder) throws IOException {
        if (!OWN.add(folder)) {
            throw inUse(folder, ProcessHandle.current().pid() + "");
        }
        FolderLock taken = null;
        try {
            taken = open(folder);
            return taken;
        } finally {
            if (taken == null) {
                OWN.remove(folder);
            }
        }
    }

    @SuppressWarnings("resource") // the lock lives as long as its file is open
    private static FolderLock open(Path folder) throws IOException {
        var path = folder.resolve("lock");
        var file = FileChannel.open(path, CREATE, READ, WRITE);
        if (file.tryLock() == null) {
            file.close();
            throw inUse(folder, Files.readString(path, US_ASCII).strip());
        }
        file.truncate(0);
        file.write(US_ASCII.encode(ProcessHandle.current().pid() + "\n"));
        return new FolderLock(folder, file);
    }

    private static StartupException inUse(Path folder, String pid) {
        return new StartupException(
                "The data folder %s is in use by another program (process %s). Stop that one, or set DATA_DIR to another folder."
                        .formatted(folder, pid));
    }

    @Override
    public void close() throws IOException {
        try {
            file.close();
        } finally {
            OWN.remove(folder);
        }
    }
}
