package dev.dataflow.testing;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Runs programs as nobody where this JVM is root, since database servers refuse to run as root. */
final class Unprivileged {
    private static final int NOBODY = 65534;
    private static final List<String> PREFIX = isRoot() ? prefix() : List.of();

    private Unprivileged() {}

    /** The prefix ends in an exec, so the pid stays the program's. */
    static List<String> command(List<String> command) {
        List<String> all = new ArrayList<>(PREFIX);
        all.addAll(command);
        return all;
    }

    /** Hands a new folder to the user that the programs run as. */
    static void give(Path folder) throws IOException {
        if (!PREFIX.isEmpty()) {
            Files.setAttribute(folder, "unix:uid", NOBODY);
            Files.setAttribute(folder, "unix:gid", NOBODY);
        }
    }

    private static boolean isRoot() {
        try {
            return Integer.valueOf(0).equals(Files.getAttribute(Path.of("/proc/self"), "unix:uid"));
        } catch (IOException | UnsupportedOperationException | IllegalArgumentException e) {
            // not Linux
            return false;
        }
    }

    private static List<String> prefix() {
        List<List<String>> candidates = List.of(
                List.of("setpriv", "--reuid=" + NOBODY, "--regid=" + NOBODY, "--clear-groups", "--"),
                List.of("chroot", "--userspec=" + NOBODY + ":" + NOBODY, "--groups=", "/"));
        return candidates.stream()
                .filter(Unprivileged::works)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException(
                        "database servers refuse to run as root, and neither setpriv nor chroot can change the user"));
    }

    private static boolean works(List<String> prefix) {
        List<String> command = new ArrayList<>(prefix);
        command.addAll(List.of("id", "-u"));
        try {
            Process process =
                    new ProcessBuilder(command).redirectErrorStream(true).start();
            String user = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
            return process.waitFor() == 0 && user.equals(String.valueOf(NOBODY));
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
