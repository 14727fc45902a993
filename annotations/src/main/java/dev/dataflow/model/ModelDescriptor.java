package dev.dataflow.model;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A model as its source says, with every name and default worked out.
 *
 * <p>The processor writes it as JSON to {@link #resource(String)} on the class path. All lists are in a fixed order:
 * columns as in the source with managed ones last, the others by name.
 *
 * @param schemaVersion the version of this form, {@link #SCHEMA_VERSION}
 * @param name the model's qualified name, such as {@code shop.Order}
 * @param simpleName the name its generated classes start with, such as {@code Order}
 * @param packageName the package of the model and its generated classes; empty for the unnamed one
 * @param schema the table's schema, on MySQL and MariaDB its database; null for the connection's
 * @param table the table's name
 * @param columns all columns, managed ones included
 * @param key the primary key
 * @param uniques unique keys, besides the primary key
 * @param indexes indexes that are not unique
 * @param references foreign keys
 * @param nodes the kinds of node generated
 * @param renamedFrom names the table had before, in the same schema
 */
public record ModelDescriptor(
        int schemaVersion,
        String name,
        String simpleName,
        String packageName,
        @Nullable String schema,
        String table,
        List<ColumnDescriptor> columns,
        KeyDescriptor key,
        List<IndexDescriptor> uniques,
        List<IndexDescriptor> indexes,
        List<ReferenceDescriptor> references,
        List<NodeKind> nodes,
        List<String> renamedFrom) {

    /**
     * The version of the descriptor's form that this release writes and reads. What older releases do not know and seldom
     * occurs, such as former names, is left out where it is empty: then they read the file, and otherwise they refuse it.
     */
    public static final int SCHEMA_VERSION = 1;

    /** Copies the lists. */
    public ModelDescriptor {
        columns = List.copyOf(columns);
        uniques = List.copyOf(uniques);
        indexes = List.copyOf(indexes);
        references = List.copyOf(references);
        nodes = List.copyOf(nodes);
        renamedFrom = List.copyOf(renamedFrom);
    }

    /**
     * Where a model's descriptor lies on the class path.
     *
     * @param name the model's qualified name
     * @return the resource's path, without a leading slash
     */
    public static String resource(String name) {
        return "META-INF/dataflow/models/" + name + ".json";
    }
}
