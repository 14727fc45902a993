package dev.dataflow.migrations.analysis.text;

import org.jspecify.annotations.Nullable;

/**
 * A place in a text where grammar wants a table, and there is a name.
 *
 * @param token the index of the name's token
 * @param schema the index of the token of the schema before it; -1 for none
 * @param alias the token of the name that it has from there on; null for its own
 */
public record Reference(int token, int schema, @Nullable Token alias) {}
