package dev.dataflow.suite.form.base;

import dev.dataflow.annotations.Unique;

/** The second level: fixes nothing, adds a property with its own getter and fluent setter. */
public abstract class Labelled<K, L> extends Identified<K> implements HasLabel<L> {

    @Unique
    private L label;

    protected Labelled(L label) {
        this.label = label;
    }

    @Override
    public L getLabel() {
        return label;
    }

    public Labelled<K, L> label(L value) {
        label = value;
        return this;
    }
}
