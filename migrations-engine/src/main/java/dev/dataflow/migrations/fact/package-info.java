/** What is known about a live database that a plan changes: sizes, traffic, and counted answers about its rows. */
@NullMarked
package dev.dataflow.migrations.fact;

import org.jspecify.annotations.NullMarked;
