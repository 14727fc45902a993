/** The schema that models want, as a server writes it: made where nobody sees it, and read like any other. */
@NullMarked
package dev.dataflow.migrations.scratch;

import org.jspecify.annotations.NullMarked;
