/**
 * A model as it stands in the source: plain facts, each with its place, nothing derived or checked yet. Valid in the
 * round it was read in.
 */
@NullMarked
package dev.dataflow.processor.source;

import org.jspecify.annotations.NullMarked;
