package dev.dataflow.metadata;

/**
 * What a relation is called.
 *
 * @param name as components are named, such as {@code billingAddress}
 * @param key in snake_case, as maps name it, such as {@code billing_address}
 */
public record RelationName(String name, String key) {

    /** Whether a caller means this relation. */
    public boolean is(String given) {
        return name.equals(given) || key.equals(given);
    }
}
