package dev.dataflow.build;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The command line's jar runs by itself: drivers, templates, pages of codes and services are in it. */
class RunnableJarTest {

    private static final Path JAR = Path.of("../cli/target/dataflow.jar");

    private static String run(int exit, String... arguments) throws IOException, InterruptedException {
        assumeTrue(Files.exists(JAR), "the jar is made by `package`");
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-jar",
                JAR.toString()));
        command.addAll(List.of(arguments));
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        try (InputStream out = process.getInputStream()) {
            String text = new String(out.readAllBytes(), StandardCharsets.UTF_8);
            assertThat(process.waitFor()).as(text).isEqualTo(exit);
            return text;
        }
    }

    @Test
    void databasesAreReadByTheirDrivers() throws Exception {
        assertThat(run(0, "db", "snapshot", "--url", ":memory:")).contains("\"format\" : \"dataflow-schema/1\"");
        assertThat(run(2, "db", "snapshot", "--url", "jdbc:mysql://localhost:1/shop"))
                .startsWith("error[DF-011]: MySQL");
    }

    @Test
    void reportsAndPagesAreInIt() throws Exception {
        Path folder = Files.createTempDirectory("jar");
        Path snapshot = folder.resolve("empty.json");
        Path page = folder.resolve("plan.html");
        run(0, "db", "snapshot", "--url", ":memory:", "--out", snapshot.toString());
        String plan = run(
                0,
                "migrate",
                "plan",
                "--from",
                snapshot.toString(),
                "--to",
                snapshot.toString(),
                "--report",
                page.toString());
        assertThat(plan).contains("nothing to change").doesNotContain("Exception");
        assertThat(page).content().contains("<!DOCTYPE html>");
        assertThat(run(0, "explain", "VAL-004")).startsWith("# VAL-004: ");
        Files.delete(page);
        Files.delete(snapshot);
        Files.delete(folder);
    }
}
