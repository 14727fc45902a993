package dev.dataflow.suite.form.base;

import dev.dataflow.annotations.Column;

/** A second way to the same column name, by another interface. */
public interface HasLabel<L> {

    @Column("tag")
    L getLabel();
}
