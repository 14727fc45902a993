/** What a database cannot hold, found before any statement runs. */
@NullMarked
package dev.dataflow.migrations.limit;

import org.jspecify.annotations.NullMarked;
