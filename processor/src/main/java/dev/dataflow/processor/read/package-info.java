/** Reads models from the compiler's elements. The only place that looks at type mirrors. */
@NullMarked
package dev.dataflow.processor.read;

import org.jspecify.annotations.NullMarked;
