/** Makes reports of what the migrations engine finds out. */
@NullMarked
package dev.dataflow.cli.plan;

import org.jspecify.annotations.NullMarked;
