package dev.dataflow.migrations.plan;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dataflow.config.DatabaseEngine;
import dev.dataflow.migrations.change.Change;
import dev.dataflow.migrations.change.ColumnAspect;
import dev.dataflow.migrations.change.ColumnChange;
import dev.dataflow.migrations.diff.SchemaDiff;
import dev.dataflow.migrations.identifier.TableName;
import dev.dataflow.migrations.schema.Column;
import dev.dataflow.migrations.schema.ColumnType;
import dev.dataflow.migrations.schema.ForeignKey;
import dev.dataflow.migrations.schema.Generated;
import dev.dataflow.migrations.schema.Index;
import dev.dataflow.migrations.schema.KeyPart;
import dev.dataflow.migrations.schema.ReferentialAction;
import dev.dataflow.migrations.schema.Schema;
import dev.dataflow.migrations.schema.ServerVersion;
import dev.dataflow.migrations.schema.Table;
import dev.dataflow.migrations.schema.TableBuilder;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Which way MySQL is asked for: not one that it refuses, and not one that copies where it need not. */
class MySqlWayTest {

    private static final DatabaseEngine ENGINE = DatabaseEngine.MYSQL;
    private static final Table PLAIN = table().build();

    @Test
    void textsGrowInPlaceWhileTheirLengthTakesAsManyBytes() {
        assertThat(retyped(PLAIN, "varchar(20)", "varchar(30)", "utf8mb4_bin")).isEqualTo(MySqlWay.ONLINE);
        assertThat(retyped(PLAIN, "varchar(30)", "varchar(20)", "utf8mb4_bin")).isEqualTo(MySqlWay.COPY);
        assertThat(retyped(PLAIN, "varchar(60)", "varchar(70)", "utf8mb4_bin")).isEqualTo(MySqlWay.COPY);
        assertThat(retyped(PLAIN, "varchar(60)", "varchar(70)", "latin1_bin")).isEqualTo(MySqlWay.ONLINE);
        assertThat(retyped(PLAIN, "varchar(64)", "varchar(85)", "utf8mb3_bin")).isEqualTo(MySqlWay.ONLINE);
        assertThat(retyped(PLAIN, "varchar(64)", "varchar(86)", "utf8mb3_bin")).isEqualTo(MySqlWay.COPY);
        Index upper = Index.of("ix", false, List.of("id"));
        Table indexed = table().index(new Index(
                        upper.name(),
                        List.of(KeyPart.ofExpression("(upper(`c`))")),
                        upper.include(),
                        null,
                        false,
                        true,
                        upper.method(),
                        true,
                        upper.options()))
                .build();
        assertThat(retyped(indexed, "varchar(20)", "varchar(30)", "utf8mb4_bin"))
                .isEqualTo(MySqlWay.COPY);
    }

    @Test
    void valuesOfAnEnumAreAddedBehindTheOthers() {
        assertThat(retyped(PLAIN, "enum('a','b')", "enum('a','b','c')", "utf8mb4_bin"))
                .isEqualTo(MySqlWay.INSTANT);
        assertThat(retyped(PLAIN, "enum('a','b')", "enum('b','a','c')", "utf8mb4_bin"))
                .isEqualTo(MySqlWay.COPY);
        String eight = "set('a','b','c','d','e','f','g','h'";
        assertThat(retyped(PLAIN, "set('a','b')", eight + ")", "utf8mb4_bin")).isEqualTo(MySqlWay.INSTANT);
        assertThat(retyped(PLAIN, eight + ")", eight + ",'i')", "utf8mb4_bin")).isEqualTo(MySqlWay.COPY);
    }

    @Test
    void columnsComeAtOnceUnlessTheirTableIsRigidOrTheyAreStored() {
        Column come = Column.of("n", ColumnType.of(ENGINE, "int"));
        assertThat(way(PLAIN, new ColumnChange.Add("t", come))).isEqualTo(MySqlWay.INSTANT);
        assertThat(way(PLAIN, new ColumnChange.Add("t", come.withGenerated(new Generated("id", false)))))
                .isEqualTo(MySqlWay.INSTANT);
        assertThat(way(PLAIN, new ColumnChange.Add("t", come.withGenerated(new Generated("id", true)))))
                .isEqualTo(MySqlWay.COPY);
        Table compressed =
                table().option("create options", "row_format=COMPRESSED").build();
        assertThat(way(compressed, new ColumnChange.Add("t", come))).isEqualTo(MySqlWay.ONLINE);
    }

    @Test
    void columnsOfForeignKeysGetNamesInPlace() {
        assertThat(way(PLAIN, new ColumnChange.Rename("t", "old", "c"))).isEqualTo(MySqlWay.INSTANT);
        Table pointing = table().foreignKey(ForeignKey.of(
                        "fk", List.of("c"), TableName.of("p"), List.of("id"), ReferentialAction.NO_ACTION))
                .build();
        assertThat(way(pointing, new ColumnChange.Rename("t", "old", "c"))).isEqualTo(MySqlWay.ONLINE);
    }

    private static MySqlWay retyped(Table table, String from, String to, String collation) {
        Column before = Column.of("c", ColumnType.of(ENGINE, from)).withCollation(collation);
        Column after = before.withType(ColumnType.of(ENGINE, to));
        return way(table, new ColumnChange.Alter("t", ColumnAspect.TYPE, before, after));
    }

    private static MySqlWay way(Table table, Change change) {
        Schema schema = Schema.of(ENGINE, List.of(table));
        SchemaDiff diff = new SchemaDiff(schema, schema, List.of(change), List.of());
        return new MySqlWays(diff, ServerVersion.of("8.0.31")).of(change);
    }

    private static TableBuilder table() {
        return Table.named("t")
                .column(Column.of("id", ColumnType.of(ENGINE, "int")))
                .column(Column.of("c", ColumnType.of(ENGINE, "varchar(20)")));
    }
}
