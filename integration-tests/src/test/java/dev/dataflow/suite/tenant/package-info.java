/** Models whose rows belong to tenants, and one whose rows all share. */
@NullMarked
package dev.dataflow.suite.tenant;

import org.jspecify.annotations.NullMarked;
