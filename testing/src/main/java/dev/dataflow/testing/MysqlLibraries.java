package dev.dataflow.testing;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.opentest4j.TestAbortedException;

/** The shared libraries that MySQL wants and many machines lack: libaio and libnuma, of which it then uses nothing. */
final class MysqlLibraries {
    private static final List<String> STUBS = List.of("libaio.so.1", "libnuma.so.1");

    private MysqlLibraries() {}

    /** What to add to the environment so that the server loads; on Linux that may be stubs of both libraries. */
    static Map<String, String> environment(Workspace workspace, Platform platform, String server) throws IOException {
        try {
            probe(workspace, server, Map.of());
            return Map.of();
        } catch (IOException e) {
            if (!platform.isLinuxAmd64()) {
                throw cannotRun(platform, e);
            }
        }
        Map<String, String> withStubs =
                Map.of("LD_LIBRARY_PATH", stubs(workspace).toString());
        try {
            probe(workspace, server, withStubs);
            return withStubs;
        } catch (IOException e) {
            throw cannotRun(platform, e);
        }
    }

    private static void probe(Workspace workspace, String server, Map<String, String> environment) throws IOException {
        new Command(workspace.folder(""), environment, List.of(server, "--version")).run();
    }

    private static TestAbortedException cannotRun(Platform platform, IOException reason) {
        return new TestAbortedException(
                "the embedded MySQL cannot run on this " + platform + ": " + reason.getMessage(), reason);
    }

    /** Beside the binaries: where databases are kept, nothing may be executable. */
    private static Path stubs(Workspace workspace) throws IOException {
        List<String> contents = new ArrayList<>();
        for (String library : STUBS) {
            try (InputStream in = open(library)) {
                contents.add(library + " " + Arrays.hashCode(in.readAllBytes()));
            }
        }
        return workspace.shared("mysql-stubs-" + Fingerprint.of(contents.toArray(new String[0])), folder -> {
            for (String library : STUBS) {
                try (InputStream in = open(library)) {
                    Files.copy(in, folder.resolve(library));
                }
            }
        });
    }

    private static InputStream open(String library) throws IOException {
        String resource = "/native/linux-amd64/" + library;
        InputStream in = MysqlLibraries.class.getResourceAsStream(resource);
        if (in == null) {
            throw new FileNotFoundException(resource);
        }
        return in;
    }
}
