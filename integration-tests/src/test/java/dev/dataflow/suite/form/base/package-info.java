/** Superclasses of models in another package. */
@NullMarked
package dev.dataflow.suite.form.base;

import org.jspecify.annotations.NullMarked;
