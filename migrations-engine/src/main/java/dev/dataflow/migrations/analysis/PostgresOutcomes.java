package dev.dataflow.migrations.analysis;

import static dev.dataflow.migrations.analysis.Effect.BREAKS;
import static dev.dataflow.migrations.analysis.Effect.FOLLOWS;
import static dev.dataflow.migrations.analysis.Effect.GOES;
import static dev.dataflow.migrations.analysis.Effect.KEEPS_OLD_NAME;
import static dev.dataflow.migrations.analysis.Effect.REBUILT;
import static dev.dataflow.migrations.analysis.Effect.REFUSED;
import static dev.dataflow.migrations.analysis.Effect.ROWS_CHANGE;
import static dev.dataflow.migrations.analysis.Effect.ROWS_GO;
import static dev.dataflow.migrations.analysis.Effect.TEXT_STAYS;

import dev.dataflow.migrations.schema.ReferentialAction;

/** PostgreSQL knows dependants by numbers, except what stands in bodies. */
final class PostgresOutcomes implements Outcomes {

    private static final String DEPENDS = "2BP01";
    private static final String UNSUPPORTED = "0A000";
    private static final String CASCADE = "CASCADE would drop it, too";

    @Override
    public Outcome of(Operation operation, Link link) {
        if (operation instanceof Operation.RenameTable) {
            return link.tie() == Tie.BODY
                    ? Outcome.of(BREAKS, "42P01", "its body keeps the old name")
                    : Outcome.of(FOLLOWS, "");
        }
        if (operation instanceof Operation.RenameColumn) {
            return renamed(link);
        }
        if (operation instanceof Operation.DropTable) {
            return dropped(link);
        }
        if (operation instanceof Operation.DropColumn) {
            return columnDropped(link);
        }
        return operation instanceof Operation.RetypeColumn ? retyped(link) : Outcome.of(FOLLOWS, "");
    }

    private static Outcome renamed(Link link) {
        if (link.tie() == Tie.BODY) {
            return Outcome.of(BREAKS, "42703", "its body keeps the old name");
        }
        return switch (link.kind()) {
            case VIEW, MATERIALISED_VIEW -> Outcome.of(KEEPS_OLD_NAME, "");
            default -> Outcome.of(FOLLOWS, "");
        };
    }

    private static Outcome dropped(Link link) {
        if (link.tie() == Tie.BODY) {
            return Outcome.of(BREAKS, "42P01", "");
        }
        boolean stays = link.tie() == Tie.DEFINITION;
        return switch (link.kind()) {
            case PARTITION -> Outcome.of(GOES, "with its rows");
            case HEIR, REFERENCING_KEY -> Outcome.of(REFUSED, DEPENDS, CASCADE);
            default -> stays ? Outcome.of(REFUSED, DEPENDS, CASCADE) : Outcome.of(GOES, "");
        };
    }

    private static Outcome columnDropped(Link link) {
        if (link.tie() == Tie.BODY) {
            return Outcome.of(BREAKS, "42703", "");
        }
        return switch (link.kind()) {
            case FOREIGN_KEY, PRIMARY_KEY, UNIQUE_KEY, INDEX, EXPRESSION_INDEX, CHECK, SEQUENCE ->
                Outcome.of(GOES, link.only() ? "" : "also where it is over other columns, too");
            case EXCLUSION -> Outcome.of(GOES, "where the column is in an expression of it, refused (2BP01)");
            case PARTITION_KEY -> Outcome.of(REFUSED, "42P16", "no CASCADE helps");
            case PARTITION, HEIR -> Outcome.of(GOES, "the column goes there, too");
            default -> Outcome.of(REFUSED, DEPENDS, CASCADE);
        };
    }

    private static Outcome retyped(Link link) {
        if (link.tie() == Tie.BODY) {
            return Outcome.of(TEXT_STAYS, "");
        }
        return switch (link.kind()) {
            case FOREIGN_KEY, REFERENCING_KEY ->
                Outcome.of(REBUILT, "all rows are looked at, and the types at both ends differ");
            case PRIMARY_KEY, UNIQUE_KEY, INDEX, EXPRESSION_INDEX, CHECK, EXCLUSION -> Outcome.of(REBUILT, "");
            case DEFAULT -> Outcome.of(REBUILT, "refused (42804) when it does not convert by itself");
            case SEQUENCE -> Outcome.of(FOLLOWS, "its numbers keep their own type");
            case PARTITION_KEY -> Outcome.of(REFUSED, "42P16", "");
            case PARTITION, HEIR -> Outcome.of(FOLLOWS, "the column changes there, too");
            default -> Outcome.of(REFUSED, UNSUPPORTED, "");
        };
    }

    @Override
    public Outcome behind(Outcome outcome, Link link) {
        return switch (outcome.effect()) {
            case REFUSED ->
                link.tie() == Tie.BODY
                        ? Outcome.of(BREAKS, "42P01", "while the view is away")
                        : Outcome.of(REFUSED, String.valueOf(outcome.error()), "goes and comes together with it");
            case BREAKS -> Outcome.of(BREAKS, String.valueOf(outcome.error()), "when it gets there");
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
                        : Outcome.of(REFUSED, "23502", "while rows point there: the columns may not be NULL");
            case SET_DEFAULT -> Outcome.of(ROWS_CHANGE, "set to the default");
            case NO_ACTION -> Outcome.of(REFUSED, "23503", "while rows point there");
            case RESTRICT -> Outcome.of(REFUSED, "23503", "while rows point there; 23001 from version 18 on");
        };
    }

    @Override
    public Outcome onTruncate(ReferentialAction action) {
        return Outcome.of(
                REFUSED, UNSUPPORTED, "even when no row points there; CASCADE empties the table of the key, too");
    }
}
