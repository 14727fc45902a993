package dev.dataflow.migrations.script;

import dev.dataflow.config.DatabaseEngine;
import dev.dataflow.config.EngineFamily;
import dev.dataflow.migrations.schema.Check;
import dev.dataflow.migrations.schema.Column;
import dev.dataflow.migrations.schema.ForeignKey;
import dev.dataflow.migrations.schema.Index;
import dev.dataflow.migrations.schema.PrimaryKey;
import dev.dataflow.migrations.schema.Schema;
import dev.dataflow.migrations.schema.Table;
import dev.dataflow.migrations.schema.UniqueKey;
import java.util.ArrayList;
import java.util.List;

/** How a database writes parts of tables where they are added to one. Immutable and thread-safe. */
public final class PartText {

    private final DatabaseEngine engine;

    /** The texts of a database. */
    public PartText(DatabaseEngine engine) {
        this.engine = engine;
    }

    /** A column, with its type, default and so on. */
    public String column(Column column) {
        return switch (engine.family()) {
            case POSTGRESQL -> PostgresColumnText.of(column);
            case MYSQL -> table("").column(column);
            case SQLITE -> new SqliteTableText(Table.named("").build()).column(column);
        };
    }

    /** A column of MariaDB with a check of its own. A column of JSON is one of another type to it when that is spelt out. */
    public String column(Column column, Check check) {
        boolean json = check.makesJson()
                && column.type().name().equals("longtext")
                && "utf8mb4_bin".equals(column.collation());
        if (json) {
            return table("").json(column);
        }
        Table table = Table.named("").checks(List.of(check)).build();
        return new MySqlTableText(table, engine == DatabaseEngine.MARIADB).column(column);
    }

    /** A primary key of PostgreSQL, MySQL or MariaDB. */
    public String primaryKey(PrimaryKey key) {
        return engine.family() == EngineFamily.MYSQL ? MySqlTableText.primaryKey(key) : PostgresKeyText.primaryKey(key);
    }

    /** A unique constraint of PostgreSQL. */
    public String unique(UniqueKey key) {
        return PostgresKeyText.unique(key);
    }

    /** A foreign key of PostgreSQL, MySQL or MariaDB. */
    public String foreignKey(ForeignKey key) {
        return engine.family() == EngineFamily.MYSQL ? MySqlTableText.foreignKey(key) : PostgresKeyText.foreignKey(key);
    }

    /** A check of PostgreSQL, MySQL or MariaDB. */
    public String check(Check check) {
        return engine.family() == EngineFamily.MYSQL ? MySqlTableText.check(check) : PostgresKeyText.check(check);
    }

    /** The statement that creates an index of PostgreSQL or SQLite. */
    public String createIndex(String table, Index index) {
        return engine.family() == EngineFamily.SQLITE
                ? SqliteTableText.index(table, index)
                : PostgresKeyText.index(table, index);
    }

    /** An index of MySQL or MariaDB, as in CREATE TABLE. */
    public String index(Index index) {
        return table("").index(index);
    }

    /** What creates the triggers, rules and policies of a table, and whatever else is said of it after CREATE TABLE. */
    public static List<String> additions(DatabaseEngine engine, Table with, Table without) {
        List<String> statements = new ArrayList<>(CreationScript.of(Schema.of(engine, List.of(with))));
        CreationScript.of(Schema.of(engine, List.of(without))).forEach(statements::remove);
        return statements;
    }

    private MySqlTableText table(String name) {
        return new MySqlTableText(Table.named(name).build(), engine == DatabaseEngine.MARIADB);
    }
}
