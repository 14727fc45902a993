/** What a model's options add to its statements: assignments and predicates, one class per option. The statement layer composes them; nothing else applies them. */
@NullMarked
package dev.dataflow.trait;

import org.jspecify.annotations.NullMarked;
