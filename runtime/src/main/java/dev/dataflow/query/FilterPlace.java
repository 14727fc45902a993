package dev.dataflow.query;

import dev.dataflow.metadata.ModelMetadata;

/**
 * Where in a filter something is read.
 *
 * @param model the model it is about
 * @param path how it is reached, such as {@code filter.customer}
 * @param depth how deeply it is nested
 * @param size what the whole filter holds so far
 */
record FilterPlace(ModelMetadata<?, ?, ?, ?> model, String path, int depth, FilterSize size) {

    /** How deeply filters may be nested. */
    static final int DEEPEST = 20;

    FilterPlace at(String name) {
        return new FilterPlace(model, path + "." + name, depth, size);
    }

    /** Among the rows of another model. */
    FilterPlace inside(ModelMetadata<?, ?, ?, ?> other, String name) {
        FilterPlace inner = deeper(name);
        return new FilterPlace(other, inner.path(), inner.depth(), size);
    }

    FilterPlace deeper(String name) {
        if (depth >= DEEPEST) {
            throw FilterRefusal.tooLarge(
                    path + "." + name,
                    "is nested more than " + DEEPEST + " deep",
                    "say the same with less nesting: fields of one map must all match, and so must the calls of a query");
        }
        return new FilterPlace(model, path + "." + name, depth + 1, size);
    }
}
