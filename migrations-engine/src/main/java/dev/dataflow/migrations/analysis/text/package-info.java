/** The words of SQL texts that a catalog keeps as texts, and which of them name tables. Knows nothing of schemas. */
@NullMarked
package dev.dataflow.migrations.analysis.text;

import org.jspecify.annotations.NullMarked;
