/** Tables and their foreign keys as a picture that is the same on each machine. */
@NullMarked
package dev.dataflow.cli.diagram;

import org.jspecify.annotations.NullMarked;
