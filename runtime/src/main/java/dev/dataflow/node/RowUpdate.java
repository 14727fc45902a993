package dev.dataflow.node;

import dev.dataflow.config.EngineFamily;
import dev.dataflow.metadata.ModelMetadata;
import dev.dataflow.statement.Statement;
import dev.dataflow.trait.Stamp;
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
    <T> T update(K key, Changes changes, Session.RowMapper<T> mapper) {
        // what the model's constructor refuses must not stay written
        return model.definition().isValidating()
                ? context.session().atomically(() -> write(key, changes, mapper))
                : write(key, changes, mapper);
    }

    private <T> T write(K key, Changes changes, Session.RowMapper<T> mapper) {
        Stamp stamp = context.stamp();
        if (changes.isEmpty()) {
            return single(read(key, stamp, mapper));
        }
        Statement statement = context.statements().update(model, changes.list());
        CallArguments arguments = CallArguments.row(model, changes.forKey(model, key));
        if (context.engine().family() != EngineFamily.MYSQL) {
            return single(changes.run(model, () -> context.session().query(statement, arguments, stamp, mapper)));
        }
        return context.session().transactional(() -> {
            // 0 rows may also mean that nothing changed, on a server set up so; the read tells
            changes.run(model, () -> context.session().update(statement, arguments, stamp));
            return single(read(key, stamp, mapper));
        });
    }

    /** Reads a row and keeps others from changing it until the transaction ends. */
    M lock(K key) {
        return single(context.session()
                .query(
                        context.statements().lock(model),
                        new KeyArguments<>(model, List.of(key)),
                        context.stamp(),
                        model::read));
    }

    <T> List<T> read(K key, Stamp stamp, Session.RowMapper<T> mapper) {
        return context.session()
                .query(context.statements().read(model, true), new KeyArguments<>(model, List.of(key)), stamp, mapper);
    }

    private <T> T single(List<@Nullable T> rows) {
        if (rows.isEmpty()) {
            throw Refusal.notFound(model);
        }
        return rows.get(0);
    }
}
