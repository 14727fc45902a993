package dev.dataflow.testing;

import java.io.BufferedInputStream;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.net.URLConnection;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPInputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.tukaani.xz.XZInputStream;

/** A compressed tar file on the classpath. */
final class Archive {
    private static final int OWNER_MAY_EXECUTE = 0100;

    private Archive() {}

    /** Unpacks the archive unless an earlier run did. */
    static Path unpack(Workspace workspace, String name) throws IOException {
        URL url = Archive.class.getResource("/" + name);
        if (url == null) {
            throw new FileNotFoundException(
                    name + " is not on the classpath: no database binaries for " + Platform.current());
        }
        URLConnection connection = url.openConnection();
        connection.setUseCaches(false);
        try (InputStream in = connection.getInputStream()) {
            // cheaper than to read 50 MB each time: the name of a released jar holds its version
            String jarAndEntry = url.toString().replaceFirst(".*/(?=[^/]*!/)", "");
            String version = Fingerprint.of(jarAndEntry, String.valueOf(connection.getContentLengthLong()));
            String stem = name.substring(0, name.indexOf('.'));
            return workspace.shared(stem + "-" + version, folder -> unpack(name, in, folder));
        }
    }

    private static void unpack(String name, InputStream in, Path folder) throws IOException {
        InputStream buffered = new BufferedInputStream(in);
        try (TarArchiveInputStream tar = new TarArchiveInputStream(
                name.endsWith("xz") ? new XZInputStream(buffered) : new GZIPInputStream(buffered))) {
            for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                Path file = folder.resolve(entry.getName()).normalize();
                if (!file.startsWith(folder)) {
                    throw new IOException(name + " has an entry outside itself: " + entry.getName());
                }
                write(tar, entry, file, folder);
            }
        }
    }

    private static void write(TarArchiveInputStream tar, TarArchiveEntry entry, Path file, Path folder)
            throws IOException {
        if (entry.isDirectory()) {
            Files.createDirectories(file);
            return;
        }
        Files.createDirectories(file.getParent());
        if (entry.isSymbolicLink()) {
            Files.createSymbolicLink(file, Path.of(entry.getLinkName()));
        } else if (entry.isLink()) {
            Files.createLink(file, folder.resolve(entry.getLinkName()));
        } else {
            Files.copy(tar, file);
            if ((entry.getMode() & OWNER_MAY_EXECUTE) != 0) {
                file.toFile().setExecutable(true, false);
            }
        }
    }
}
