package dev.dataflow.cli.diagram;

import dev.dataflow.migrations.change.Change;
import dev.dataflow.migrations.change.ColumnChange;
import dev.dataflow.migrations.change.TableChange;
import dev.dataflow.migrations.diff.SchemaDiff;
import dev.dataflow.migrations.schema.Column;
import dev.dataflow.migrations.schema.ForeignKey;
import dev.dataflow.migrations.schema.PrimaryKey;
import dev.dataflow.migrations.schema.Schema;
import dev.dataflow.migrations.schema.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** The tables that a difference touches, as they are and as they are to be, with those that they point to. */
public final class TouchedTables {

    private final SchemaDiff diff;
    private final Set<String> touched = new TreeSet<>();
    /** New names of renamed tables, by the names before. */
    private final Map<String, String> renamed = new TreeMap<>();
    /** New names of renamed columns, by {@code table.column} before. */
    private final Map<String, String> columns = new TreeMap<>();

    /** The tables of a difference. */
    public TouchedTables(SchemaDiff diff) {
        this.diff = diff;
        diff.changes().forEach(this::note);
    }

    private void note(Change change) {
        change.ofTable().ifPresent(touched::add);
        if (change instanceof TableChange.Rename rename) {
            renamed.put(rename.from(), rename.to());
            touched.add(rename.to());
        } else if (change instanceof ColumnChange.Rename rename) {
            columns.put(rename.table() + "." + rename.from(), rename.to());
        }
    }

    /** As they are. */
    public Diagram before() {
        return diagram("before", diff.before(), diff.after(), Mark.DROPPED);
    }

    /** As they are to be. */
    public Diagram after() {
        return diagram("after", diff.after(), diff.before(), Mark.ADDED);
    }

    private Diagram diagram(String title, Schema schema, Schema other, Mark only) {
        Map<String, Box> boxes = new TreeMap<>();
        List<Arrow> arrows = new ArrayList<>();
        for (Table table : schema.tables()) {
            if (isTouched(table.name())) {
                Table twin = twin(other, table.name(), only);
                boxes.put(table.name(), box(table, twin, only));
                for (ForeignKey key : table.foreignKeys()) {
                    String target = key.target().name();
                    boolean same = twin != null && twin.foreignKeys().contains(key);
                    Mark mark = same || twin != null && !isChanged(key, twin) ? Mark.SAME : only;
                    arrows.add(new Arrow(table.name(), key.columns().get(0), target, mark));
                }
            }
        }
        for (Arrow arrow : arrows) {
            boxes.putIfAbsent(arrow.to(), new Box(arrow.to(), Mark.SAME, List.of()));
        }
        return new Diagram(title, List.copyOf(boxes.values()), arrows);
    }

    private boolean isTouched(String table) {
        return touched.contains(table) || touched.contains(renamed.getOrDefault(table, table));
    }

    private static boolean isChanged(ForeignKey key, Table twin) {
        return twin.foreignKeys().stream()
                .noneMatch(each -> each.columns().equals(key.columns())
                        && each.target().name().equals(key.target().name()));
    }

    /** The same table in the other schema; null when there is none. */
    private @Nullable Table twin(Schema other, String name, Mark only) {
        String there = only == Mark.DROPPED ? renamed.getOrDefault(name, name) : before(renamed, name);
        return other.table(there).orElse(null);
    }

    private static String before(Map<String, String> names, String after) {
        return names.entrySet().stream()
                .filter(each -> each.getValue().equals(after))
                .map(Map.Entry::getKey)
                .findFirst()
                .orElse(after);
    }

    private Box box(Table table, @Nullable Table twin, Mark only) {
        PrimaryKey key = table.primaryKey();
        List<String> keys = key == null ? List.of() : key.columns();
        List<Line> lines = new ArrayList<>();
        for (Column column : table.columns()) {
            boolean foreign =
                    table.foreignKeys().stream().anyMatch(each -> each.columns().contains(column.name()));
            String label = (keys.contains(column.name()) ? "PK" : "") + (foreign ? "FK" : "");
            Mark mark = twin == null ? Mark.SAME : mark(table, column, twin, only);
            lines.add(new Line(column.name(), column.type() + (column.nullable() ? "?" : ""), label, mark));
        }
        boolean named = twin != null && !twin.name().equals(table.name());
        return new Box(table.name(), twin == null ? only : named ? Mark.CHANGED : Mark.SAME, lines);
    }

    private Mark mark(Table table, Column column, Table twin, Mark only) {
        String there = only == Mark.DROPPED
                ? columns.getOrDefault(table.name() + "." + column.name(), column.name())
                : columns.entrySet().stream()
                        .filter(each -> each.getValue().equals(column.name())
                                && each.getKey().startsWith(twin.name() + "."))
                        .map(each -> each.getKey().substring(twin.name().length() + 1))
                        .findFirst()
                        .orElse(column.name());
        return twin.column(there)
                .map(same -> same.equals(column) ? Mark.SAME : Mark.CHANGED)
                .orElse(only);
    }
}
