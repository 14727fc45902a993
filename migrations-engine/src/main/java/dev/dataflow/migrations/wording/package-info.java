/** How things are said. Knows nothing of schemas. */
@NullMarked
package dev.dataflow.migrations.wording;

import org.jspecify.annotations.NullMarked;
