/**
 * The vocabulary models are written in. Used by application code and read by the processor; it depends on nothing but
 * {@code dev.dataflow.model}, whose terms it shares.
 */
@NullMarked
package dev.dataflow.annotations;

import org.jspecify.annotations.NullMarked;
