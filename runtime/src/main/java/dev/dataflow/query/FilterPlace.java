package dev.dataflow.query;

import dev.dataflow.metadata.ModelMetadata;
import org.jspecify.annotations.Nullable;

/** Where in a filter something is read. How it is reached is put into words only when somebody asks. Immutable. */
final class FilterPlace {

    /** How deeply filters may be nested. */
    static final int DEEPEST = 20;

    private final ModelMetadata<?, ?, ?, ?> model;
    private final @Nullable FilterPlace outer;
    private final String name;
    private final int depth;
    private final FilterSize size;

    private FilterPlace(
            ModelMetadata<?, ?, ?, ?> model, @Nullable FilterPlace outer, String name, int depth, FilterSize size) {
        this.model = model;
        this.outer = outer;
        this.name = name;
        this.depth = depth;
        this.size = size;
    }

    /**
     * A place.
     *
     * @param model the model it is about
     * @param path how it is reached, such as {@code filter.customer}
     * @param depth how deeply it is nested
     * @param size what the whole filter holds so far
     */
    FilterPlace(ModelMetadata<?, ?, ?, ?> model, String path, int depth, FilterSize size) {
        this(model, null, path, depth, size);
    }

    ModelMetadata<?, ?, ?, ?> model() {
        return model;
    }

    String path() {
        return outer == null ? name : outer.path() + "." + name;
    }

    int depth() {
        return depth;
    }

    FilterSize size() {
        return size;
    }

    FilterPlace at(String field) {
        return new FilterPlace(model, this, field, depth, size);
    }

    /** Among the rows of another model. */
    FilterPlace inside(ModelMetadata<?, ?, ?, ?> other, String relation) {
        checkDepth(relation);
        return new FilterPlace(other, this, relation, depth + 1, size);
    }

    FilterPlace deeper(String operator) {
        checkDepth(operator);
        return new FilterPlace(model, this, operator, depth + 1, size);
    }

    private void checkDepth(String inner) {
        if (depth >= DEEPEST) {
            throw FilterRefusal.tooLarge(
                    path() + "." + inner,
                    "is nested more than " + DEEPEST + " deep",
                    "say the same with less nesting: fields of one map must all match, and so must the calls of a query");
        }
    }
}
