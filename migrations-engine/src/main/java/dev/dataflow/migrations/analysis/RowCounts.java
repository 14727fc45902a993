package dev.dataflow.migrations.analysis;

import java.util.OptionalLong;

/** How many rows tables have, as far as that is known. */
@FunctionalInterface
public interface RowCounts {

    /** Nothing is known. */
    RowCounts UNKNOWN = table -> OptionalLong.empty();

    /**
     * The number of rows, counted or estimated.
     *
     * @param table the table's name
     * @return the number; empty when it is not known
     */
    OptionalLong rows(String table);
}
