/** Random programs over models that have traits, checked against a simple model of what they do. */
@NullMarked
package dev.dataflow.suite.program;

import org.jspecify.annotations.NullMarked;
