package dev.dataflow.benchmarks.turns;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** A JVM in which a peer has its turns. */
public final class WorkerProcess implements AutoCloseable {

    private final String peer;
    private final long secondsPerTurn;
    private final Process process;
    private final BufferedReader answers;
    private final BufferedWriter turns;

    /**
     * Starts it.
     *
     * @param engine the engine's name
     * @param peer the peer's
     * @param parameters more of JMH's parameters, as name=value
     * @param options options of the JVM
     * @param secondsPerTurn after which a turn has failed
     */
    public WorkerProcess(String engine, String peer, List<String> parameters, List<String> options, long secondsPerTurn)
            throws IOException {
        this.peer = peer;
        this.secondsPerTurn = secondsPerTurn;
        List<String> all = new ArrayList<>(options);
        all.add("-Djmh.ignoreLock=true"); // several such JVMs exist, of which one has its turn
        List<String> arguments = new ArrayList<>(List.of(engine, peer));
        arguments.addAll(parameters);
        process = Jvm.start(all, Worker.class, arguments);
        answers = process.inputReader(StandardCharsets.UTF_8);
        turns = process.outputWriter(StandardCharsets.UTF_8);
    }

    /** Whose JVM it is. */
    public String peer() {
        return peer;
    }

    /**
     * Gives a turn.
     *
     * @throws IllegalStateException with the reason, where the turn fails, takes too long, or the JVM has ended
     */
    public Sample take(Turn turn) throws InterruptedException {
        try {
            turns.write(turn.text() + "\n");
            turns.flush();
            String answer = CompletableFuture.supplyAsync(this::answer).get(secondsPerTurn, TimeUnit.SECONDS);
            return Worker.sample(answer);
        } catch (TimeoutException e) {
            process.destroyForcibly();
            throw new IllegalStateException("no answer within " + secondsPerTurn + " s", e);
        } catch (ExecutionException | IOException e) {
            process.destroyForcibly();
            throw new IllegalStateException("the JVM has ended", e);
        }
    }

    private String answer() {
        try {
            String line = answers.readLine();
            return line == null ? "the JVM has ended" : line;
        } catch (IOException e) {
            return "the JVM has ended: " + e.getMessage();
        }
    }

    @Override
    public void close() {
        try {
            turns.close();
            if (!process.waitFor(10, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (IOException e) {
            process.destroyForcibly();
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}
