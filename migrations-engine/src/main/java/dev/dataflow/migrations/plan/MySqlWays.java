package dev.dataflow.migrations.plan;

import dev.dataflow.config.DatabaseEngine;
import dev.dataflow.migrations.change.Change;
import dev.dataflow.migrations.change.CheckChange;
import dev.dataflow.migrations.change.ColumnChange;
import dev.dataflow.migrations.change.ForeignKeyChange;
import dev.dataflow.migrations.change.IndexChange;
import dev.dataflow.migrations.change.PrimaryKeyChange;
import dev.dataflow.migrations.change.UniqueKeyChange;
import dev.dataflow.migrations.diff.Mentions;
import dev.dataflow.migrations.diff.SchemaDiff;
import dev.dataflow.migrations.schema.Column;
import dev.dataflow.migrations.schema.ColumnType;
import dev.dataflow.migrations.schema.Generated;
import dev.dataflow.migrations.schema.Index;
import dev.dataflow.migrations.schema.Schema;
import dev.dataflow.migrations.schema.ServerVersion;
import dev.dataflow.migrations.schema.Table;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;

/** Which way MySQL or MariaDB can make a change, by its version and what the table has. */
final class MySqlWays {

    /** Lengths up to this many bytes take one byte to say. */
    private static final int SHORT = 255;

    private final Schema after;
    private final TableFeatures features;
    private final boolean mariaDb;
    private final ServerVersion version;

    MySqlWays(SchemaDiff diff, ServerVersion version) {
        this.after = diff.after();
        this.features = new TableFeatures(diff);
        this.version = version;
        mariaDb = after.engine() == DatabaseEngine.MARIADB;
    }

    MySqlWay of(Change change) {
        return change.ofTable().filter(features::isForeign).isPresent() ? MySqlWay.COPY : ofInnoDb(change);
    }

    private MySqlWay ofInnoDb(Change change) {
        if (change instanceof ColumnChange.Add add) {
            return add(add);
        }
        if (change instanceof ColumnChange.Drop drop) {
            return drop(drop);
        }
        if (change instanceof ColumnChange.Rename rename) {
            return rename(rename);
        }
        if (change instanceof ColumnChange.Alter alter) {
            return alter(alter);
        }
        if (change instanceof PrimaryKeyChange key) {
            return rebuild(key.table());
        }
        if (change instanceof UniqueKeyChange) {
            return MySqlWay.ONLINE;
        }
        if (change instanceof IndexChange index) {
            return index(index);
        }
        if (change instanceof CheckChange check) {
            // JSON is a type of its own to MariaDB
            boolean kept = check.isDrop() && !check.check().makesJson();
            return kept ? mariaDb ? MySqlWay.INSTANT : MySqlWay.ONLINE : copy(check.table());
        }
        if (change instanceof ForeignKeyChange) {
            return ((ForeignKeyChange) change).isDrop() ? MySqlWay.ONLINE : MySqlWay.COPY;
        }
        return MySqlWay.ONLINE;
    }

    private MySqlWay add(ColumnChange.Add add) {
        Column column = add.column();
        Generated generated = column.generated();
        if (column.identity() != null) {
            return MySqlWay.READABLE.with(rebuild(add.table()));
        }
        if (generated != null) {
            return generated.stored() ? copy(add.table()) : virtual(add.table());
        }
        boolean instant = mariaDb || version.atLeast(8, 0, 12);
        return instant && !isRigid(add.table()) ? MySqlWay.INSTANT : rebuild(add.table());
    }

    private MySqlWay drop(ColumnChange.Drop drop) {
        Generated generated = drop.column().generated();
        if (generated != null) {
            return generated.stored() ? rebuild(drop.table()) : virtual(drop.table());
        }
        boolean instant = mariaDb || version.atLeast(8, 0, 29);
        return instant && !isRigid(drop.table()) ? MySqlWay.INSTANT : rebuild(drop.table());
    }

    private MySqlWay rename(ColumnChange.Rename rename) {
        boolean instant = mariaDb || version.atLeast(8, 0, 28);
        return instant && !isInForeignKey(rename.table(), rename.to()) ? MySqlWay.INSTANT : MySqlWay.ONLINE;
    }

    private MySqlWay alter(ColumnChange.Alter alter) {
        return switch (alter.aspect()) {
            case DEFAULT -> MySqlWay.INSTANT;
            case NULLABILITY -> nullability(alter);
            case TYPE -> type(alter);
            case COLLATION, GENERATED -> copy(alter.table());
            case IDENTITY -> MySqlWay.COPY;
            case OPTIONS -> MySqlWay.ONLINE;
        };
    }

    /** MariaDB makes a table with computed columns of its own anew for a NOT NULL only row by row. */
    private MySqlWay nullability(ColumnChange.Alter alter) {
        boolean rowByRow = mariaDb && !alter.after().nullable() && features.keepsComputed(alter.table());
        return rowByRow ? copy(alter.table()) : rebuild(alter.table());
    }

    private MySqlWay type(ColumnChange.Alter alter) {
        ColumnType from = alter.before().type();
        ColumnType to = alter.after().type();
        boolean kept = from.name().equals(to.name())
                && String.valueOf(alter.before().collation())
                        .equals(String.valueOf(alter.after().collation()));
        if (kept && from.name().equals("varchar") && from.length() != null && to.length() != null) {
            int bytes = bytes(alter.after());
            boolean same = from.length() * bytes <= SHORT == to.length() * bytes <= SHORT;
            return same && to.length() >= from.length() && !isComputedOf(alter)
                    ? mariaDb ? MySqlWay.INSTANT : MySqlWay.ONLINE
                    : copy(alter.table());
        }
        boolean choice = kept && Set.of("enum", "set").contains(from.name());
        if (choice && startsWith(to.labels(), from.labels()) && width(to) == width(from)) {
            return MySqlWay.INSTANT;
        }
        return copy(alter.table());
    }

    private MySqlWay index(IndexChange change) {
        Index index = change.index();
        if (change.isDrop()) {
            return MySqlWay.ONLINE;
        }
        boolean computed = index.parts().stream().anyMatch(part -> part.expression() != null);
        if (computed && index.unique()) {
            return MySqlWay.COPY;
        }
        boolean readable = index.method().equals("fulltext") || index.method().equals("spatial") || computed;
        return readable ? MySqlWay.READABLE : MySqlWay.ONLINE;
    }

    /**
     * Made anew in place. With words in an index others can only read, and only MariaDB can do it, for one such index; with
     * places in one others can only read, and on MariaDB with a virtual column in one.
     */
    private MySqlWay rebuild(String table) {
        if (features.fullTextIndexes(table) > (mariaDb ? 1 : 0)) {
            return MySqlWay.COPY;
        }
        boolean readable = hasWords(table) || hasVirtualIndex(table) || features.hasSpatialIndex(table);
        return readable ? MySqlWay.READABLE : MySqlWay.ONLINE;
    }

    private MySqlWay virtual(String table) {
        return mariaDb && features.isPartitioned(table) ? copy(table) : MySqlWay.INSTANT;
    }

    private boolean hasVirtualIndex(String table) {
        return mariaDb && features.indexesVirtual(table);
    }

    /** MariaDB copies beside others from 11.2 on, but no table that others point to or that points to them. */
    private MySqlWay copy(String table) {
        boolean alone =
                after.table(table).filter(each -> each.foreignKeys().isEmpty()).isPresent()
                        && after.tables().stream()
                                .flatMap(each -> each.foreignKeys().stream())
                                .noneMatch(key -> key.target().name().equals(table));
        boolean plain = alone && !hasWords(table) && !features.isForeign(table);
        return mariaDb && version.atLeast(11, 2) && plain ? MySqlWay.ONLINE_COPY : MySqlWay.COPY;
    }

    /** Whether rows of several versions cannot be in one table. */
    private boolean isRigid(String table) {
        String options = after.table(table)
                .map(each -> each.options().getOrDefault("create options", ""))
                .orElse("");
        return hasWords(table)
                || hasVirtualIndex(table)
                || options.toLowerCase(Locale.ROOT).contains("compressed")
                || options.toLowerCase(Locale.ROOT).contains("key_block_size");
    }

    private boolean hasWords(String table) {
        return features.fullTextIndexes(table) > 0;
    }

    private boolean isInForeignKey(String name, String column) {
        return after.tables().stream()
                .anyMatch(table -> table.foreignKeys().stream()
                        .anyMatch(key ->
                                table.name().equals(name) && key.columns().contains(column)
                                        || key.target().name().equals(name)
                                                && key.targetColumns().contains(column)));
    }

    /** What is computed of a column, or of whose text a part is in an index, is made anew with it. */
    private boolean isComputedOf(ColumnChange.Alter alter) {
        Set<String> name = Set.of(alter.after().name());
        return after.table(alter.table()).stream()
                .flatMap(MySqlWays::expressions)
                .anyMatch(text -> Mentions.any(text, name));
    }

    private static Stream<String> expressions(Table table) {
        return Stream.concat(
                table.columns().stream()
                        .filter(column -> column.generated() != null)
                        .map(column -> column.generated().expression()),
                table.indexes().stream()
                        .flatMap(index -> index.parts().stream())
                        .filter(part -> part.expression() != null)
                        .map(part -> String.valueOf(part.expression())));
    }

    private static int bytes(Column column) {
        String collation = String.valueOf(column.collation());
        String set = collation.substring(0, Math.max(0, collation.indexOf('_')));
        return switch (set) {
            case "latin1", "ascii", "binary" -> 1;
            case "utf8", "utf8mb3" -> 3;
            default -> 4;
        };
    }

    private static boolean startsWith(List<String> all, List<String> first) {
        return all.size() >= first.size() && all.subList(0, first.size()).equals(first);
    }

    /** How many bytes a value takes: one or two of an enum, one for eight values of a set. */
    private static int width(ColumnType type) {
        int labels = type.labels().size();
        return type.name().equals("enum") ? labels <= SHORT ? 1 : 2 : (labels + 7) / 8;
    }
}
