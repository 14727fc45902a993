package dev.dataflow.benchmarks.turns;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collection;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.openjdk.jmh.results.IterationResult;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;

/** The program of a peer's JVM: runs the turns that its input asks for, and answers each with a line. */
public final class Worker {

    private static final String DONE = "DONE ";
    private static final String FAILED = "FAILED ";

    private Worker() {}

    /** Runs turns until the input ends; the arguments are engine, peer, and more of JMH's parameters. */
    public static void main(String[] arguments) throws IOException {
        Logger.getLogger("").setLevel(Level.WARNING); // Hibernate tells of each factory
        PrintStream answers = System.out;
        System.setOut(new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8));
        String[] parameters = Arrays.copyOfRange(arguments, 2, arguments.length);
        BufferedReader input = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        for (String line = input.readLine(); line != null; line = input.readLine()) {
            try {
                Turn turn = Turn.of(line);
                Collection<RunResult> results = new Runner(turn.options(arguments[0], arguments[1], parameters)).run();
                answers.println(DONE + sample(results.iterator().next()).text());
            } catch (RunnerException | RuntimeException e) {
                answers.println(FAILED + reason(e));
            }
            answers.flush();
        }
        System.exit(0); // pools and servers have threads of their own
    }

    /** The sample of an answer, which says why where there is none. */
    static Sample sample(String answer) {
        if (!answer.startsWith(DONE)) {
            throw new IllegalStateException(answer);
        }
        return Sample.of(answer.substring(DONE.length()));
    }

    private static Sample sample(RunResult run) {
        IterationResult iteration = run.getBenchmarkResults()
                .iterator()
                .next()
                .getIterationResults()
                .iterator()
                .next();
        // of a single shot, JMH gives the time of all calls of a batch
        boolean shot = run.getParams().getMode().shortLabel().equals("ss");
        int batch = shot ? run.getParams().getMeasurement().getBatchSize() : 1;
        double calls = shot ? batch : iteration.getMetadata().getAllOps();
        double unit = run.getParams().getTimeUnit().toNanos(1) / 1000.0;
        double bytes = iteration.getSecondaryResults().get("bytes").getScore();
        return new Sample(iteration.getPrimaryResult().getScore() * unit / batch, bytes / calls);
    }

    private static String reason(Throwable thrown) {
        Throwable cause = thrown;
        while (cause.getCause() != null) {
            cause = cause.getCause();
        }
        for (Throwable suppressed : cause.getSuppressed()) {
            return reason(suppressed);
        }
        return String.valueOf(cause).replaceAll("\\s+", " ");
    }
}
