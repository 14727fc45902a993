/**
 * A model as it is generated: every name and default worked out, immutable, free of the compiler's types. Writers read
 * nothing else.
 */
@NullMarked
package dev.dataflow.processor.model;

import org.jspecify.annotations.NullMarked;
