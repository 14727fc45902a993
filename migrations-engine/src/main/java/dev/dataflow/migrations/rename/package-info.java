/** What models say of former names, made into hints for a schema that is there. */
@NullMarked
package dev.dataflow.migrations.rename;

import org.jspecify.annotations.NullMarked;
