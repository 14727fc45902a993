/** The differences of two schemas, each as a typed change. */
@NullMarked
package dev.dataflow.migrations.change;

import org.jspecify.annotations.NullMarked;
