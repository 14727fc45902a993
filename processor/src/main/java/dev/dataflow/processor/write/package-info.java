/** Writes a model's generated classes, one writer per class. Pure functions of the generated model. */
@NullMarked
package dev.dataflow.processor.write;

import org.jspecify.annotations.NullMarked;
