package dev.dataflow.suite;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dataflow.error.ErrorCode;
import dev.dataflow.testing.TestDatabase;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Versions in maps. */
class VersionMapFaceTest extends VersionSuite {

    VersionMapFaceTest(TestDatabase database) {
        super(database);
    }

    private Map<String, @Nullable Object> run(String node, Object... entries) {
        Map<String, Object> input = new HashMap<>();
        for (int i = 0; i < entries.length; i += 2) {
            input.put((String) entries[i], entries[i + 1]);
        }
        return df.node(node).run(input);
    }

    @Test
    void eachNodeGivesTheVersion() {
        Map<String, @Nullable Object> made = run("ParcelCreateNode", "place", "here");
        Object id = made.get("id");
        assertThat(made.get("version")).isEqualTo(1L);
        assertThat(run("ParcelReadNode", "id", id).get("version")).isEqualTo(1L);
        assertThat(run("ParcelListNode").toString()).contains("version=1");
        gauge("a");
        assertThat(run("GaugeUpsertNode", "where", Map.of("name", "a"), "create", Map.of("amount", 2))
                        .toString())
                .contains("version=2");
    }

    @Test
    void anUpdateSaysForWhichVersion() {
        long id = parcels.create(d -> d.place("here")).id();
        Map<String, Object> filter = Map.of("id", id);
        Map<String, Object> there = Map.of("place", "there");
        isRefused(ErrorCode.VERSION_MISSING, () -> run("ParcelUpdateNode", "filter", filter, "fields", there));
        assertThat(run("ParcelUpdateNode", "filter", filter, "fields", there, "version", 1))
                .containsEntry("version", 2L)
                .containsEntry("updated", true);
        isRefused(
                ErrorCode.VERSION_CONFLICT,
                () -> run("ParcelUpdateNode", "filter", filter, "fields", there, "version", 1));
        assertThat(run("ParcelUpdateNode", "filter", filter, "fields", there, "any_version", true))
                .containsEntry("version", 3L);
        assertThat(run(
                        "ParcelUpdateNode",
                        "filter",
                        filter,
                        "fields",
                        there,
                        "version",
                        1,
                        "on_conflict",
                        "last_writer_wins"))
                .containsEntry("version", 4L);
        isRefused(
                ErrorCode.OPTION_INVALID,
                () -> run("ParcelUpdateNode", "filter", filter, "fields", there, "version", 4, "any_version", true));
        isRefused(
                ErrorCode.OPTION_INVALID,
                () -> run("ParcelUpdateNode", "filter", filter, "fields", there, "version", 4, "on_conflict", "merge"));
        isRefused(
                ErrorCode.TYPE_MISMATCH,
                () -> run("ParcelUpdateNode", "filter", filter, "fields", there, "version", "4"));
        // a managed field as stored is dropped, another is refused, beside the version that is expected
        assertThat(run(
                        "ParcelUpdateNode",
                        "filter",
                        filter,
                        "fields",
                        Map.of("place", "x", "version", 4),
                        "version",
                        4))
                .containsEntry("version", 5L);
        isRefused(
                ErrorCode.MANAGED_FIELD,
                () -> run("ParcelUpdateNode", "filter", filter, "fields", Map.of("version", 9), "version", 5));
        isRefused(
                ErrorCode.NAME_UNKNOWN,
                () -> run("TagUpdateNode", "filter", Map.of("code", "a"), "fields", Map.of("weight", 1), "version", 1));
    }

    @Test
    void whatWasReadCanBeTheBase() {
        Gauge gauge = gauge("a");
        Map<String, @Nullable Object> base = run("GaugeReadNode", "id", gauge.id());
        gauges.update(gauge, p -> p.amount(2));
        Map<String, Object> filter = Map.of("id", gauge.id());
        isRefused(
                ErrorCode.VERSION_CONFLICT,
                () -> run("GaugeUpdateNode", "filter", filter, "fields", Map.of("name", "b"), "base", base));
        assertThat(run(
                        "GaugeUpdateNode",
                        "filter",
                        filter,
                        "fields",
                        Map.of("name", "b"),
                        "base",
                        base,
                        "on_conflict",
                        "merge"))
                .containsEntry("name", "b")
                .containsEntry("amount", 2)
                .containsEntry("version", 3L);
        isRefused(
                ErrorCode.VERSION_CONFLICT,
                () -> run(
                        "GaugeUpdateNode",
                        "filter",
                        filter,
                        "fields",
                        Map.of("amount", 7),
                        "base",
                        base,
                        "on_conflict",
                        "merge"));
        isRefused(
                ErrorCode.OPTION_INVALID,
                () -> run(
                        "GaugeUpdateNode",
                        "filter",
                        filter,
                        "fields",
                        Map.of("amount", 7),
                        "base",
                        base,
                        "version",
                        3));
        isRefused(
                ErrorCode.OPTION_INVALID,
                () -> run(
                        "GaugeUpdateNode",
                        "filter",
                        Map.of("id", gauge("other").id()),
                        "fields",
                        Map.of("amount", 7),
                        "base",
                        base));
        isRefused(
                ErrorCode.PARAMETER_MISSING,
                () -> run(
                        "GaugeUpdateNode",
                        "filter",
                        filter,
                        "fields",
                        Map.of("amount", 7),
                        "base",
                        Map.of("version", 3)));
        isRefused(
                ErrorCode.VERSION_MISSING,
                () -> run(
                        "GaugeUpdateNode",
                        "filter",
                        filter,
                        "fields",
                        Map.of("amount", 7),
                        "base",
                        Map.of("amount", 2)));
        isRefused(
                ErrorCode.NAME_UNKNOWN,
                () -> run(
                        "GaugeUpdateNode",
                        "filter",
                        filter,
                        "fields",
                        Map.of("amount", 7),
                        "base",
                        Map.of("amont", 2)));
        assertThat(stored(gauge)).isEqualTo(new Gauge(gauge.id(), "b", 2, 3));
    }

    @Test
    void aDeleteAndAnUpsertSayForWhichVersion() {
        long id = gauge("a").id();
        isRefused(ErrorCode.VERSION_MISSING, () -> run("GaugeDeleteNode", "id", id));
        isRefused(ErrorCode.VERSION_CONFLICT, () -> run("GaugeDeleteNode", "id", id, "version", 2));
        Map<String, Object> where = Map.of("name", "a");
        assertThat(run("GaugeUpsertNode", "where", where, "create", Map.of("amount", 2), "version", 1))
                .containsEntry("action", "updated");
        isRefused(
                ErrorCode.VERSION_CONFLICT,
                () -> run("GaugeUpsertNode", "where", where, "create", Map.of("amount", 3), "version", 1));
        assertThat(run(
                        "GaugeUpsertNode",
                        "where",
                        where,
                        "create",
                        Map.of("amount", 3),
                        "version",
                        1,
                        "on_conflict",
                        "last_writer_wins"))
                .containsEntry("created", false);
        assertThat(run("GaugeDeleteNode", "id", id, "version", 1, "on_conflict", "last_writer_wins"))
                .containsEntry("deleted", true);
        assertThat(run("GaugeDeleteNode", "id", gauge("b").id(), "any_version", true))
                .containsEntry("deleted", true);
        assertThat(run("GaugeDeleteNode", "id", id, "version", 1)).containsEntry("deleted", false);
    }
}
