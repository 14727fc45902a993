package dev.dataflow.migrations.analysis;

import org.jspecify.annotations.Nullable;

/**
 * What depends directly on a table or a column, before it is known what happens to it.
 *
 * @param kind what it is
 * @param name its name
 * @param table the table or view it is a part of; null for none
 * @param tie what ties it
 * @param certainty how that is known
 * @param only whether it is over the column and no other
 */
record Link(ObjectKind kind, String name, @Nullable String table, Tie tie, Certainty certainty, boolean only) {

    Link(ObjectKind kind, String name, @Nullable String table, Tie tie, Certainty certainty) {
        this(kind, name, table, tie, certainty, false);
    }
}
