package dev.dataflow.benchmarks.web;

import dev.dataflow.benchmarks.turns.Allocation;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Warmup;

/** The four tests. */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 5, time = 2)
@Measurement(iterations = 9, time = 1)
@Fork(1)
public class WebBenchmark {

    private static final int ROWS = 20;

    /** One row. */
    @Benchmark
    public World singleQuery(WebTrial trial, WebTrial.Requests requests, Allocation allocation) {
        return trial.peer().world(requests.id());
    }

    /** 20 rows, one query each. */
    @Benchmark
    public List<World> multipleQueries(WebTrial trial, WebTrial.Requests requests, Allocation allocation) {
        return trial.peer().worlds(requests.ids(ROWS));
    }

    /** 20 rows, each read by a query of its own and written with another number. */
    @Benchmark
    public List<World> updates(WebTrial trial, WebTrial.Requests requests, Allocation allocation) {
        Map<Long, World> read = trial.peer().worlds(requests.ids(ROWS)).stream()
                .collect(Collectors.toMap(World::id, world -> world, (one, same) -> one));
        List<World> changed = read.values().stream()
                .map(world -> new World(world.id(), requests.number()))
                .sorted(Comparator.comparing(World::id))
                .toList();
        trial.peer().update(changed);
        return changed;
    }

    /** A page of all sayings and one more, sorted and escaped. */
    @Benchmark
    public String fortunes(WebTrial trial, Allocation allocation) {
        return FortunesPage.html(trial.peer().fortunes());
    }
}
