/** Names in a database: how they are quoted, compared and made. Knows nothing of schemas. */
@NullMarked
package dev.dataflow.migrations.identifier;

import org.jspecify.annotations.NullMarked;
