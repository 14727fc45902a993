package dev.dataflow.node;

import dev.dataflow.config.EngineFamily;
import dev.dataflow.error.DataFlowException;
import dev.dataflow.metadata.ModelMetadata;
import dev.dataflow.model.ManagedColumn;
import dev.dataflow.statement.Statement;
import dev.dataflow.trait.Stamp;
import dev.dataflow.trait.Tombstones;
import dev.dataflow.transaction.Session;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Changes the row of a key and gives it back as stored. */
final class RowUpdate<M, K> {

    private final NodeContext context;
    private final ModelMetadata<M, K, ?, ?> model;

    RowUpdate(NodeContext context, ModelMetadata<M, K, ?, ?> model) {
        this.context = context;
        this.model = model;
    }

    /** Changes the row; a patch that changes nothing only reads it. */
    <T> T update(K key, Changes changes, ExpectedVersion expected, Returned<T> returned) {
        // what the model's constructor refuses must not stay written
        return model.definition().isValidating()
                ? context.session().atomically(() -> write(key, changes, expected, returned))
                : write(key, changes, expected, returned);
    }

    private <T> T write(K key, Changes changes, ExpectedVersion expected, Returned<T> returned) {
        Stamp stamp = context.stamp();
        if (changes.isEmpty() && context.statements().reach().tombstones() != Tombstones.REVIVED) {
            return readExpected(key, expected, stamp, returned);
        }
        Statement statement = expected.in(context.statements()).update(model, changes.list(), returned.all());
        CallArguments arguments = CallArguments.row(model, expected.put(model, changes.forKey(model, key)));
        try {
            if (context.engine().family() != EngineFamily.MYSQL) {
                List<T> rows = context.session().query(statement, arguments, stamp, returned.mapper());
                if (rows.isEmpty()) {
                    checkGone(key, expected, stamp);
                }
                return single(rows);
            }
            return context.session().transactional(() -> {
                // 0 rows may also mean that nothing changed, on a server set up so; the read tells. A version always
                // changes
                if (context.session().update(statement, arguments, stamp) == 0) {
                    checkGone(key, expected, stamp);
                }
                return single(read(key, stamp, returned));
            });
        } catch (DataFlowException e) {
            throw changes.told(model, e);
        }
    }

    /** A row with the version it had when it was read. */
    record Read<M>(M row, long version) {}

    Read<M> readVersioned(K key) {
        int version = model.managed(ManagedColumn.VERSION);
        int place = model.place(version);
        return single(context.session()
                .query(
                        context.statements().read(model, version >= model.components()),
                        keys(key),
                        context.stamp(),
                        row -> new Read<>(model.read(row), row.int64(place))));
    }

    private <T> T readExpected(K key, ExpectedVersion expected, Stamp stamp, Returned<T> returned) {
        Long version = expected.version();
        if (version == null) {
            return single(read(key, stamp, returned));
        }
        int place = model.place(model.managed(ManagedColumn.VERSION));
        long[] found = {version};
        Session.RowMapper<T> mapper = stored -> {
            found[0] = stored.int64(place);
            return returned.mapper().map(stored);
        };
        T row = single(read(key, stamp, new Returned<>(mapper, true)));
        if (found[0] != version) {
            throw expected.stale(model, found[0]);
        }
        return row;
    }

    /** Reads a row and keeps others from changing it until the transaction ends. */
    M lock(K key) {
        return single(
                context.session().query(context.statements().lock(model), keys(key), context.stamp(), model::read));
    }

    <T> List<T> read(K key, Stamp stamp, Returned<T> returned) {
        return context.session()
                .query(context.statements().read(model, returned.all()), keys(key), stamp, returned.mapper());
    }

    /**
     * After a statement that found no row of an expected version: refuses a row that is there, since it has another one. It is
     * read with a lock, because a transaction of MySQL may see it as it was long ago.
     */
    void checkGone(K key, ExpectedVersion expected, Stamp stamp) {
        if (expected.version() == null) {
            return;
        }
        List<Integer> version = List.of(model.managed(ManagedColumn.VERSION));
        List<Long> found = context.session()
                .query(context.statements().lockColumns(model, version, 1), keys(key), stamp, row -> row.int64(1));
        if (!found.isEmpty()) {
            throw expected.stale(model, found.get(0));
        }
    }

    private KeyArguments<K> keys(K key) {
        return new KeyArguments<>(model, List.of(key));
    }

    private <T> T single(List<@Nullable T> rows) {
        if (rows.isEmpty()) {
            throw Refusal.notFound(model);
        }
        return rows.get(0);
    }
}
