package dev.dataflow.testing;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/** Another JVM that creates one database, prints its URL and lives until its input ends. */
record ChildJvm(Process process, BufferedReader output) {

    static ChildJvm start(Path temp, Engine engine) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Djava.io.tmpdir=" + temp,
                "-D" + DataFolder.PROPERTY + "=" + temp,
                "-cp",
                System.getProperty("java.class.path"),
                ChildJvm.class.getName(),
                engine.name());
        builder.environment().put(ServerChoice.MODE, "embedded");
        Process process = builder.redirectError(ProcessBuilder.Redirect.INHERIT).start();
        return new ChildJvm(process, process.inputReader(StandardCharsets.UTF_8));
    }

    String url() throws IOException {
        for (String line = output.readLine(); line != null; line = output.readLine()) {
            if (line.startsWith("jdbc:")) {
                return line;
            }
        }
        throw new IOException("the child JVM ended without a URL");
    }

    void end() throws IOException, InterruptedException {
        process.getOutputStream().close();
        process.waitFor();
    }

    void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    public static void main(String[] args) throws IOException {
        System.out.println(TestDatabases.create(Engine.valueOf(args[0])).url());
        while (System.in.read() >= 0) {
            // the end of the input is the sign to end
        }
    }
}
