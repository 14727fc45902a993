/** Reports of plans: one view of them, and one writer for each form. Nothing in it knows the migrations engine. */
@NullMarked
package dev.dataflow.cli.report;

import org.jspecify.annotations.NullMarked;
