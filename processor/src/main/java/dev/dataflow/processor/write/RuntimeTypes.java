package dev.dataflow.processor.write;

import com.palantir.javapoet.ClassName;
import dev.dataflow.model.NodeKind;

/** Classes generated code names and the processor does not have. */
public final class RuntimeTypes {

    /** {@code ModelMetadata}. */
    public static final ClassName MODEL_METADATA = ClassName.get("dev.dataflow.metadata", "ModelMetadata");

    /** {@code ModelModule}. */
    public static final ClassName MODEL_MODULE = ClassName.get("dev.dataflow.node", "ModelModule");

    /** {@code Node}. */
    public static final ClassName NODE = ClassName.get("dev.dataflow.node", "Node");

    /** {@code NodeScope}. */
    public static final ClassName NODE_SCOPE = ClassName.get("dev.dataflow.node", "NodeScope");

    /** {@code Inverse}. */
    public static final ClassName INVERSE = ClassName.get("dev.dataflow.metadata", "Inverse");

    static final ClassName COLUMN = ClassName.get("dev.dataflow.metadata", "Column");
    static final ClassName DRAFT = ClassName.get("dev.dataflow.metadata", "Draft");
    static final ClassName KEY_PARTS = ClassName.get("dev.dataflow.metadata", "KeyParts");
    static final ClassName MODEL_DEFINITION = ClassName.get("dev.dataflow.metadata", "ModelDefinition");
    static final ClassName MODEL_TABLE = ClassName.get("dev.dataflow.metadata", "ModelTable");
    static final ClassName PATCH = ClassName.get("dev.dataflow.metadata", "Patch");
    static final ClassName REFERENCE = ClassName.get("dev.dataflow.metadata", "Reference");
    static final ClassName UNIQUE_KEY = ClassName.get("dev.dataflow.metadata", "UniqueKey");
    static final ClassName COLUMN_TYPE = ClassName.get("dev.dataflow.type", "ColumnType");
    static final ClassName COLUMN_TYPES = ClassName.get("dev.dataflow.type", "ColumnTypes");
    static final ClassName JSON_TYPE = ClassName.get("dev.dataflow.type", "JsonType");
    static final ClassName PARAMETER_WRITER = ClassName.get("dev.dataflow.type", "ParameterWriter");
    static final ClassName ROW_READER = ClassName.get("dev.dataflow.type", "RowReader");
    static final ClassName SQL_EXCEPTION = ClassName.get("java.sql", "SQLException");
    static final ClassName NULLABLE = ClassName.get("org.jspecify.annotations", "Nullable");
    static final ClassName MODEL_NODE = node("ModelNode");
    static final ClassName MODEL_NODES = node("ModelNodes");
    static final ClassName BULK_CREATE_OPTIONS = node("BulkCreateOptions");
    static final ClassName BULK_DELETED = node("BulkDeleted");
    static final ClassName DELETE_OPTIONS = node("DeleteOptions");
    static final ClassName READ_OPTIONS = node("ReadOptions");
    static final ClassName BULK_RESULT = node("BulkResult");
    static final ClassName BULK_UPDATED = node("BulkUpdated");
    static final ClassName BULK_UPDATE_OPTIONS = node("BulkUpdateOptions");
    static final ClassName BULK_UPSERT_OPTIONS = node("BulkUpsertOptions");
    static final ClassName EXPLANATION = node("Explanation");
    static final ClassName UPDATE_OPTIONS = node("UpdateOptions");
    static final ClassName UPSERTED = node("Upserted");
    static final ClassName UPSERT_OPTIONS = node("UpsertOptions");
    static final ClassName WITH_META = node("WithMeta");
    static final ClassName AGGREGATE_QUERY = query("AggregateQuery");
    static final ClassName BULK_QUERY = query("BulkQuery");
    static final ClassName COUNT_QUERY = query("CountQuery");
    static final ClassName GROUP = query("Group");
    static final ClassName LIST_QUERY = query("ListQuery");
    static final ClassName PAGE = query("Page");
    static final ClassName STREAM_QUERY = query("StreamQuery");
    static final ClassName JOOQ_NAME = ClassName.get("org.jooq", "Name");
    static final ClassName JOOQ_RECORD = ClassName.get("org.jooq", "Record");
    static final ClassName JOOQ_TABLE_FIELD = ClassName.get("org.jooq", "TableField");

    private RuntimeTypes() {}

    static ClassName base(NodeKind kind) {
        return node(kind.label() + "Node");
    }

    private static ClassName node(String name) {
        return ClassName.get("dev.dataflow.node", name);
    }

    private static ClassName query(String name) {
        return ClassName.get("dev.dataflow.query", name);
    }
}
