/** Compiles models in tests, loads what was generated, and compares diagnostics with marks in the sources. */
@NullMarked
package dev.dataflow.processor.testing;

import org.jspecify.annotations.NullMarked;
