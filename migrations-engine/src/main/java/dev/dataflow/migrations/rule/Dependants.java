package dev.dataflow.migrations.rule;

import dev.dataflow.config.DatabaseEngine;
import dev.dataflow.config.EngineFamily;
import dev.dataflow.migrations.diff.Mentions;
import dev.dataflow.migrations.schema.Check;
import dev.dataflow.migrations.schema.Column;
import dev.dataflow.migrations.schema.Index;
import dev.dataflow.migrations.schema.Schema;
import dev.dataflow.migrations.schema.Table;
import dev.dataflow.migrations.statement.Action;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What uses a column, so that a database refuses to change it. */
final class Dependants {

    private Dependants() {}

    /** Whether the column cannot be dropped in place. */
    static boolean refuseDrop(Occurrence occurrence) {
        if (isInRebuild(occurrence)) {
            return false;
        }
        return switch (occurrence.engine()) {
            case POSTGRESQL -> isInView(occurrence);
            case MYSQL, MARIADB -> isInCheck(occurrence);
            case SQLITE -> isInView(occurrence) || isInIndex(occurrence) || isInCheck(occurrence);
        };
    }

    /** Whether its type cannot be changed. */
    static boolean refuseType(Occurrence occurrence) {
        return occurrence.engine() == DatabaseEngine.POSTGRESQL && isInView(occurrence);
    }

    private static boolean isInRebuild(Occurrence occurrence) {
        return occurrence.earlier().stream()
                .anyMatch(earlier -> earlier.statement() == occurrence.statement() && earlier.is(Action.REBUILD_TABLE));
    }

    /** A view that mentions both, and did not go before. */
    private static boolean isInView(Occurrence occurrence) {
        Schema before = occurrence.context().diff().before();
        Set<String> dropped = occurrence.earlier().stream()
                .filter(earlier -> earlier.is(Action.DROP_VIEW, Action.DROP_OBJECT))
                .map(earlier -> earlier.operation().table())
                .collect(Collectors.toSet());
        Set<String> table = Set.of(occurrence.operation().table());
        Set<String> column = Set.of(String.valueOf(occurrence.operation().object()));
        Stream<String> texts = Stream.concat(
                before.views().stream()
                        .filter(view -> !dropped.contains(view.name()))
                        .map(view -> view.definition()),
                before.materialisedViews().stream()
                        .filter(view -> !dropped.contains(view.name()))
                        .map(view -> view.definition()));
        return texts.anyMatch(text -> Mentions.any(text, table) && Mentions.any(text, column));
    }

    private static boolean isInIndex(Occurrence occurrence) {
        String column = String.valueOf(occurrence.operation().object());
        List<Index> indexes = occurrence.tableBefore().map(Table::indexes).orElse(List.of());
        return indexes.stream()
                .filter(index -> isLeft(occurrence, Action.DROP_INDEX, index.name()))
                .anyMatch(index -> index.columns().contains(column));
    }

    private static boolean isInCheck(Occurrence occurrence) {
        Set<String> column = Set.of(String.valueOf(occurrence.operation().object()));
        List<Check> checks = occurrence.tableBefore().map(Table::checks).orElse(List.of());
        return checks.stream()
                .filter(check -> isLeft(occurrence, Action.DROP_CHECK, String.valueOf(check.name())))
                .anyMatch(check -> Mentions.any(check.expression(), column) && staysAlone(occurrence, check));
    }

    /** MySQL and MariaDB drop a check along with the only column that it is about. */
    private static boolean staysAlone(Occurrence occurrence, Check check) {
        Set<String> others = occurrence.tableBefore().map(Table::columns).orElse(List.of()).stream()
                .map(Column::name)
                .filter(name -> !name.equals(occurrence.operation().object()))
                .collect(Collectors.toSet());
        return !occurrence.isOn(EngineFamily.MYSQL) || Mentions.any(check.expression(), others);
    }

    /** Clauses of one statement of MySQL belong together, whichever comes first. */
    private static boolean isLeft(Occurrence occurrence, Action drop, String name) {
        return occurrence.all().stream()
                .noneMatch(each -> each.is(drop)
                        && name.equals(each.operation().object())
                        && each.statement().step() <= occurrence.statement().step());
    }
}
