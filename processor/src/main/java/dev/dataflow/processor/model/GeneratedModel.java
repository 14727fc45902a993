package dev.dataflow.processor.model;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.TypeName;
import dev.dataflow.model.IndexDescriptor;
import dev.dataflow.model.KeyGeneration;
import dev.dataflow.model.NodeKind;
import dev.dataflow.model.ReferenceDescriptor;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A model, ready to be written.
 *
 * @param type its class
 * @param typeName its class as a type, with wildcards when it has parameters
 * @param names the names of its generated classes
 * @param schema its table's schema; null for the connection's
 * @param table its table's name
 * @param tableConstant the constant that holds its generated table
 * @param columns all columns: those with a component in order, then the other managed ones
 * @param key the positions of its key in the columns, in order; none in a model that has none, which is an error
 * @param generation where a new row's key comes from
 * @param uniques unique keys besides the primary key, by name
 * @param indexes indexes that are not unique, by name
 * @param references foreign keys, by name
 * @param nodes the kinds of node it has
 * @param renamedFrom names its table had before
 * @param constructor the components its constructor takes, in order; empty when each is set after it
 * @param validating whether its constructor has code of its own, which may refuse values
 */
public record GeneratedModel(
        ClassName type,
        TypeName typeName,
        GeneratedNames names,
        @Nullable String schema,
        String table,
        String tableConstant,
        List<GeneratedColumn> columns,
        List<Integer> key,
        KeyGeneration generation,
        List<IndexDescriptor> uniques,
        List<IndexDescriptor> indexes,
        List<ReferenceDescriptor> references,
        List<NodeKind> nodes,
        List<String> renamedFrom,
        List<String> constructor,
        boolean validating) {

    private static final TypeName LONG = TypeName.LONG.box();

    /** Copies the lists. */
    public GeneratedModel {
        columns = List.copyOf(columns);
        key = List.copyOf(key);
        uniques = List.copyOf(uniques);
        indexes = List.copyOf(indexes);
        references = List.copyOf(references);
        nodes = List.copyOf(nodes);
        renamedFrom = List.copyOf(renamedFrom);
        constructor = List.copyOf(constructor);
    }

    /** Whether it has all kinds of node. */
    public boolean isComplete() {
        return nodes.size() == NodeKind.values().length;
    }

    /** The columns the model has a component for. */
    public List<GeneratedColumn> components() {
        return columns.stream().filter(GeneratedColumn::component).toList();
    }

    /** The key's columns in order. */
    public List<GeneratedColumn> keyColumns() {
        return key.stream().map(columns::get).toList();
    }

    /** Whether the key has several columns, which a generated class holds. */
    public boolean isComposite() {
        return key.size() > 1;
    }

    /** The key's type: the generated class, or the column's, boxed; of a model that has none, what most have. */
    public TypeName keyType() {
        if (isComposite()) {
            return names.key();
        }
        return key.isEmpty() ? LONG : columns.get(key.get(0)).boxed();
    }

    /** Whether a column is one of the key's. */
    public boolean isKey(GeneratedColumn column) {
        return key.contains(columns.indexOf(column));
    }
}
