package dev.dataflow.testing;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** A program run as an ordinary user. */
record Command(Path folder, Map<String, String> environment, List<String> line) {

    ProcessBuilder builder() {
        ProcessBuilder builder = new ProcessBuilder(Unprivileged.command(line))
                .directory(folder.toFile())
                .redirectErrorStream(true);
        builder.environment().putAll(environment);
        return builder;
    }

    /** Runs it to its end; fails with what it printed. */
    void run() throws IOException {
        Process process = builder().start();
        process.getOutputStream().close();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        try {
            if (process.waitFor() != 0) {
                throw new IOException(String.join(" ", line) + " failed:\n" + output);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
    }
}
