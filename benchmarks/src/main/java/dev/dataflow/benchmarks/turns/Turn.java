package dev.dataflow.benchmarks.turns;

import java.util.regex.Pattern;
import org.openjdk.jmh.runner.options.Options;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;

/**
 * A short run of a benchmark.
 *
 * @param benchmark its class and method
 * @param threads how many threads run it
 * @param millis for how long; benchmarks of single shots run once
 */
public record Turn(String benchmark, int threads, int millis) {

    /** As a line. */
    String text() {
        return benchmark + " " + threads + " " + millis;
    }

    /** From such a line. */
    static Turn of(String text) {
        String[] parts = text.split(" ");
        return new Turn(parts[0], Integer.parseInt(parts[1]), Integer.parseInt(parts[2]));
    }

    /** For JMH, which runs it in this JVM: the comparison starts JVMs itself. */
    Options options(String engine, String peer, String[] parameters) {
        OptionsBuilder options = new OptionsBuilder();
        options.include("^" + Pattern.quote(benchmark) + "$")
                .forks(0)
                .threads(threads)
                .warmupIterations(0)
                .measurementIterations(1)
                .measurementTime(TimeValue.milliseconds(millis))
                .param("engine", engine)
                .param("peer", peer)
                .shouldFailOnError(true)
                .verbosity(VerboseMode.SILENT);
        for (String parameter : parameters) {
            int equals = parameter.indexOf('=');
            options.param(parameter.substring(0, equals), parameter.substring(equals + 1));
        }
        return options.build();
    }
}
