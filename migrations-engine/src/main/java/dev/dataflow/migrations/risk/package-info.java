/** How risky the steps of a plan are, with the facts behind each point, and whether a policy lets them run. */
@NullMarked
package dev.dataflow.migrations.risk;

import org.jspecify.annotations.NullMarked;
