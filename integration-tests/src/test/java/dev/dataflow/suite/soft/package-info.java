/** Models whose deleted rows stay, and what becomes of rows that point to them. */
@NullMarked
package dev.dataflow.suite.soft;

import org.jspecify.annotations.NullMarked;
