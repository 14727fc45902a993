/**
 * What can go wrong, as exceptions with a code, a what, a why and a fix. Messages never hold row values or secrets. Every
 * layer above throws these.
 */
@NullMarked
package dev.dataflow.error;

import org.jspecify.annotations.NullMarked;
