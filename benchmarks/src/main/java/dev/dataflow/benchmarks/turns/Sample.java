package dev.dataflow.benchmarks.turns;

/**
 * What one turn measured, for one call.
 *
 * @param micros the time in microseconds
 * @param bytes what was allocated in the client
 */
public record Sample(double micros, double bytes) {

    /** As a line. */
    String text() {
        return micros + " " + bytes;
    }

    /** From such a line. */
    static Sample of(String text) {
        String[] parts = text.split(" ");
        return new Sample(Double.parseDouble(parts[0]), Double.parseDouble(parts[1]));
    }
}
