/** What an instance can be told and the one place where defaults stand. Used by every layer above. */
@NullMarked
package dev.dataflow.config;

import org.jspecify.annotations.NullMarked;
