package dev.dataflow.metadata;

/** How an update computes a column's new value from its old one. */
public enum UpdateOperator {
    /** Adds a number. */
    INCREMENT("$inc"),
    /** Subtracts a number. */
    DECREMENT("$dec"),
    /** Multiplies by a number. */
    MULTIPLY("$multiply"),
    /** Appends text. */
    CONCAT("$concat");

    private final String symbol;

    UpdateOperator(String symbol) {
        this.symbol = symbol;
    }

    /** The operator as maps name it. */
    @Override
    public String toString() {
        return symbol;
    }
}
