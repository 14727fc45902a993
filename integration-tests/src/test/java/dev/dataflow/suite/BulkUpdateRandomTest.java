package dev.dataflow.suite;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dataflow.error.DataFlowException;
import dev.dataflow.error.ErrorCode;
import dev.dataflow.node.BulkError;
import dev.dataflow.node.BulkUpdated;
import dev.dataflow.node.OnError;
import dev.dataflow.testing.TestDatabase;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

/**
 * Random updates of rows by key, some twice, some of rows that do not exist, some that break a key, a reference or the
 * model, in bulk and one by one: the same rows, counts and errors. {@code -Dbulk.rounds=1000} for more, {@code
 * -Dbulk.seed=} to repeat.
 */
class BulkUpdateRandomTest extends EngineSuite {

    private static final int ROUNDS = Integer.getInteger("bulk.rounds", 12);

    private final TagNodes tags = TagNodes.on(df);
    private final long seed = Long.getLong("bulk.seed", new Random().nextLong());

    BulkUpdateRandomTest(TestDatabase database) {
        super(database);
    }

    /** What became of rows, however they were written. */
    private record Outcome(long updated, List<Long> failed, List<String> codes, List<Tag> rows) {}

    @Test
    void bulkUpdatesDoWhatSingleOnesDo() {
        Random random = new Random(seed);
        for (int round = 0; round < ROUNDS; round++) {
            int stored = 20 + random.nextInt(80);
            boolean models = random.nextBoolean();
            List<Map<String, Object>> given = new ArrayList<>();
            for (int i = 1 + random.nextInt(round % 4 == 0 ? 400 : 60); i > 0; i--) {
                given.add(change(random, stored, models));
            }
            int size = 1 + random.nextInt(200);
            String what = "seed " + seed + ", round " + round + (models ? ", models" : ", maps");
            prepare(stored);
            Outcome single = oneByOne(given);
            prepare(stored);
            assertThat(inBulk(given, models, size)).as(what).isEqualTo(single);
            prepare(stored);
            List<Tag> untouched = all();
            try {
                BulkUpdated done = models
                        ? tags.bulkUpdate(models(given), o -> o.batchSize(size))
                        : updated(df.node("TagBulkUpdateNode").run(Map.of("data", given, "batch_size", size)));
                if (single.failed().isEmpty()) { // else a bad row lies under a later one of its key
                    assertThat(done.updated()).as(what).isEqualTo(single.updated());
                    assertThat(all()).as(what).isEqualTo(single.rows());
                }
            } catch (DataFlowException e) {
                assertThat(single.failed()).as(what).isNotEmpty();
                assertThat(all()).as(what + ", aborted").isEqualTo(untouched);
            }
        }
    }

    /** Values that a row of some key is to have: all, or some. Taken labels are those of rows that none is to change. */
    private static Map<String, Object> change(Random random, int stored, boolean whole) {
        Map<String, Object> row = new LinkedHashMap<>();
        int code = random.nextInt(stored + 5);
        row.put("code", "c" + code);
        if (whole || random.nextBoolean()) {
            String label = random.nextInt(4) == 0 ? "new " + code : "l" + code;
            label = random.nextInt(20) == 0 ? "taken " + random.nextInt(3) : label;
            row.put("label", random.nextInt(30) == 0 ? "x".repeat(300) : label);
        }
        if (whole || random.nextBoolean()) {
            row.put("rank", random.nextBoolean() ? null : (Integer) (1000 + code));
        }
        if (whole || random.nextBoolean()) {
            row.put("weight", random.nextInt(100));
        }
        if (whole || random.nextInt(4) == 0) {
            row.put("parent_code", random.nextInt(25) == 0 ? "nobody" : random.nextBoolean() ? null : "taken 1");
        }
        return row;
    }

    private void prepare(int stored) {
        tags.bulkUpdate(q -> q.confirmed(), p -> p.parentCode(null));
        tags.bulkDelete(q -> q.confirmed());
        List<Tag> rows = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            rows.add(new Tag("taken " + i, "taken " + i, null, i, null));
        }
        for (int i = 0; i < stored; i++) {
            rows.add(new Tag("c" + i, "l" + i, i % 3 == 0 ? null : (Integer) i, i, null));
        }
        tags.bulkCreate(rows);
    }

    private List<Tag> all() {
        return tags.list(q -> q.sort("code").limit(10_000)).records();
    }

    private Outcome oneByOne(List<Map<String, Object>> given) {
        long updated = 0;
        List<Long> failed = new ArrayList<>();
        List<String> codes = new ArrayList<>();
        for (int i = 0; i < given.size(); i++) {
            Map<String, Object> fields = new LinkedHashMap<>(given.get(i));
            Object code = fields.remove("code");
            try {
                df.node("TagUpdateNode").run(Map.of("filter", Map.of("code", code), "fields", fields));
                updated += fields.isEmpty() ? 0 : 1;
            } catch (DataFlowException e) {
                if (e.code() != ErrorCode.NOT_FOUND) {
                    failed.add((long) i);
                    codes.add(e.code().toString());
                }
            }
        }
        return new Outcome(updated, failed, codes, all());
    }

    private Outcome inBulk(List<Map<String, Object>> given, boolean models, int size) {
        List<Long> progress = new ArrayList<>();
        BulkUpdated done = models
                ? tags.bulkUpdate(
                        models(given).stream(),
                        o -> o.batchSize(size).onError(OnError.CONTINUE).onProgress(progress::add))
                : updated(df.node("TagBulkUpdateNode")
                        .run(Map.of(
                                "data",
                                given.stream(),
                                "batch_size",
                                size,
                                "on_error",
                                "continue",
                                "on_progress",
                                (java.util.function.LongConsumer) progress::add)));
        assertThat(done.processed()).isEqualTo(given.size());
        assertThat(done.failed()).isEqualTo(done.errors().size());
        assertThat(progress).isSorted().endsWith((long) given.size()).hasSizeGreaterThanOrEqualTo(given.size() / size);
        return new Outcome(
                done.updated(),
                done.errors().stream().map(BulkError::index).toList(),
                done.errors().stream().map(error -> error.code().toString()).toList(),
                all());
    }

    private static List<Tag> models(List<Map<String, Object>> given) {
        return given.stream()
                .map(row -> new Tag(
                        (String) row.get("code"),
                        (String) row.get("label"),
                        (Integer) row.get("rank"),
                        (int) row.get("weight"),
                        (String) row.get("parent_code")))
                .toList();
    }

    @SuppressWarnings("unchecked")
    private static BulkUpdated updated(Map<String, Object> output) {
        List<BulkError> errors = new ArrayList<>();
        for (Map<String, Object> error : (List<Map<String, Object>>) output.get("errors")) {
            ErrorCode code = java.util.Arrays.stream(ErrorCode.values())
                    .filter(each -> each.id().equals(error.get("code")))
                    .findFirst()
                    .orElseThrow();
            errors.add(new BulkError((long) error.get("index"), code, (String) error.get("message")));
        }
        return new BulkUpdated(
                (long) output.get("processed"), (long) output.get("updated"), (long) output.get("failed"), errors);
    }
}
