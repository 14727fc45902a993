/** Models of every form: beans, immutable classes, nested types, generic superclasses, Lombok. */
@NullMarked
package dev.dataflow.suite.form;

import org.jspecify.annotations.NullMarked;
