/**
 * The two annotation processors: one writes the classes and the descriptor of each model, the other the module that
 * lists all models of a source set. A model is read, worked out, checked and written; each step is a package.
 */
@NullMarked
package dev.dataflow.processor;

import org.jspecify.annotations.NullMarked;
