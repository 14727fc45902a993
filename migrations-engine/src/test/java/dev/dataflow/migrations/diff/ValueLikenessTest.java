package dev.dataflow.migrations.diff;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dataflow.config.DatabaseEngine;
import dev.dataflow.migrations.schema.Column;
import dev.dataflow.migrations.schema.ColumnName;
import dev.dataflow.migrations.schema.ColumnType;
import dev.dataflow.migrations.schema.Schema;
import dev.dataflow.migrations.schema.Table;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

class ValueLikenessTest {

    private static final DatabaseEngine ENGINE = DatabaseEngine.POSTGRESQL;
    private static final ColumnName OLD = new ColumnName("users", "name");
    private static final ColumnName NEW = new ColumnName("users", "full_name");

    private final Schema before = users("name", "varchar(80)", true);

    @Test
    void withoutStatisticsTheQuestionSaysSo() {
        assertThat(candidate("varchar(80)", true, ValueStatistics.NONE).reasons())
                .endsWith("values not looked at");
    }

    @Test
    void valuesThatAreAlikeSpeakForARename() {
        RenameCandidate plain = candidate("varchar(20)", true, ValueStatistics.NONE);
        RenameCandidate alike =
                candidate("varchar(20)", true, statistics(statistics(0.5, 1, 40), statistics(0.45, 0.9, 30)));
        assertThat(alike.score()).isEqualTo(plain.score() + 10);
        assertThat(alike.reasons())
                .endsWith("values alike (50 % NULL, 100 % different, 1 to 40 characters, by all 10 rows and 45 % NULL,"
                        + " 90 % different, 1 to 30 characters, by all 10 rows)");
    }

    @Test
    void valuesThatDifferSpeakAgainst() {
        RenameCandidate plain = candidate("varchar(80)", true, ValueStatistics.NONE);
        for (ColumnStatistics other :
                List.of(statistics(0.7, 1, 40), statistics(0.5, 0.7, 40), statistics(0.5, 1, 81))) {
            RenameCandidate differ = candidate("varchar(80)", true, statistics(statistics(0.5, 1, 40), other));
            assertThat(differ.score()).isEqualTo(plain.score() - 10);
            assertThat(differ.reasons()).last().asString().startsWith("values differ (");
        }
    }

    @Test
    void whereOnlyTheOldOnesAreKnownTheyFitOrNot() {
        ValueStatistics known = statistics(statistics(0.004, 1, 40), null);
        assertThat(candidate("varchar(80)", true, known).reasons())
                .endsWith("values would fit (under 1 % NULL, 100 % different, 1 to 40 characters, by all 10 rows)");
        assertThat(candidate("varchar(39)", false, known).reasons())
                .endsWith("values do not fit (under 1 % NULL, 100 % different, 1 to 40 characters, by all 10 rows; the"
                        + " new one is NOT NULL, the new one holds 39 characters)");
    }

    @Test
    void whatIsAskedDoesNotDependOnValues() {
        Schema from = users("code", "varchar(80)", true);
        Schema to = schema(Table.named("users")
                .column(Column.of("id", ColumnType.of(ENGINE, "bigint")))
                .column(Column.of("number", ColumnType.of(ENGINE, "varchar(50)"))
                        .withNullable(false))
                .build());
        int plain = candidate(from, to, ValueStatistics.NONE).score();
        assertThat(plain).isEqualTo(RenameCandidate.LEAST);
        ValueStatistics against = new ValueStatistics(
                Map.of(new ColumnName("users", "code"), statistics(0, 1, 4)),
                Map.of(new ColumnName("users", "number"), statistics(1, 0, 90)));
        assertThat(candidate(from, to, against).score()).isEqualTo(plain - 10);
    }

    private RenameCandidate candidate(String type, boolean nullable, ValueStatistics statistics) {
        return candidate(before, users("full_name", type, nullable), statistics);
    }

    private static RenameCandidate candidate(Schema before, Schema after, ValueStatistics statistics) {
        return SchemaDiff.of(before, after, RenameHints.NONE, statistics)
                .questions()
                .get(0)
                .candidates()
                .get(0);
    }

    private static ValueStatistics statistics(ColumnStatistics before, ColumnStatistics after) {
        return new ValueStatistics(Map.of(OLD, before), after == null ? Map.of() : Map.of(NEW, after));
    }

    private static ColumnStatistics statistics(double nulls, double distinct, int longest) {
        return new ColumnStatistics(
                OptionalDouble.of(nulls),
                OptionalDouble.of(distinct),
                OptionalInt.of(1),
                OptionalInt.of(longest),
                "all 10 rows");
    }

    private static Schema users(String column, String type, boolean nullable) {
        return schema(Table.named("users")
                .column(Column.of(column, ColumnType.of(ENGINE, type)).withNullable(nullable))
                .build());
    }

    private static Schema schema(Table table) {
        return Schema.of(ENGINE, List.of(table));
    }
}
