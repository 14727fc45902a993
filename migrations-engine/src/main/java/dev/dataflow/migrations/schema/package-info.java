/** What a schema is, as immutable records: the same for what the models want and for what a database has. */
@NullMarked
package dev.dataflow.migrations.schema;

import org.jspecify.annotations.NullMarked;
