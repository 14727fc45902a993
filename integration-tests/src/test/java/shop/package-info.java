/** The models of the contract programs. */
@NullMarked
package shop;

import org.jspecify.annotations.NullMarked;
