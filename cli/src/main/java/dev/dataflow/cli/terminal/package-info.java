/** What a terminal can show, and what goes to which stream. */
@NullMarked
package dev.dataflow.cli.terminal;

import org.jspecify.annotations.NullMarked;
