/** The commands. */
@NullMarked
package dev.dataflow.cli.command;

import org.jspecify.annotations.NullMarked;
