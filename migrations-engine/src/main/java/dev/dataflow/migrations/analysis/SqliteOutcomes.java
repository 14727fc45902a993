package dev.dataflow.migrations.analysis;

import static dev.dataflow.migrations.analysis.Effect.BREAKS;
import static dev.dataflow.migrations.analysis.Effect.FOLLOWS;
import static dev.dataflow.migrations.analysis.Effect.GOES;
import static dev.dataflow.migrations.analysis.Effect.REBUILT;
import static dev.dataflow.migrations.analysis.Effect.REFUSED;
import static dev.dataflow.migrations.analysis.Effect.ROWS_CHANGE;
import static dev.dataflow.migrations.analysis.Effect.ROWS_GO;

import dev.dataflow.migrations.schema.ReferentialAction;

/** SQLite writes all texts anew when a name changes, and looks at them only when they are used when something goes. */
final class SqliteOutcomes implements Outcomes {

    private static final String NO_TABLE = "no such table";

    @Override
    public Outcome of(Operation operation, Link link) {
        boolean isText = link.kind() == ObjectKind.VIEW || link.kind() == ObjectKind.TRIGGER;
        if (operation instanceof Operation.RenameTable) {
            return Outcome.of(FOLLOWS, isText ? "its text is rewritten" : "");
        }
        if (operation instanceof Operation.RenameColumn) {
            return link.kind() == ObjectKind.VIEW
                    ? Outcome.of(FOLLOWS, "its text is rewritten; its own column gets the new name unless AS names it")
                    : Outcome.of(FOLLOWS, isText ? "its text is rewritten" : "");
        }
        if (operation instanceof Operation.DropTable) {
            return dropped(link);
        }
        if (operation instanceof Operation.DropColumn) {
            return columnDropped(link);
        }
        return Outcome.of(
                REBUILT,
                isText
                        ? "the table is made anew, so it goes before and comes back afterwards"
                        : "the table is made anew with it");
    }

    private static Outcome dropped(Link link) {
        if (link.kind() == ObjectKind.REFERENCING_KEY) {
            return Outcome.of(
                    BREAKS,
                    NO_TABLE,
                    "the rows are deleted first, so its action runs, or it refuses the drop while rows point there;"
                            + " afterwards its table cannot be written");
        }
        return link.tie() == Tie.PART
                ? Outcome.of(GOES, "")
                : Outcome.of(BREAKS, NO_TABLE, "and tables cannot be renamed while it is there");
    }

    private static Outcome columnDropped(Link link) {
        return switch (link.kind()) {
            case VIEW -> Outcome.of(REFUSED, "error in view " + link.name(), "");
            case TRIGGER ->
                Outcome.of(
                        REFUSED,
                        "error in trigger " + link.name(),
                        "where it only writes the column nothing is refused, and it fails when it fires");
            case PRIMARY_KEY, UNIQUE_KEY -> Outcome.of(REFUSED, "`cannot drop` or `error in table`");
            case REFERENCING_KEY -> Outcome.of(REFUSED, "the key that it points to cannot go without the table");
            case FOREIGN_KEY, CHECK ->
                Outcome.of(REFUSED, "error in table", "one that stands in the column goes with it instead");
            case INDEX, EXPRESSION_INDEX -> Outcome.of(REFUSED, "error in index " + link.name(), "");
            default -> Outcome.of(REFUSED, "error in table", "");
        };
    }

    @Override
    public Outcome behind(Outcome outcome, Link link) {
        return switch (outcome.effect()) {
            case BREAKS -> Outcome.of(BREAKS, String.valueOf(outcome.error()), "when it gets there");
            case REFUSED -> Outcome.of(REFUSED, String.valueOf(outcome.error()), "goes and comes together with it");
            case REBUILT -> Outcome.of(REBUILT, "goes and comes together with it");
            default -> Outcome.of(FOLLOWS, "");
        };
    }

    @Override
    public Outcome onDelete(ReferentialAction action, boolean nullable) {
        return switch (action) {
            case CASCADE -> Outcome.of(ROWS_GO, "");
            case SET_NULL ->
                nullable
                        ? Outcome.of(ROWS_CHANGE, "set to NULL")
                        : Outcome.of(
                                REFUSED,
                                "NOT NULL constraint failed",
                                "while rows point there: the columns may not be NULL");
            case SET_DEFAULT -> Outcome.of(ROWS_CHANGE, "set to the default");
            case NO_ACTION, RESTRICT -> Outcome.of(REFUSED, "FOREIGN KEY constraint failed", "while rows point there");
        };
    }

    @Override
    public Outcome onTruncate(ReferentialAction action) {
        return onDelete(action, true);
    }
}
