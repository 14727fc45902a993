package dev.dataflow.migrations.risk;

import dev.dataflow.migrations.change.Change;
import dev.dataflow.migrations.change.ColumnAspect;
import dev.dataflow.migrations.change.ColumnChange;
import dev.dataflow.migrations.change.ForeignKeyChange;
import dev.dataflow.migrations.change.TableChange;
import dev.dataflow.migrations.rule.Category;
import dev.dataflow.migrations.rule.Level;
import java.util.Optional;

/** The level below which a change is not, whatever facts say: what breaks programs or destroys data does so in each form. */
final class Floors {

    /**
     * A floor.
     *
     * @param level the level
     * @param category what it is a risk to
     * @param name its name
     */
    record Floor(Level level, Category category, String name) {}

    private Floors() {}

    /** The floor of a change; empty where there is none, or LOW. */
    static Optional<Floor> of(Change change) {
        if (change instanceof TableChange.Drop) {
            return Optional.of(new Floor(Level.CRITICAL, Category.DATA_LOSS, "drop table"));
        }
        if (change instanceof TableChange.Rename) {
            return Optional.of(new Floor(Level.CRITICAL, Category.DEPENDENCIES, "rename table"));
        }
        if (change instanceof ForeignKeyChange.Add) {
            return Optional.of(new Floor(Level.MEDIUM, Category.AVAILABILITY, "add foreign key"));
        }
        if (change instanceof ForeignKeyChange.Drop) {
            return Optional.of(new Floor(Level.HIGH, Category.ROLLBACK, "drop foreign key"));
        }
        return change instanceof ColumnChange column ? of(column) : Optional.empty();
    }

    private static Optional<Floor> of(ColumnChange change) {
        if (change instanceof ColumnChange.Add add) {
            return add.column().nullable()
                    ? Optional.empty()
                    : Optional.of(new Floor(Level.MEDIUM, Category.AVAILABILITY, "NOT NULL column"));
        }
        if (change instanceof ColumnChange.Drop) {
            return Optional.of(new Floor(Level.HIGH, Category.DATA_LOSS, "drop column"));
        }
        if (change instanceof ColumnChange.Rename) {
            return Optional.of(new Floor(Level.MEDIUM, Category.DEPENDENCIES, "rename column"));
        }
        return change instanceof ColumnChange.Alter alter && alter.aspect() == ColumnAspect.TYPE
                ? Optional.of(new Floor(Level.HIGH, Category.AVAILABILITY, "type change"))
                : Optional.empty();
    }
}
