/** The order in which tables can be created. */
@NullMarked
package dev.dataflow.migrations.order;

import org.jspecify.annotations.NullMarked;
