/** The command line: {@code java -jar dataflow.jar}. It prints what the migrations engine finds out, and works out nothing. */
@NullMarked
package dev.dataflow.cli;

import org.jspecify.annotations.NullMarked;
