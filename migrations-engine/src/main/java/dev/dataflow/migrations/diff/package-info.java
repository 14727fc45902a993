/** The differences of two schemas, in an order in which they can be made. */
@NullMarked
package dev.dataflow.migrations.diff;

import org.jspecify.annotations.NullMarked;
