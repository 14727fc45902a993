package dev.dataflow.model;

/** The kinds of node a model can have. A node class is named {@code <Model><Kind>Node}. */
public enum NodeKind {
    /** Inserts one row. */
    CREATE("Create"),
    /** Reads one row by key. */
    READ("Read"),
    /** Changes one row by key. */
    UPDATE("Update"),
    /** Deletes one row by key. */
    DELETE("Delete"),
    /** Reads a page of rows. */
    LIST("List"),
    /** Inserts many rows. */
    BULK_CREATE("BulkCreate"),
    /** Changes many rows. */
    BULK_UPDATE("BulkUpdate"),
    /** Deletes many rows. */
    BULK_DELETE("BulkDelete"),
    /** Inserts or changes many rows. */
    BULK_UPSERT("BulkUpsert"),
    /** Inserts or changes one row. */
    UPSERT("Upsert"),
    /** Counts rows. */
    COUNT("Count"),
    /** Groups rows, and computes values over each group. */
    AGGREGATE("Aggregate");

    private final String label;

    NodeKind(String label) {
        this.label = label;
    }

    /** The kind as it stands in class names, such as {@code BulkCreate}. */
    public String label() {
        return label;
    }

    /**
     * The name of a model's node of this kind.
     *
     * @param model the model's simple name, such as {@code Order}
     * @return the node's simple class name, such as {@code OrderBulkCreateNode}
     */
    public String nodeName(String model) {
        return model + label + "Node";
    }
}
