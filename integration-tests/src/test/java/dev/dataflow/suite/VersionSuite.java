package dev.dataflow.suite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dataflow.error.DataFlowException;
import dev.dataflow.error.ErrorCode;
import dev.dataflow.query.BulkQuery;
import dev.dataflow.testing.TestDatabase;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;

/** What tests of versions share. */
abstract class VersionSuite extends EngineSuite {

    final GaugeNodes gauges = GaugeNodes.on(df);
    final ParcelNodes parcels = ParcelNodes.on(df);

    VersionSuite(TestDatabase database) {
        super(database);
    }

    @BeforeEach
    void clear() {
        gauges.bulkDelete(BulkQuery::confirmed);
        parcels.bulkDelete(BulkQuery::confirmed);
    }

    final Gauge gauge(String name) {
        return gauges.create(d -> d.name(name).amount(1));
    }

    /** So many gauges, of version 1, in the order of their keys. */
    final List<Gauge> gauges(int count) {
        gauges.bulkCreate(IntStream.range(0, count)
                .mapToObj(i -> new Gauge(null, "s" + i, 0, 0))
                .toList());
        return stored();
    }

    final List<Gauge> stored() {
        return gauges.list(q -> q.sort("id").limit(1000)).records();
    }

    final Gauge stored(Gauge gauge) {
        return gauges.read(gauge.id()).orElseThrow();
    }

    static List<Gauge> with(List<Gauge> gauges, int amount) {
        return gauges.stream()
                .map(gauge -> new Gauge(gauge.id(), gauge.name(), amount, gauge.version()))
                .toList();
    }

    /** Does something on a connection of its own, as somebody else would. */
    static void elsewhere(Runnable work) {
        CompletableFuture.runAsync(work, task -> new Thread(task).start()).join();
    }

    static void isRefused(ErrorCode code, Runnable call) {
        assertThatThrownBy(call::run)
                .isInstanceOfSatisfying(
                        DataFlowException.class, e -> assertThat(e.code()).isEqualTo(code));
    }
}
