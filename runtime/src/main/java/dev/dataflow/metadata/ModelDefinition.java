package dev.dataflow.metadata;

import dev.dataflow.model.KeyGeneration;
import java.util.List;

/**
 * The constant facts of a model, as generated code states them.
 *
 * @param type the model's class
 * @param name its qualified name, such as {@code shop.Order}
 * @param simpleName the name its generated classes start with, such as {@code Order}
 * @param table its generated table
 * @param key the positions of the key's columns in {@code columns}, in the key's order; several of a composite key
 * @param generation where a new row's key comes from; a composite one from the caller
 * @param columns all columns: those with a component in the components' order, then the other managed ones
 * @param uniques unique keys besides the primary key
 * @param references foreign keys
 * @param isValidating whether its constructor has code of its own, which may refuse values
 * @param <M> the model
 */
public record ModelDefinition<M>(
        Class<M> type,
        String name,
        String simpleName,
        ModelTable<?> table,
        List<Integer> key,
        KeyGeneration generation,
        List<Column<?>> columns,
        List<UniqueKey> uniques,
        List<Reference> references,
        boolean isValidating) {

    /** Copies the lists. */
    public ModelDefinition {
        key = List.copyOf(key);
        columns = List.copyOf(columns);
        uniques = List.copyOf(uniques);
        references = List.copyOf(references);
    }

    /** A model whose constructor takes all values. */
    public ModelDefinition(
            Class<M> type,
            String name,
            String simpleName,
            ModelTable<?> table,
            List<Integer> key,
            KeyGeneration generation,
            List<Column<?>> columns,
            List<UniqueKey> uniques,
            List<Reference> references) {
        this(type, name, simpleName, table, key, generation, columns, uniques, references, false);
    }

    /** The same model, with a constructor that has code of its own, which may refuse values. */
    public ModelDefinition<M> validating() {
        return new ModelDefinition<>(
                type, name, simpleName, table, key, generation, columns, uniques, references, true);
    }
}
