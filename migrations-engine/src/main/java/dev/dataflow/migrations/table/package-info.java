/** What models say about tables, and as much of a database's tables as that is compared with when an instance opens. */
@NullMarked
package dev.dataflow.migrations.table;

import org.jspecify.annotations.NullMarked;
