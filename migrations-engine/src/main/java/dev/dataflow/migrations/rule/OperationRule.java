package dev.dataflow.migrations.rule;

import dev.dataflow.migrations.change.ColumnChange;
import dev.dataflow.migrations.change.TablePartChange;
import dev.dataflow.migrations.plan.Step;
import dev.dataflow.migrations.statement.Action;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A hazard that is seen in what a statement does, whether a plan or a person wrote it. */
abstract class OperationRule implements Rule {

    private static final Set<Action> OF_COLUMNS = Set.of(
            Action.ADD_COLUMN,
            Action.DROP_COLUMN,
            Action.RENAME_COLUMN,
            Action.MODIFY_COLUMN,
            Action.ALTER_TYPE,
            Action.SET_NOT_NULL,
            Action.DROP_NOT_NULL,
            Action.ALTER_DEFAULT,
            Action.ALTER_IDENTITY,
            Action.ALTER_EXPRESSION);

    private final String name;
    private final String title;
    private final Level floor;
    private final Map<Category, Integer> base;
    private final List<Claim> claims;

    OperationRule(String name, String title, Level floor, Map<Category, Integer> base, Claim... claims) {
        this.name = name;
        this.title = title;
        this.floor = floor;
        this.base = base;
        this.claims = List.of(claims);
    }

    /** Whether the hazard is in an operation. */
    abstract boolean covers(Occurrence occurrence);

    /** Whether it is a hazard also in a table that comes with the same plan. */
    boolean coversNewTables() {
        return false;
    }

    @Override
    public final String name() {
        return name;
    }

    @Override
    public final String title() {
        return title;
    }

    @Override
    public final List<Claim> claims() {
        return claims;
    }

    @Override
    public final Map<Category, Integer> base() {
        return base;
    }

    @Override
    public final Level floor() {
        return floor;
    }

    @Override
    public final List<Match> matches(Step step, PlanContext context) {
        List<Match> matches = new ArrayList<>();
        context.occurrences(step).forEach(occurrence -> match(occurrence).ifPresent(matches::add));
        return matches;
    }

    final Optional<Match> match(Occurrence occurrence) {
        if (occurrence.isOfNewTable() && !coversNewTables() || !covers(occurrence)) {
            return Optional.empty();
        }
        return claim(occurrence.engine(), occurrence.version())
                .map(claim -> new Match(
                        this,
                        claim,
                        table(occurrence),
                        column(occurrence),
                        occurrence.change(),
                        occurrence.statement().sql()));
    }

    /** Some statements name no table, as where triggers and indexes have names for a whole schema. */
    private static String table(Occurrence occurrence) {
        String table = occurrence.operation().table();
        return table.isEmpty() && occurrence.change() instanceof TablePartChange part ? part.table() : table;
    }

    private static @Nullable String column(Occurrence occurrence) {
        if (occurrence.change() instanceof ColumnChange.Alter alter) {
            return alter.after().name();
        }
        boolean column = OF_COLUMNS.contains(occurrence.operation().action());
        return column ? occurrence.operation().object() : null;
    }
}
