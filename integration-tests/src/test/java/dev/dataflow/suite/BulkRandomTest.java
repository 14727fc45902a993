package dev.dataflow.suite;

import static dev.dataflow.suite.TagTable.TAG;
import static org.assertj.core.api.Assertions.assertThat;

import dev.dataflow.error.DataFlowException;
import dev.dataflow.node.BulkError;
import dev.dataflow.node.BulkResult;
import dev.dataflow.node.Conflict;
import dev.dataflow.node.OnError;
import dev.dataflow.node.Upserted;
import dev.dataflow.testing.TestDatabase;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/**
 * Random batches with rows that exist, duplicates, NULLs and rows that break a key, a reference or the model, written in
 * bulk and one by one: the same rows, counts and errors. {@code -Dbulk.rounds=1000} for more, {@code -Dbulk.seed=} to
 * repeat.
 */
class BulkRandomTest extends EngineSuite {

    private static final int ROUNDS = Integer.getInteger("bulk.rounds", 12);

    private final TagNodes tags = TagNodes.on(df);
    private final long seed = Long.getLong("bulk.seed", new Random().nextLong());

    BulkRandomTest(TestDatabase database) {
        super(database);
    }

    /** What became of rows, however they were written. */
    private record Outcome(
            long inserted, long updated, long skipped, List<Long> failed, List<String> codes, List<Tag> rows) {}

    @Test
    void bulkDoesWhatSingleCallsDo() {
        Random random = new Random(seed);
        for (int round = 0; round < ROUNDS; round++) {
            Conflict policy = Conflict.values()[random.nextInt(3)];
            boolean byLabel = random.nextBoolean();
            List<Tag> before = rows(random, random.nextInt(30), false, policy, byLabel);
            List<Tag> given = rows(random, 1 + random.nextInt(round % 4 == 0 ? 400 : 60), true, policy, byLabel);
            int size = 1 + random.nextInt(200);
            String what = "seed " + seed + ", round " + round + ", " + policy + (byLabel ? " by label" : " by code");
            prepare(before);
            Outcome single = oneByOne(given, policy, byLabel);
            prepare(before);
            Outcome bulk = inBulk(given, policy, byLabel, size);
            assertThat(bulk).as(what).isEqualTo(single);
            if (single.failed().isEmpty()) {
                continue;
            }
            prepare(before);
            List<Tag> untouched = all();
            Optional<DataFlowException> error = aborting(given, policy, byLabel, size);
            assertThat(all()).as(what + ", aborted").satisfies(rows -> {
                if (error.isPresent()) {
                    assertThat(rows).isEqualTo(untouched);
                }
            });
        }
    }

    /**
     * Few different values, so that rows meet; some labels too long, some parents missing. Rows that are changed take no
     * values that others give up: in one statement that may or may not be refused.
     */
    private static List<Tag> rows(Random random, int count, boolean bad, Conflict policy, boolean byLabel) {
        List<Tag> rows = new ArrayList<>();
        int range = Math.max(10, count);
        for (int i = 0; i < count; i++) {
            int number = random.nextInt(range);
            String code = "c" + number;
            String label = "lc" + number;
            int own = 1000 + number;
            if (random.nextInt(5) == 0) {
                int other = random.nextInt(range);
                boolean keeping = policy == Conflict.UPSERT && !byLabel;
                label = !keeping ? "l" + other : random.nextBoolean() ? "taken " + random.nextInt(3) : "own " + number;
                own = byLabel ? 1_000_000 + other : own;
            }
            if (policy != Conflict.UPSERT) {
                own = random.nextInt(range);
            }
            Integer rank = null;
            if (random.nextInt(10) == 0) {
                rank = random.nextInt(4) == 0 ? (Integer) (-random.nextInt(3)) : (Integer) own;
            }
            String parent = null;
            if (bad && random.nextInt(25) == 0) {
                parent = "nobody";
            }
            if (bad && random.nextInt(40) == 0) {
                label = "x".repeat(300);
            }
            rows.add(new Tag(code, label, rank, random.nextInt(100), parent));
        }
        return rows;
    }

    private void prepare(List<Tag> rows) {
        tags.bulkDelete(q -> q.confirmed());
        for (int i = 0; i < 3; i++) {
            tags.create(new Tag("taken " + i, "taken " + i, -i, i, null));
        }
        for (Tag row : rows) {
            try {
                tags.create(row);
            } catch (DataFlowException e) {
                // it meets another; what remains is a start as good as any
            }
        }
    }

    private List<Tag> all() {
        return tags.list(q -> q.sort("code").limit(10_000)).records();
    }

    private Outcome oneByOne(List<Tag> given, Conflict policy, boolean byLabel) {
        long inserted = 0;
        long updated = 0;
        long skipped = 0;
        List<Long> failed = new ArrayList<>();
        List<String> codes = new ArrayList<>();
        for (int i = 0; i < given.size(); i++) {
            Tag row = given.get(i);
            try {
                if (policy == Conflict.ERROR) {
                    tags.create(row);
                    inserted++;
                } else if (policy == Conflict.SKIP && exists(row, byLabel)) {
                    skipped++;
                } else {
                    Upserted<Tag> done = upsert(row, byLabel);
                    inserted += done.action() == Upserted.Action.CREATED ? 1 : 0;
                    updated += done.action() == Upserted.Action.UPDATED ? 1 : 0;
                }
            } catch (DataFlowException e) {
                failed.add((long) i);
                codes.add(e.code().toString());
            }
        }
        return new Outcome(inserted, updated, skipped, failed, codes, all());
    }

    private boolean exists(Tag row, boolean byLabel) {
        if (row.label().length() > 255) {
            throw invalid(row);
        }
        return tags.count(q -> q.where(byLabel ? TAG.LABEL.eq(row.label()) : TAG.CODE.eq(row.code()))) > 0;
    }

    private DataFlowException invalid(Tag row) {
        try {
            tags.create(row);
        } catch (DataFlowException e) {
            return e;
        }
        throw new IllegalStateException("it was valid");
    }

    private Upserted<Tag> upsert(Tag row, boolean byLabel) {
        return tags.upsert(
                d -> d.code(row.code())
                        .label(row.label())
                        .rank(row.rank())
                        .weight(row.weight())
                        .parentCode(row.parentCode()),
                on -> on.conflictOn(byLabel ? TAG.LABEL : TAG.CODE).update(p -> {
                    p.rank(row.rank()).weight(row.weight()).parentCode(row.parentCode());
                    if (!byLabel) {
                        p.label(row.label());
                    }
                }));
    }

    private Outcome inBulk(List<Tag> given, Conflict policy, boolean byLabel, int size) {
        List<Long> progress = new ArrayList<>();
        boolean upserted = policy != Conflict.ERROR && size % 2 == 1;
        BulkResult<String> result = upserted
                ? tags.bulkUpsert(given.stream(), o -> {
                    o.onError(OnError.CONTINUE)
                            .batchSize(size)
                            .onProgress(progress::add)
                            .conflictOn(byLabel ? TAG.LABEL : TAG.CODE);
                    if (policy == Conflict.SKIP) {
                        o.skipExisting();
                    }
                })
                : tags.bulkCreate(given.stream(), o -> {
                    o.onConflict(policy)
                            .onError(OnError.CONTINUE)
                            .batchSize(size)
                            .onProgress(progress::add);
                    if (policy != Conflict.ERROR) {
                        o.conflictOn(byLabel ? TAG.LABEL : TAG.CODE);
                    }
                    if (size % 2 == 0) {
                        o.returnIds();
                    }
                });
        assertThat(result.processed()).isEqualTo(given.size());
        assertThat(result.failed()).isEqualTo(result.errors().size());
        assertThat(progress).isSorted().endsWith((long) given.size());
        List<BulkError> errors = result.errors();
        if (size % 2 == 0) {
            assertIds(given, result, byLabel && policy != Conflict.ERROR);
        }
        return new Outcome(
                result.inserted(),
                result.updated(),
                result.skipped(),
                errors.stream().map(BulkError::index).toList(),
                errors.stream().map(error -> error.code().toString()).toList(),
                all());
    }

    private static void assertIds(List<Tag> given, BulkResult<String> result, boolean byLabel) {
        List<Long> failed = result.errors().stream().map(BulkError::index).toList();
        assertThat(result.ids()).hasSize(given.size());
        for (int i = 0; i < given.size(); i++) {
            @Nullable String id = result.ids().get(i);
            if (failed.contains((long) i)) {
                assertThat(id).as("id of row " + i).isNull();
            } else if (!byLabel) {
                assertThat(id).as("id of row " + i).isEqualTo(given.get(i).code());
            } else {
                assertThat(id).as("id of row " + i).isNotNull();
            }
        }
    }

    /** The same without leaving rows out; what fails leaves nothing behind. */
    private Optional<DataFlowException> aborting(List<Tag> given, Conflict policy, boolean byLabel, int size) {
        try {
            tags.bulkCreate(given, o -> {
                o.onConflict(policy).batchSize(size);
                if (policy != Conflict.ERROR) {
                    o.conflictOn(byLabel ? TAG.LABEL : TAG.CODE);
                }
            });
            return Optional.empty();
        } catch (DataFlowException e) {
            return Optional.of(e);
        }
    }
}
