/** A small shop: what DataFlow does, from the first table to the last row. */
@NullMarked
package shop;

import org.jspecify.annotations.NullMarked;
