package dev.dataflow.migrations.plan;

import dev.dataflow.config.DatabaseEngine;
import dev.dataflow.config.EngineFamily;
import dev.dataflow.migrations.identifier.Quoting;
import dev.dataflow.migrations.schema.Column;
import dev.dataflow.migrations.schema.ColumnType;
import dev.dataflow.migrations.schema.EnumType;
import dev.dataflow.migrations.schema.Identity;
import dev.dataflow.migrations.schema.Policy;
import dev.dataflow.migrations.schema.PrimaryKey;
import dev.dataflow.migrations.schema.Routine;
import dev.dataflow.migrations.schema.Schema;
import dev.dataflow.migrations.schema.Sequence;
import dev.dataflow.migrations.schema.SequenceNumbers;
import dev.dataflow.migrations.schema.ServerVersion;
import dev.dataflow.migrations.schema.Table;
import dev.dataflow.migrations.schema.Trigger;
import dev.dataflow.migrations.schema.View;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.TreeMap;

/** What seldom changes: enums, identities, sequences, composite keys, collations, triggers, policies, routines. */
final class RandomTraits {

    /** How many kinds of changes of a table there are. */
    static final int KINDS = 5;

    private final DatabaseEngine engine;
    private final ServerVersion version;
    private final Random random;
    private final List<Sequence> sequences = new ArrayList<>();
    private final List<String> moods = new ArrayList<>(List.of("a", "b"));
    private int routine;

    RandomTraits(DatabaseEngine engine, ServerVersion version, Random random) {
        this.engine = engine;
        this.version = version;
        this.random = random;
        routine = random.nextInt(3);
    }

    static boolean isText(Column column) {
        return column.type().name().matches("(?i)character varying|varchar|text");
    }

    /** A column of a few values, of which all rows have the first. */
    static boolean isMood(Column column) {
        return column.name().startsWith("m");
    }

    Column mood(String name) {
        String type = engine == DatabaseEngine.POSTGRESQL ? "mood" : "enum('" + String.join("','", moods) + "')";
        String sql = engine.family() == EngineFamily.SQLITE ? "TEXT" : type;
        String value = engine == DatabaseEngine.POSTGRESQL ? "'a'::mood" : "'a'";
        return Column.of(name, ColumnType.of(engine, sql)).withNullable(false).withDefault(value);
    }

    /** A default of its own for each row. */
    String each() {
        return switch (engine.family()) {
            case POSTGRESQL -> "md5(random()::text)";
            case MYSQL -> engine == DatabaseEngine.MARIADB ? "uuid()" : "(uuid())";
            case SQLITE -> "lower(hex(randomblob(4)))";
        };
    }

    Table changed(int kind, Table table, Column column, boolean pointedTo, String name) {
        return switch (kind) {
            case 0 -> isText(column) ? collated(table, column) : table;
            case 1 -> triggered(table, name);
            case 2 -> engine == DatabaseEngine.POSTGRESQL ? guarded(table, name) : table;
            case 3 -> pointedTo ? table : keyed(table);
            default -> counted(table);
        };
    }

    /** Something that is no table. */
    void change(String name) {
        if (random.nextBoolean() && engine == DatabaseEngine.POSTGRESQL) {
            moods.add(random.nextInt(moods.size() + 1), name);
        } else if (random.nextBoolean()) {
            routine = random.nextInt(3);
        } else if (engine == DatabaseEngine.POSTGRESQL || engine == DatabaseEngine.MARIADB) {
            if (!sequences.removeIf(each -> random.nextInt(3) == 0)) {
                sequences.add(new Sequence(
                        "s" + name, "bigint", SequenceNumbers.upTo(1000 + random.nextInt(9)), null, new TreeMap<>()));
            }
        }
    }

    Schema schema(List<Table> tables, List<View> views) {
        boolean postgres = engine == DatabaseEngine.POSTGRESQL;
        List<Routine> routines = new ArrayList<>();
        if (postgres) {
            routines.add(function("touch", "trigger", "BEGIN RETURN NEW; END"));
            if (routine > 0) {
                routines.add(function("one", "integer", "BEGIN RETURN " + routine + "; END"));
            }
        } else if (routine > 0 && engine.family() == EngineFamily.MYSQL) {
            routines.add(new Routine(
                    Routine.Kind.FUNCTION,
                    "one",
                    "",
                    "() RETURNS int\n    NO SQL\n    DETERMINISTIC\nRETURN " + routine,
                    new TreeMap<>()));
        }
        return Schema.of(engine, tables.stream().map(this::named).toList())
                .edit()
                .views(views)
                .sequences(sequences)
                .enums(postgres ? List.of(EnumType.of("mood", moods)) : List.of())
                .routines(routines)
                .build();
    }

    private static Routine function(String name, String type, String body) {
        return new Routine(
                Routine.Kind.FUNCTION,
                name,
                "",
                "CREATE OR REPLACE FUNCTION " + name + "()\n RETURNS " + type + "\n LANGUAGE plpgsql\nAS $$" + body
                        + "$$",
                new TreeMap<>());
    }

    /** Triggers are written under the name that their table has in the end. */
    private Table named(Table table) {
        String on = " ON " + q(table.name());
        return table.edit()
                .triggers(table.triggers().stream()
                        .map(trigger -> new Trigger(
                                trigger.name(),
                                switch (engine.family()) {
                                    case POSTGRESQL ->
                                        "CREATE TRIGGER " + trigger.name() + moment(table) + " UPDATE" + on
                                                + " FOR EACH ROW EXECUTE FUNCTION touch()";
                                    case MYSQL -> "BEFORE UPDATE" + on + " FOR EACH ROW SET @touched = 1";
                                    case SQLITE ->
                                        "CREATE TRIGGER " + trigger.name() + " AFTER UPDATE" + on
                                                + " BEGIN SELECT 1; END";
                                },
                                new TreeMap<>()))
                        .toList())
                .build();
    }

    /** Version 12 has no triggers before the rows of a partitioned table. */
    private String moment(Table table) {
        return table.partitioning() == null || version.atLeast(13) ? " BEFORE" : " AFTER";
    }

    private Table collated(Table table, Column column) {
        String other = switch (engine.family()) {
            case POSTGRESQL -> "C";
            case MYSQL -> "utf8mb4_bin";
            case SQLITE -> "NOCASE";
        };
        return table.edit()
                .columns(table.columns().stream()
                        .map(each -> each.equals(column)
                                ? column.withCollation(column.collation() == null ? other : null)
                                : each)
                        .toList())
                .build();
    }

    private Table triggered(Table table, String name) {
        return table.triggers().isEmpty()
                ? table.edit()
                        .trigger(new Trigger("tr_" + name, "", new TreeMap<>()))
                        .build()
                : table.edit().triggers(List.of()).build();
    }

    private Table guarded(Table table, String name) {
        return table.policies().isEmpty()
                ? table.edit()
                        .policy(new Policy("po_" + name, true, "ALL", List.of("public"), "true", null))
                        .build()
                : table.edit().policies(List.of()).build();
    }

    /** From the id to the id and another column, and back. */
    private Table keyed(Table table) {
        PrimaryKey key = table.primaryKey();
        if (table.column("k").isEmpty() || table.columns().get(0).identity() != null || key == null) {
            return table;
        }
        List<String> columns = key.columns().size() == 1 ? List.of("id", "k") : List.of("id");
        return table.edit().primaryKey(PrimaryKey.of(key.name(), columns)).build();
    }

    private Table counted(Table table) {
        if (table.primaryKey() == null || table.primaryKey().columns().size() > 1 || table.partitioning() != null) {
            return table;
        }
        Column id = table.columns().get(0);
        Identity other = engine == DatabaseEngine.POSTGRESQL
                ? new Identity(random.nextBoolean(), null)
                : Identity.AUTO_INCREMENT;
        List<Column> columns = new ArrayList<>(table.columns());
        columns.set(0, id.withIdentity(id.identity() == null || random.nextInt(3) == 0 ? other : null));
        return table.edit().columns(columns).build();
    }

    private String q(String name) {
        return Quoting.of(engine).quote(name);
    }

    /** A column that is new may be NULL, or has a default for rows that are there. */
    static Column turned(Column column, boolean number) {
        Column other = column.withNullable(!column.nullable());
        return column.nullable() && column.defaultValue() == null ? other.withDefault(number ? "7" : "'seven'") : other;
    }

    static boolean isGenerated(Table table) {
        return table.columns().stream().anyMatch(column -> column.generated() != null);
    }
}
