package dev.dataflow.migrations.limit;

import dev.dataflow.migrations.table.Table;
import java.util.stream.Stream;

/** A database without schemas: a table put elsewhere than the model says could be taken for another of its name. */
final class NoSchemas implements Limit {

    @Override
    public Stream<String> broken(Table table) {
        String schema = table.name().schema();
        return Stream.ofNullable(schema)
                .map(name -> table.name() + ": is to lie in the schema `" + name
                        + "`, and there are none; leave @Model(schema) out, and name the table with @Model(table)");
    }
}
