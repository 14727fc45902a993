/** Models that are related in every way: one to another, two ways to one, to themselves, in circles. */
@NullMarked
package store;

import org.jspecify.annotations.NullMarked;
