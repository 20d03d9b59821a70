package dev.carddelivery.bootstrap;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Locale;
import java.util.zip.CRC32;
import java.util.zip.CheckedInputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.tukaani.xz.XZInputStream;

/** The PostgreSQL programs for this machine, unpacked from the archive that travels on the class path. */
final class PostgresPrograms {

    private PostgresPrograms() {}

    /**
     * Unpacks the programs unless that was done before, and removes those of other versions. A half unpacked copy never
     * gets the final name.
     *
     * @param folder where unpacked programs are kept, a folder for each version
     * @param unfinished for what is not whole yet; on the same file system
     * @return the folder that holds {@code bin/postgres}
     * @throws StartupException when there are none for this machine
     */
    static Path unpack(Path folder, Path unfinished) throws IOException {
        var archive = archiveFor(System.getProperty("os.name"), System.getProperty("os.arch"));
        var home = folder.resolve(fingerprint(archive));
        if (!Files.isDirectory(home)) {
            var half = Files.createTempDirectory(unfinished, "programs-");
            extract(archive, half);
            FileTree.delete(folder);
            Files.createDirectory(folder);
            Files.move(half, home, StandardCopyOption.ATOMIC_MOVE);
        }
        return home;
    }

    /** The name of the archive for a machine, given what the JVM's properties of the same names say. */
    static String archiveFor(String osName, String osArch) {
        var system = osName.startsWith("Mac") ? "darwin" : osName.toLowerCase(Locale.ROOT);
        var processor = switch (osArch) {
            case "amd64", "x86_64" -> "x86_64";
            case "aarch64", "arm64" -> "arm_64";
            default -> osArch;
        };
        return "postgres-%s-%s.txz".formatted(system, processor);
    }

    /** Tells versions apart, at each start, so it should not take long. */
    private static String fingerprint(String archive) throws IOException {
        try (var in = new CheckedInputStream(open(archive), new CRC32())) {
            long size = in.transferTo(OutputStream.nullOutputStream());
            return "%08x-%d".formatted(in.getChecksum().getValue(), size);
        }
    }

    private static InputStream open(String archive) {
        var in = PostgresPrograms.class.getResourceAsStream("/" + archive);
        if (in == null) {
            throw new StartupException(
                    ("This program brings no PostgreSQL for this machine (%s is not on the class path)."
                                    + " Set DATABASE_URL, DATABASE_USER and DATABASE_PASSWORD to use one of your own.")
                            .formatted(archive));
        }
        return in;
    }

    private static void extract(String archive, Path target) throws IOException {
        try (var tar = new TarArchiveInputStream(new XZInputStream(new BufferedInputStream(open(archive))))) {
            for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                var path = target.resolve(entry.getName());
                if (entry.isDirectory()) {
                    Files.createDirectories(path);
                    continue;
                }
                Files.createDirectories(path.resolveSibling(""));
                if (entry.isSymbolicLink()) {
                    Files.createSymbolicLink(path, Path.of(entry.getLinkName()));
                } else {
                    Files.copy(tar, path);
                    if ((entry.getMode() & 0100) != 0 && !path.toFile().setExecutable(true, false)) {
                        throw new IOException("cannot make " + path + " executable");
                    }
                }
            }
        }
    }
}
