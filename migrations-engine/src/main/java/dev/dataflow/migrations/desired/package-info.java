/** The schema that the models want on a database. */
@NullMarked
package dev.dataflow.migrations.desired;

import org.jspecify.annotations.NullMarked;
