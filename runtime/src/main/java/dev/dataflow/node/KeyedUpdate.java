package dev.dataflow.node;

import dev.dataflow.metadata.ModelMetadata;
import dev.dataflow.statement.Arguments;
import dev.dataflow.trait.Stamp;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** Gives rows of different keys values of their own, many in one statement. */
final class KeyedUpdate {

    private final NodeContext context;
    private final ModelMetadata<?, ?, ?, ?> model;
    private final Stamp stamp;
    private final RowLoader loader;

    KeyedUpdate(NodeContext context, ModelMetadata<?, ?, ?, ?> model, Stamp stamp, RowLoader loader) {
        this.context = context;
        this.model = model;
        this.stamp = stamp;
        this.loader = loader;
    }

    /** How many values a statement has for each row. */
    int parametersPerRow(List<Integer> columns) {
        return model.width(columns) + model.key().size() + 3;
    }

    /**
     * Changes rows.
     *
     * @param rows the rows
     * @param same the columns by which they are found: those of the primary key, and perhaps the version
     * @param columns the columns that get new values
     * @param arguments gives the values of some of them
     * @return how many there were
     */
    <T> long update(List<T> rows, List<Integer> same, List<Integer> columns, Function<List<T>, Arguments> arguments) {
        if (loader.stages(rows.size())) {
            List<Integer> staged = new ArrayList<>(same);
            staged.addAll(columns);
            loader.stage(staged, arguments.apply(rows), rows.size());
            return loader.run(context.statements().updateStaged(model, same, columns));
        }
        long count = 0;
        for (List<T> some : Chunks.statements(rows, parametersPerRow(columns), context)) {
            count += context.session()
                    .update(
                            context.statements().updateEach(model, same, columns, some.size()),
                            arguments.apply(some),
                            stamp);
        }
        return count;
    }
}
