package dev.dataflow.migrations.limit;

import dev.dataflow.migrations.table.Table;
import dev.dataflow.migrations.table.TypeFamily;
import java.util.stream.Stream;

/** How many digits after the point a decimal of MySQL can have. */
final class MySqlDecimalLimit implements Limit {

    private static final int MOST = 30;

    @Override
    public Stream<String> broken(Table table) {
        return table.columns().stream()
                .filter(column -> column.type().family() == TypeFamily.DECIMAL
                        && column.type().scale() > MOST)
                .map(column -> table.name() + "." + column.name() + ": has "
                        + column.type().scale() + " digits after the point, at most " + MOST + " are possible;"
                        + " set @Column(scale)");
    }
}
