/** Explains error codes on a console: the pages of the documentation, which lie in the jars. */
@NullMarked
package dev.dataflow.explain;

import org.jspecify.annotations.NullMarked;
