/**
 * Looks at class files, without loading them, for models whose generated code is missing or no longer fits.
 */
@NullMarked
package dev.dataflow.discovery;

import org.jspecify.annotations.NullMarked;
