package dev.dataflow.migrations.plan;

import dev.dataflow.config.DatabaseEngine;
import dev.dataflow.config.EngineFamily;
import dev.dataflow.migrations.diff.RenameHints;
import dev.dataflow.migrations.identifier.Quoting;
import dev.dataflow.migrations.identifier.TableName;
import dev.dataflow.migrations.schema.Check;
import dev.dataflow.migrations.schema.Column;
import dev.dataflow.migrations.schema.ColumnType;
import dev.dataflow.migrations.schema.ForeignKey;
import dev.dataflow.migrations.schema.Generated;
import dev.dataflow.migrations.schema.Identity;
import dev.dataflow.migrations.schema.Index;
import dev.dataflow.migrations.schema.PartitionOf;
import dev.dataflow.migrations.schema.Partitioning;
import dev.dataflow.migrations.schema.PrimaryKey;
import dev.dataflow.migrations.schema.ReferentialAction;
import dev.dataflow.migrations.schema.Schema;
import dev.dataflow.migrations.schema.ServerVersion;
import dev.dataflow.migrations.schema.Table;
import dev.dataflow.migrations.schema.TableBuilder;
import dev.dataflow.migrations.schema.UniqueKey;
import dev.dataflow.migrations.schema.View;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;

/** A schema and another that came of it, with what is known about names. Not thread-safe. */
final class RandomSchemas {

    private static final int STEPS = 7;

    private final DatabaseEngine engine;
    private final Random random;
    private int names;
    private final List<Table> tables = new ArrayList<>();
    private final List<View> views = new ArrayList<>();
    private final RandomTraits traits;
    private final Schema before;
    private final Map<String, String> newTables = new TreeMap<>();
    private final Map<String, Map<String, String>> newColumns = new TreeMap<>();

    RandomSchemas(DatabaseEngine engine, long seed) {
        this(engine, new ServerVersion(17, 0, 0), seed);
    }

    RandomSchemas(DatabaseEngine engine, ServerVersion version, long seed) {
        this.engine = engine;
        random = new Random(seed);
        traits = new RandomTraits(engine, version, random);
        int count = 2 + random.nextInt(3);
        for (int i = 0; i < count; i++) {
            tables.add(table());
        }
        if (engine == DatabaseEngine.POSTGRESQL && random.nextInt(4) == 0) {
            tables.add(partitioned());
        }
        for (int i = 0; i < tables.size(); i++) {
            for (int j = random.nextInt(4); j > 0; j--) {
                change(i, true);
            }
        }
        if (random.nextBoolean()) {
            views.add(view());
        }
        before = schema();
        for (Table table : tables) {
            newTables.put(table.name(), table.name());
            Map<String, String> columns = new TreeMap<>();
            table.columns().forEach(column -> columns.put(column.name(), column.name()));
            newColumns.put(table.name(), columns);
        }
    }

    Schema before() {
        return before;
    }

    /** New names of tables that stay, by the old ones. */
    Map<String, String> tables() {
        return newTables;
    }

    /** New names of columns that stay, by the old ones, by the old name of their table. */
    Map<String, String> columns(String table) {
        return newColumns.getOrDefault(table, Map.of());
    }

    /** The other schema. */
    Schema after() {
        for (int i = 1 + random.nextInt(STEPS); i > 0; i--) {
            int what = random.nextInt(11);
            if (what == 10) {
                traits.change("n" + names++);
            } else if (what == 0) {
                tables.add(table());
                change(tables.size() - 1, true);
            } else if (what == 1 && tables.size() > 1) {
                drop(tables.get(random.nextInt(tables.size())));
            } else if (what == 2) {
                rename(random.nextInt(tables.size()));
            } else if (what == 3) {
                if (!views.removeIf(view -> random.nextBoolean())) {
                    views.add(view());
                }
            } else {
                change(random.nextInt(tables.size()), false);
            }
        }
        return schema();
    }

    /** All that is known: what is not said to be a rename is gone. */
    RenameHints hints() {
        RenameHints hints = RenameHints.NONE;
        for (Table table : before.tables()) {
            if (table.partitionOf() != null) {
                continue;
            }
            String to = newTables.get(table.name());
            if (to == null) {
                hints = hints.dropTable(table.name());
                continue;
            }
            hints = to.equals(table.name()) ? hints : hints.table(table.name(), to);
            for (Column column : table.columns()) {
                String name = newColumns.get(table.name()).get(column.name());
                if (name == null) {
                    hints = hints.dropColumn(table.name(), column.name());
                } else if (!name.equals(column.name())) {
                    hints = hints.column(table.name(), column.name(), name);
                }
            }
        }
        return hints;
    }

    private Schema schema() {
        // views are made of what there is in the end
        List<View> present = views.stream()
                .distinct()
                .filter(view -> tables.stream().anyMatch(table -> view.name().equals("v_" + table.name())))
                .map(view -> {
                    Table table = tables.stream()
                            .filter(each -> view.name().equals("v_" + each.name()))
                            .findFirst()
                            .orElseThrow();
                    return View.of(
                            view.name(),
                            "SELECT "
                                    + q(table.columns()
                                            .get(table.columns().size() - 1)
                                            .name()) + " FROM " + q(table.name()));
                })
                .toList();
        List<Table> all = new ArrayList<>(tables);
        for (Table table : tables) {
            if (table.partitioning() != null) {
                all.add(partition(table.name(), "low", "FROM ('0') TO ('3')"));
                all.add(partition(table.name(), "high", "FROM ('3') TO ('9')"));
            }
        }
        return traits.schema(all, present);
    }

    private static Table partition(String parent, String name, String bound) {
        return Table.named(parent + "_" + name)
                .partitionOf(new PartitionOf(TableName.of(parent), "FOR VALUES " + bound))
                .build();
    }

    private Table partitioned() {
        return table().edit()
                .name("p" + names++)
                .partitioning(new Partitioning("RANGE (id)", List.of()))
                .build();
    }

    private View view() {
        return View.of("v_" + tables.get(random.nextInt(tables.size())).name(), "");
    }

    private Table table() {
        String name = "t" + names++;
        boolean counted = random.nextBoolean();
        Column id = Column.of("id", type(by("bigint", "bigint", "INTEGER"))).withNullable(false);
        boolean composite = !counted && random.nextInt(3) == 0;
        TableBuilder table = Table.named(name)
                .column(counted ? id.withIdentity(identity()) : id)
                .primaryKey(PrimaryKey.of(
                        engine == DatabaseEngine.POSTGRESQL ? name + "_pkey" : null,
                        composite ? List.of("id", "k") : List.of("id")));
        if (composite) {
            table.column(Column.of("k", type(by("character varying(20)", "varchar(20)", "TEXT")))
                    .withNullable(false));
        }
        if (random.nextInt(4) == 0) {
            table.column(traits.mood("m" + names++));
        }
        if (engine == DatabaseEngine.SQLITE) {
            table.option("strict", "true");
        }
        for (int i = 1 + random.nextInt(4); i > 0; i--) {
            table.column(column());
        }
        return table.build();
    }

    /** Whether no row is found by its id alone, or not by this table's. */
    private static boolean isShared(Table table) {
        return table.primaryKey().columns().size() > 1 || table.partitioning() != null;
    }

    private Identity identity() {
        return engine == DatabaseEngine.POSTGRESQL ? new Identity(random.nextBoolean(), null) : Identity.AUTO_INCREMENT;
    }

    private Column column() {
        String name = "c" + names++;
        boolean nullable = random.nextBoolean();
        Column column = switch (random.nextInt(5)) {
            case 4 ->
                Column.of(name, type(by("character varying(50)", "varchar(50)", "TEXT")))
                        .withDefault(traits.each());
            case 0 -> Column.of(name, type(by("integer", "int", "INTEGER"))).withDefault("5");
            case 1 -> Column.of(name, type(by("bigint", "bigint", "INTEGER"))).withDefault("1");
            case 2 ->
                Column.of(name, type(by("character varying(50)", "varchar(50)", "TEXT")))
                        .withDefault("'a''b'");
            default ->
                Column.of(name, type(by("numeric(10,2)", "decimal(10,2)", "REAL")))
                        .withDefault("1.5");
        };
        return column.withNullable(nullable).withDefault(random.nextInt(3) == 0 ? null : column.defaultValue());
    }

    private void change(int index, boolean fresh) {
        Table table = tables.get(index);
        List<Column> plain = table.columns().stream()
                .filter(column -> column.generated() == null
                        && !column.name().equals("id")
                        && !column.name().equals("k")
                        && !RandomTraits.isMood(column))
                .toList();
        Column column = plain.get(random.nextInt(plain.size()));
        Table other = changed(table, column, plain, fresh);
        tables.set(tables.indexOf(table), other);
    }

    private Table changed(Table table, Column column, List<Column> plain, boolean fresh) {
        String name = table.name() + "_" + names++;
        boolean number = isNumber(column);
        int kind = random.nextInt(13 + RandomTraits.KINDS);
        boolean pointedTo = tables.stream()
                .flatMap(each -> each.foreignKeys().stream())
                .anyMatch(key -> key.target().name().equals(table.name()));
        switch (kind) {
            case 0:
                return table.edit().column(column()).build();
            case 1:
                return plain.size() > 1 && !fresh ? without(table, column) : table;
            case 2:
                return fresh ? table : renamed(table, column);
            case 3:
                return replaced(table, column, RandomTraits.turned(column, number));
            case 4:
                return replaced(
                        table,
                        column,
                        column.withDefault(
                                !column.nullable() || random.nextBoolean() ? number ? "7" : "'seven'" : null));
            case 5:
                return widened(table, column);
            case 6:
                return table.edit()
                        .index(Index.of(
                                "ix_" + name,
                                random.nextInt(3) == 0 && isUnique(column) && table.partitioning() == null,
                                List.of(column.name())))
                        .build();
            case 7:
                return table.edit()
                        .indexes(table.indexes().stream()
                                .filter(each -> random.nextBoolean())
                                .toList())
                        .checks(table.checks().stream()
                                .filter(each -> random.nextBoolean())
                                .toList())
                        .foreignKeys(table.foreignKeys().stream()
                                .filter(each -> random.nextBoolean())
                                .toList())
                        .build();
            case 8:
                return table.edit()
                        .check(Check.of(
                                "ck_" + name,
                                q(column.name()) + (number ? random.nextBoolean() ? " > 0" : " > -1" : " <> 'zzz'")))
                        .build();
            case 9:
                return number && !RandomTraits.isGenerated(table)
                        ? table.edit()
                                .column(Column.of("g" + names++, type(by("numeric(20,4)", "decimal(20,4)", "REAL")))
                                        .withGenerated(new Generated(q(column.name()) + " + 1", true)))
                                .build()
                        : table;
            case 10:
                if (engine.family() == EngineFamily.MYSQL) {
                    // a unique constraint is an index there
                    return table;
                }
                return isUnique(column) && table.partitioning() == null
                        ? table.edit()
                                .unique(UniqueKey.of("uk_" + name, List.of(column.name())))
                                .build()
                        : table;
            case 11:
                return pointing(table, column, name);
            case 12:
                return fresh
                        ? table
                        : table.edit().column(traits.mood("m" + names++)).build();
            default:
                return traits.changed(kind - 13, table, column, pointedTo, name);
        }
    }

    /** To a table whose rows are there: ids and these columns count from 1. */
    private Table pointing(Table table, Column column, String name) {
        Table target = tables.get(random.nextInt(tables.size()));
        boolean there = newTables.isEmpty() || newTables.containsValue(target.name());
        boolean same = column.type().equals(target.columns().get(0).type());
        return there && same && hasOneTo(column) && !isShared(target)
                ? table.edit()
                        .foreignKey(ForeignKey.of(
                                "fk_" + name,
                                List.of(column.name()),
                                TableName.of(target.name()),
                                List.of("id"),
                                isPlain(column) ? ReferentialAction.CASCADE : ReferentialAction.NO_ACTION))
                        .build()
                : table;
    }

    /** MySQL and MariaDB let no key cascade to what a stored column is computed of. */
    private boolean isPlain(Column column) {
        return engine.family() != EngineFamily.MYSQL && column.nullable();
    }

    /** New columns hold their default in each row: 1 where that is an id. */
    private static boolean hasOneTo(Column column) {
        return !"5".equals(column.defaultValue()) && !"7".equals(column.defaultValue());
    }

    /** New columns hold the same in each row. */
    private boolean isUnique(Column column) {
        return newColumns.isEmpty()
                || newColumns.values().stream().anyMatch(columns -> columns.containsValue(column.name()));
    }

    private Table widened(Table table, Column column) {
        boolean bound = tables.stream()
                .flatMap(each -> each.foreignKeys().stream())
                .anyMatch(key -> key.columns().contains(column.name()));
        String name = column.type().name();
        String to = switch (name) {
            case "integer", "int" -> bound ? null : "bigint";
            case "character varying" -> "text";
            case "varchar" -> "varchar(90)";
            case "numeric", "decimal" -> name + "(14,4)";
            default -> null;
        };
        return to == null ? table : replaced(table, column, column.withType(type(to)));
    }

    private Table without(Table table, Column column) {
        String name = column.name();
        boolean used = table.columns().stream()
                        .anyMatch(each -> each.generated() != null
                                && each.generated().expression().contains(q(name)))
                || table.checks().stream().anyMatch(each -> each.expression().contains(q(name)))
                || table.uniques().stream().anyMatch(each -> each.columns().contains(name))
                || table.foreignKeys().stream().anyMatch(each -> each.columns().contains(name));
        if (used) {
            return table;
        }
        newColumns.values().forEach(columns -> columns.values().remove(name));
        return table.edit()
                .columns(table.columns().stream()
                        .filter(each -> !each.equals(column))
                        .toList())
                .indexes(table.indexes().stream()
                        .filter(each -> !each.columns().contains(name))
                        .toList())
                .build();
    }

    private Table renamed(Table table, Column column) {
        String name = column.name();
        String to = "r" + names++;
        newColumns.values().forEach(columns -> columns.replaceAll((old, now) -> now.equals(name) ? to : now));
        String from = q(name);
        String quoted = q(to);
        List<String> names = List.of(to);
        return table.edit()
                .columns(table.columns().stream()
                        .map(each -> each.equals(column) ? each.withName(to) : each)
                        .map(each -> each.generated() == null
                                ? each
                                : each.withGenerated(new Generated(
                                        each.generated().expression().replace(from, quoted), true)))
                        .toList())
                .indexes(table.indexes().stream()
                        .map(each -> each.columns().contains(name) ? Index.of(each.name(), each.unique(), names) : each)
                        .toList())
                .uniques(table.uniques().stream()
                        .map(each -> each.columns().contains(name) ? UniqueKey.of(each.name(), names) : each)
                        .toList())
                .checks(table.checks().stream()
                        .map(each -> Check.of(each.name(), each.expression().replace(from, quoted)))
                        .toList())
                .foreignKeys(table.foreignKeys().stream()
                        .map(each -> each.columns().contains(name)
                                ? ForeignKey.of(
                                        each.name(), names, each.target(), each.targetColumns(), each.onDelete())
                                : each)
                        .toList())
                .build();
    }

    private static Table replaced(Table table, Column column, Column other) {
        return table.edit()
                .columns(table.columns().stream()
                        .map(each -> each.equals(column) ? other : each)
                        .toList())
                .build();
    }

    private void drop(Table table) {
        if (table.partitioning() != null) {
            return;
        }
        tables.remove(table);
        newTables.values().remove(table.name());
        point(table.name(), null);
    }

    private void rename(int index) {
        Table table = tables.get(index);
        if (table.partitioning() != null) {
            return;
        }
        String to = "n" + names++;
        newTables.replaceAll((old, now) -> now.equals(table.name()) ? to : now);
        tables.set(index, table.edit().name(to).build());
        point(table.name(), to);
    }

    private void point(String from, String to) {
        tables.replaceAll(table -> table.edit()
                .foreignKeys(table.foreignKeys().stream()
                        .filter(key -> to != null || !key.target().name().equals(from))
                        .map(key -> key.target().name().equals(from)
                                ? ForeignKey.of(
                                        key.name(),
                                        key.columns(),
                                        TableName.of(to),
                                        key.targetColumns(),
                                        key.onDelete())
                                : key)
                        .toList())
                .build());
    }

    private static boolean isNumber(Column column) {
        return !RandomTraits.isText(column);
    }

    private ColumnType type(String sql) {
        return ColumnType.of(engine, sql);
    }

    private String q(String name) {
        return Quoting.of(engine).quote(name);
    }

    private String by(String postgresql, String mysql, String sqlite) {
        return switch (engine.family()) {
            case POSTGRESQL -> postgresql;
            case MYSQL -> mysql;
            case SQLITE -> sqlite;
        };
    }
}
