package dev.dataflow.migrations.limit;

import dev.dataflow.config.DatabaseEngine;
import dev.dataflow.error.ErrorCode;
import dev.dataflow.error.Problem;
import dev.dataflow.error.SchemaException;
import dev.dataflow.migrations.table.Table;
import java.util.ArrayList;
import java.util.List;

/** The limits of one database. */
public final class Limits {

    private final DatabaseEngine engine;
    private final List<Limit> limits;

    private Limits(DatabaseEngine engine, List<Limit> limits) {
        this.engine = engine;
        this.limits = limits;
    }

    /** The limits of a database. */
    public static Limits of(DatabaseEngine engine) {
        return new Limits(
                engine,
                switch (engine) {
                    case POSTGRESQL ->
                        List.of(new ColumnCountLimit(1600, 32), NameLimit.BYTES_63, ReservedNames.POSTGRESQL_COLUMNS);
                    case MYSQL ->
                        List.of(
                                new ColumnCountLimit(1017, 16),
                                NameLimit.CHARACTERS_64,
                                new MySqlDecimalLimit(),
                                new MySqlRowLimit(MySqlBytes::onPage, 196),
                                new MySqlKeyLimit());
                    case MARIADB ->
                        List.of(
                                new ColumnCountLimit(1017, 32),
                                NameLimit.CHARACTERS_64,
                                new MySqlRowLimit(MySqlBytes::onPageOfMariaDb, 383),
                                new MySqlKeyLimit());
                    case SQLITE ->
                        List.of(new NoSchemas(), new ColumnCountLimit(2000, 2000), ReservedNames.SQLITE_PREFIX);
                });
    }

    /**
     * Checks tables.
     *
     * @param tables the tables
     * @throws SchemaException naming everything that the database cannot hold
     */
    public void check(List<Table> tables) {
        List<String> broken = new ArrayList<>(new NameClashes(engine).in(tables));
        tables.forEach(table -> limits.forEach(limit -> limit.broken(table).forEach(broken::add)));
        if (!broken.isEmpty()) {
            throw new SchemaException(
                    new Problem(
                            ErrorCode.MODEL_UNSUPPORTED,
                            engine.label() + " cannot hold the models:\n    " + String.join("\n    ", broken),
                            "these are limits of " + engine.label() + "; no statement was run",
                            "rename with @Model(table), @Column or @Index(name), shorten text with @Column(length), or"
                                    + " split the model in two"),
                    null);
        }
    }
}
