package dev.dataflow.query;

import java.util.Collections;
import java.util.List;

/** Which rows a call is about: criteria that were checked against a model. Independent of the database. Immutable. */
public final class Filter {

    /** A filter that every row matches. */
    public static final Filter ALL = new Filter(new Criterion.All(List.of()));

    private final Criterion root;
    private final List<Object> shape;
    private final List<Operand> operands;
    private final List<Operand.Values<?>> lists;
    private final boolean hasPlain;

    /**
     * A filter.
     *
     * @param root what rows must match
     */
    public Filter(Criterion root) {
        FilterOutline outline = new FilterOutline();
        root.outline(outline);
        this.root = root;
        // nobody else has these lists
        this.shape = Collections.unmodifiableList(outline.shape());
        this.operands = Collections.unmodifiableList(outline.operands());
        this.lists = List.copyOf(outline.lists());
        this.hasPlain = outline.hasPlain();
    }

    /** What rows must match. */
    public Criterion root() {
        return root;
    }

    /** What decides its SQL, but for how long its lists are. Filters of one shape differ in values only. */
    public List<Object> shape() {
        return shape;
    }

    /** Its values, in the order its SQL has them. */
    public List<Operand> operands() {
        return operands;
    }

    /** Its lists of values, in order. */
    public List<Operand.Values<?>> lists() {
        return lists;
    }

    /** Whether it holds conditions of jOOQ of which nobody knows the shape. */
    public boolean hasPlain() {
        return hasPlain;
    }

    /** Whether it says nothing. */
    public boolean isEmpty() {
        return root instanceof Criterion.All all && all.terms().isEmpty();
    }

    /** Whether nothing narrows it, as far as can be told without looking at rows. */
    public boolean matchesAll() {
        return root.alwaysTrue();
    }
}
