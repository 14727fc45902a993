package dev.dataflow.migrations.script;

import java.util.List;

/**
 * The creation of one object.
 *
 * @param name the object's name
 * @param mentions the texts in which names of objects stand that it needs
 * @param statement the statement
 */
record Creation(String name, List<String> mentions, String statement) {}
