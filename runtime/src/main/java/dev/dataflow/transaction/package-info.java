/** Where statements meet connections: scopes, savepoints, execution, errors. Nodes run statements through it; it makes none. */
@NullMarked
package dev.dataflow.transaction;

import org.jspecify.annotations.NullMarked;
