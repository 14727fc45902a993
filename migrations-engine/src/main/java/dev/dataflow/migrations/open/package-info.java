/** Brings the schema to the models when an instance opens. */
@NullMarked
package dev.dataflow.migrations.open;

import org.jspecify.annotations.NullMarked;
