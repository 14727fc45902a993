package dev.dataflow.migrations.limit;

import dev.dataflow.migrations.table.Table;
import java.util.stream.Stream;

/** Something a database sets bounds to. Stateless. */
interface Limit {

    /** Says where a table is beyond the limit, one sentence each. */
    Stream<String> broken(Table table);
}
