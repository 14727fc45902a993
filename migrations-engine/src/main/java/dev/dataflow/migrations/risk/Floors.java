package dev.dataflow.migrations.risk;

import dev.dataflow.migrations.change.Change;
import dev.dataflow.migrations.change.ColumnAspect;
import dev.dataflow.migrations.change.ColumnChange;
import dev.dataflow.migrations.change.ForeignKeyChange;
import dev.dataflow.migrations.change.TableChange;
import dev.dataflow.migrations.rule.Category;
import dev.dataflow.migrations.rule.Level;
import java.util.Optional;

/**
 * The level below which a change never is, whatever facts say. What breaks programs or destroys data stays so in each form;
 * what is dangerous only because it holds a table or fails on rows is not when the statement is known to do neither.
 */
final class Floors {

    /**
     * A floor.
     *
     * @param level the level
     * @param category what it is a risk to
     * @param name its name
     * @param isOfForm whether it is about how the change is made, so that another form can be better
     */
    record Floor(Level level, Category category, String name, boolean isOfForm) {}

    private Floors() {}

    /** The floor of a change; empty where there is none, or LOW. */
    static Optional<Floor> of(Change change) {
        if (change instanceof TableChange.Drop) {
            return Optional.of(new Floor(Level.CRITICAL, Category.DATA_LOSS, "drop table", false));
        }
        if (change instanceof TableChange.Rename) {
            return Optional.of(new Floor(Level.CRITICAL, Category.DEPENDENCIES, "rename table", false));
        }
        if (change instanceof ForeignKeyChange.Add) {
            return Optional.of(new Floor(Level.MEDIUM, Category.AVAILABILITY, "add foreign key", true));
        }
        if (change instanceof ForeignKeyChange.Drop) {
            return Optional.of(new Floor(Level.HIGH, Category.ROLLBACK, "drop foreign key", false));
        }
        return change instanceof ColumnChange column ? of(column) : Optional.empty();
    }

    private static Optional<Floor> of(ColumnChange change) {
        if (change instanceof ColumnChange.Add add) {
            return add.column().nullable()
                    ? Optional.empty()
                    : Optional.of(new Floor(Level.MEDIUM, Category.AVAILABILITY, "NOT NULL column", false));
        }
        if (change instanceof ColumnChange.Drop) {
            return Optional.of(new Floor(Level.HIGH, Category.DATA_LOSS, "drop column", false));
        }
        if (change instanceof ColumnChange.Rename) {
            return Optional.of(new Floor(Level.MEDIUM, Category.DEPENDENCIES, "rename column", false));
        }
        return change instanceof ColumnChange.Alter alter && alter.aspect() == ColumnAspect.TYPE
                ? Optional.of(new Floor(Level.HIGH, Category.AVAILABILITY, "type change", false))
                : Optional.empty();
    }
}
