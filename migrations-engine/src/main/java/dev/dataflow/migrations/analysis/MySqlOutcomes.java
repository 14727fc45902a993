package dev.dataflow.migrations.analysis;

import static dev.dataflow.migrations.analysis.Effect.BREAKS;
import static dev.dataflow.migrations.analysis.Effect.FOLLOWS;
import static dev.dataflow.migrations.analysis.Effect.GOES;
import static dev.dataflow.migrations.analysis.Effect.REBUILT;
import static dev.dataflow.migrations.analysis.Effect.REFUSED;
import static dev.dataflow.migrations.analysis.Effect.ROWS_CHANGE;
import static dev.dataflow.migrations.analysis.Effect.ROWS_GO;
import static dev.dataflow.migrations.analysis.Effect.TEXT_STAYS;

import dev.dataflow.migrations.schema.ReferentialAction;

/** MySQL and MariaDB keep views and bodies as texts, and look at them when they are used. */
final class MySqlOutcomes implements Outcomes {

    private static final String INVALID_VIEW = "1356";
    private static final String NO_TABLE = "1146";
    private static final String NO_COLUMN = "1054";

    private final boolean mariaDb;

    MySqlOutcomes(boolean mariaDb) {
        this.mariaDb = mariaDb;
    }

    @Override
    public Outcome of(Operation operation, Link link) {
        if (operation instanceof Operation.RenameTable) {
            return tableGone(link, Outcome.of(FOLLOWS, ""));
        }
        if (operation instanceof Operation.DropTable) {
            return link.kind() == ObjectKind.REFERENCING_KEY
                    ? Outcome.of(REFUSED, mariaDb ? "1451" : "3730", "")
                    : tableGone(link, Outcome.of(GOES, ""));
        }
        if (operation instanceof Operation.RenameColumn) {
            return renamed(link);
        }
        if (operation instanceof Operation.DropColumn) {
            return columnDropped(link);
        }
        return operation instanceof Operation.RetypeColumn ? retyped(link) : Outcome.of(FOLLOWS, "");
    }

    private static Outcome tableGone(Link link, Outcome parts) {
        if (link.kind() == ObjectKind.VIEW) {
            return Outcome.of(BREAKS, INVALID_VIEW, "its text stays as it is");
        }
        return link.tie() == Tie.BODY ? Outcome.of(BREAKS, NO_TABLE, "its text stays as it is") : parts;
    }

    private Outcome renamed(Link link) {
        return switch (link.kind()) {
            case VIEW -> Outcome.of(BREAKS, INVALID_VIEW, "its text stays as it is");
            case ROUTINE, TRIGGER -> Outcome.of(BREAKS, NO_COLUMN, "its text stays as it is");
            case GENERATED_COLUMN, CHECK, DEFAULT -> mariaDb ? Outcome.of(FOLLOWS, "") : expression(link);
            case EXPRESSION_INDEX, PARTITION_KEY -> expression(link);
            default -> Outcome.of(FOLLOWS, "");
        };
    }

    private Outcome expression(Link link) {
        return switch (link.kind()) {
            case GENERATED_COLUMN -> expression("3108");
            case CHECK -> expression("3959");
            case DEFAULT -> expression("3766");
            case EXPRESSION_INDEX -> Outcome.of(REFUSED, "3837", "");
            case PARTITION_KEY -> expression("3855");
            default -> Outcome.of(FOLLOWS, "");
        };
    }

    private Outcome expression(String mySql) {
        return mariaDb ? Outcome.of(REFUSED, NO_COLUMN, "") : Outcome.of(REFUSED, mySql, "");
    }

    private Outcome columnDropped(Link link) {
        return switch (link.kind()) {
            case VIEW -> Outcome.of(BREAKS, INVALID_VIEW, "");
            case ROUTINE, TRIGGER -> Outcome.of(BREAKS, NO_COLUMN, "");
            case FOREIGN_KEY -> Outcome.of(REFUSED, mariaDb ? "1553" : "1828", "");
            case REFERENCING_KEY -> Outcome.of(REFUSED, mariaDb ? "1553" : "1829", "");
            case PRIMARY_KEY, UNIQUE_KEY, INDEX ->
                link.only()
                        ? Outcome.of(GOES, "")
                        : mariaDb && link.kind() != ObjectKind.INDEX
                                ? Outcome.of(REFUSED, "1072", "")
                                : Outcome.of(
                                        REBUILT,
                                        "without the column; where it is unique, rows that are alike then refuse it (1062)");
            case CHECK -> link.only() ? Outcome.of(GOES, "") : expression("3959");
            default -> expression(link);
        };
    }

    private Outcome retyped(Link link) {
        return switch (link.kind()) {
            case VIEW -> Outcome.of(FOLLOWS, "its column gets the new type");
            case ROUTINE, TRIGGER -> Outcome.of(TEXT_STAYS, "");
            case FOREIGN_KEY -> Outcome.of(REFUSED, mariaDb ? "1832" : "3780", "");
            case REFERENCING_KEY -> Outcome.of(REFUSED, mariaDb ? "1833" : "3780", "");
            default -> Outcome.of(REBUILT, "");
        };
    }

    @Override
    public Outcome behind(Outcome outcome, Link link) {
        return switch (outcome.effect()) {
            case BREAKS ->
                Outcome.of(
                        BREAKS,
                        link.kind() == ObjectKind.VIEW ? INVALID_VIEW : String.valueOf(outcome.error()),
                        "when it gets there");
            default -> Outcome.of(FOLLOWS, "");
        };
    }

    @Override
    public Outcome onDelete(ReferentialAction action, boolean nullable) {
        return switch (action) {
            case CASCADE -> Outcome.of(ROWS_GO, "no trigger fires for them");
            case SET_NULL -> Outcome.of(ROWS_CHANGE, "set to NULL");
            case SET_DEFAULT, NO_ACTION, RESTRICT -> Outcome.of(REFUSED, "1451", "while rows point there");
        };
    }

    @Override
    public Outcome onTruncate(ReferentialAction action) {
        return Outcome.of(REFUSED, "1701", "even when no row points there");
    }
}
