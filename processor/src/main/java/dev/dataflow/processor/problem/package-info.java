/**
 * What can be wrong with a model: the catalogue of problems, where they are, and how they are printed.
 */
@NullMarked
package dev.dataflow.processor.problem;

import org.jspecify.annotations.NullMarked;
