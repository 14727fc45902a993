/** Lets one process at a time change a schema. */
@NullMarked
package dev.dataflow.migrations.lock;

import org.jspecify.annotations.NullMarked;
