/** Writes files through the compiler: sources, descriptors, and the list of models. */
@NullMarked
package dev.dataflow.processor.emit;

import org.jspecify.annotations.NullMarked;
