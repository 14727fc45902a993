package dev.dataflow.migrations.difference;

import static dev.dataflow.migrations.fixture.ModelBuilder.model;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dataflow.config.DatabaseEngine;
import dev.dataflow.error.ErrorCode;
import dev.dataflow.error.SchemaException;
import dev.dataflow.migrations.SchemaDdl;
import dev.dataflow.migrations.catalog.CatalogReader;
import dev.dataflow.migrations.descriptor.Models;
import dev.dataflow.migrations.desired.TargetSchema;
import dev.dataflow.migrations.fixture.ClassPath;
import dev.dataflow.migrations.fixture.ModelBuilder;
import dev.dataflow.migrations.fixture.SchemaTest;
import dev.dataflow.migrations.fixture.Shop;
import dev.dataflow.migrations.table.Table;
import dev.dataflow.model.KeyGeneration;
import dev.dataflow.model.LogicalType;
import dev.dataflow.model.ModelDescriptor;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import org.assertj.core.api.ListAssert;
import org.junit.jupiter.api.Test;

class DifferenceTest extends SchemaTest {

    @Test
    void everyDifferenceOfEveryTableIsNamedAndNothingIsCreated() throws SQLException {
        execute(
                "CREATE TABLE countries (code varchar(2) NOT NULL PRIMARY KEY)",
                "CREATE TABLE customers (id int NOT NULL PRIMARY KEY, emaill varchar(10) NOT NULL)");
        assertThatThrownBy(() -> open(Shop.country(), Shop.customer(), Shop.category()))
                .isInstanceOfSatisfying(SchemaException.class, e -> {
                    assertThat(e.code()).isEqualTo(ErrorCode.SCHEMA_DIFFERS);
                    assertThat(e.what())
                            .contains("countries.name: the column is missing, the model says")
                            .contains("customers.email: the column is missing")
                            .contains("; the table has `emaill`")
                            .contains("customers: has no unique key (email)")
                            .contains("customers.country_code: has no foreign key to countries (code)");
                    assertThat(e.why())
                            .contains("is customers.emaill → customers.email a rename?")
                            .contains("not created either: categories");
                    assertThat(e.fix()).contains("change the tables");
                });
        assertThat(tables()).containsExactly("countries", "customers");
    }

    @Test
    void missingTableIsADifferenceWhenNothingMayBeCreated() throws SQLException {
        execute("CREATE TABLE country (code varchar(2))");
        assertThatThrownBy(() -> check(model("Country", "countrys")
                        .varchar("code", 2)
                        .key("code", KeyGeneration.ASSIGNED)
                        .build()))
                .isInstanceOfSatisfying(SchemaException.class, e -> {
                    assertThat(e.code()).isEqualTo(ErrorCode.SCHEMA_DIFFERS);
                    assertThat(e.what()).contains("countrys: the table is missing; the database has `country`");
                    assertThat(e.fix()).contains("SchemaDdl").contains("autoMigrate(true)");
                });
        assertThat(tables()).containsExactly("country");
    }

    @Test
    void columnsDiffer() throws SQLException {
        execute("CREATE TABLE things (id " + by("bigint", "bigint", "INTEGER") + " NOT NULL PRIMARY KEY, a "
                + by("text", "longtext", "TEXT") + ", b " + by("text", "longtext", "TEXT") + " NOT NULL, extra int, "
                + "counted int NOT NULL DEFAULT 0, needed int NOT NULL, twice "
                + by("bigint", "bigint", "INTEGER") + " GENERATED ALWAYS AS (1) STORED)");
        ModelBuilder model = model("Thing", "things")
                .column("id", LogicalType.INT64)
                .column("a", LogicalType.TEXT)
                .nullable("b", LogicalType.TEXT)
                .nullable("twice", LogicalType.INT64);
        differences(model.build())
                .containsExactlyInAnyOrder(
                        "things.a: allows NULL, the model says NOT NULL",
                        "things.b: is NOT NULL, the model allows NULL",
                        "things.twice: is computed by the database, the model writes it",
                        "things.needed: is NOT NULL without a default and unknown to the model, so inserts would fail");
    }

    @Test
    void aCompositeKeyIsCreatedInItsOrderAndComparedWhole() throws SQLException {
        ModelBuilder lines = model("Line", "lines")
                .column("number", LogicalType.INT32)
                .varchar("region", 20)
                .column("order_id", LogicalType.INT64);
        ModelDescriptor whole =
                lines.key(List.of("region", "order_id", "number")).build();
        assertThat(SchemaDdl.statements(engine, List.of(whole)).get(0).replaceAll("[`\"]", ""))
                .contains("PRIMARY KEY (region, order_id, number)")
                .doesNotContain("AUTOINCREMENT");
        open(whole);
        differences(whole).isEmpty();
        differences(lines.key(List.of("region", "number")).build())
                .containsExactly("lines: has no primary key (region, number) but (region, order_id, number), the model"
                        + " says it has");
        differences(lines.key(List.of("number")).build())
                .containsExactly("lines: has no primary key (number) but (region, order_id, number), the model says it"
                        + " has");
    }

    @Test
    void keyMustCountUp() throws SQLException {
        ModelBuilder assigned = model("Thing", "things").column("id", LogicalType.INT64);
        if (engine == DatabaseEngine.SQLITE) {
            execute("CREATE TABLE things (id INT NOT NULL PRIMARY KEY)"); // not the row's number
        } else {
            open(assigned.build());
        }
        differences(assigned.build()).isEmpty();
        differences(model("Thing", "things").identity().build())
                .singleElement()
                .asString()
                .startsWith("things.id: has no value for new rows");
    }

    @Test
    void keysDiffer() throws SQLException {
        execute(
                "CREATE TABLE targets (id int NOT NULL PRIMARY KEY)",
                "CREATE TABLE things (a int NOT NULL, b int NOT NULL, c int NOT NULL, d int, PRIMARY KEY (b),"
                        + " UNIQUE (c, a), FOREIGN KEY (d) REFERENCES targets (id) ON DELETE CASCADE)");
        ModelBuilder model = model("Thing", "things")
                .column("a", LogicalType.INT32)
                .column("b", LogicalType.INT32)
                .column("c", LogicalType.INT32)
                .nullable("d", LogicalType.INT32)
                .key("a", KeyGeneration.ASSIGNED)
                .unique("uk_same", "a", "c")
                .unique("uk_c", "c")
                .index("ix_c", "c")
                .index("ix_a", "a")
                .references("d", "Target")
                .references("c", "Target");
        ModelDescriptor target =
                model("Target", "targets").column("id", LogicalType.INT32).build();
        Findings findings = findings(List.of(model.build(), target));
        assertThat(findings.differences())
                .map(Difference::toString)
                .containsExactlyInAnyOrder(
                        "things: has no primary key (a) but (b), the model says it has",
                        "things: has no unique key (c), the model says it has `uk_c`",
                        "things.d: the foreign key to targets (id) is ON DELETE CASCADE, the model says RESTRICT",
                        "things.c: has no foreign key to targets (id), the model says it has `fk_things_c`");
        assertThat(findings.remarks())
                .map(Difference::toString)
                .contains("things: has no index (a), the model says it has `ix_a`; queries may be slow")
                .noneMatch(text -> text.contains("ix_c"));
    }

    @Test
    void partialAndExpressionIndexesAreNoKeys() throws SQLException {
        execute("CREATE TABLE things (id int NOT NULL PRIMARY KEY, a varchar(20) NOT NULL)");
        execute(by(
                "CREATE UNIQUE INDEX u ON things (a) WHERE id > 0",
                "CREATE UNIQUE INDEX u ON things (a(5))",
                "CREATE UNIQUE INDEX u ON things (a) WHERE id > 0"));
        if (engine != DatabaseEngine.MARIADB) { // has no indexes of expressions
            execute("CREATE UNIQUE INDEX v ON things (" + by("(lower(a))", "(lower(a))", "lower(a)") + ")");
        }
        ModelBuilder model = model("Thing", "things")
                .column("id", LogicalType.INT32)
                .varchar("a", 20)
                .unique("uk_a", "a");
        differences(model.build()).containsExactly("things: has no unique key (a), the model says it has `uk_a`");
        execute("CREATE UNIQUE INDEX w ON things (a)");
        differences(model.build()).isEmpty();
    }

    @Test
    void viewIsNoTable() throws SQLException {
        execute("CREATE TABLE t (id int)", "CREATE VIEW countries AS SELECT id FROM t");
        assertThatThrownBy(() -> open(Shop.country()))
                .hasMessageContaining("countries: is a view, the model needs a table of this name");
    }

    @Test
    void otherCollationIsAWarning() throws SQLException {
        execute("CREATE TABLE words (id varchar(20) COLLATE " + by("\"und-x-icu\"", caseless(), "NOCASE")
                + " NOT NULL PRIMARY KEY)");
        ModelDescriptor model = model("Word", "words").varchar("id", 20).build();
        Findings findings = findings(List.of(model));
        assertThat(findings.fits()).isTrue();
        assertThat(findings.remarks()).singleElement().asString().contains("the model says by code point");
        open(model);
    }

    @Test
    void otherCollationThanAskedForIsADifference() throws SQLException {
        String wanted = by("und-x-icu", caseless(), "NoCase");
        ModelDescriptor model =
                model("Word", "words").collated("id", 20, wanted).build();
        execute("CREATE TABLE words (id varchar(20) NOT NULL "
                + by("COLLATE \"C\"", "COLLATE utf8mb4_bin", "COLLATE RTRIM") + " PRIMARY KEY)");
        differences(model)
                .containsExactly("words.id: is compared by " + by("code point", "code point", "rtrim")
                        + ", the model says by " + wanted.toLowerCase(Locale.ROOT));
        execute("DROP TABLE words");
        open(model);
        assertThat(findings(List.of(model)).fits()).isTrue();
        assertThat(findings(List.of(model)).remarks()).isEmpty();
    }

    @Test
    void otherOrderOfThePrimaryKeyIsRemarked() throws SQLException {
        execute("CREATE TABLE things (a varchar(9) NOT NULL, b varchar(9) NOT NULL, PRIMARY KEY (b, a))");
        ModelDescriptor model = model("Thing", "things")
                .varchar("a", 9)
                .varchar("b", 9)
                .key(List.of("a", "b"))
                .build();
        Findings findings = findings(List.of(model));
        assertThat(findings.remarks().stream().map(Difference::toString))
                .contains("things: has the primary key (a, b) in another order, but (b, a); queries by the first parts"
                        + " may be slow");
    }

    @Test
    void unregisteredTargetMustBeThere() throws SQLException {
        List<ModelDescriptor> all = List.of(Shop.country(), Shop.customer());
        assertThatThrownBy(() -> open(connection, true, SOON, List.of("shop.Customer"), ClassPath.of(folder, all)))
                .hasMessageContaining(
                        "customers.country_code: references the table `countries`, which is missing, and its model"
                                + " shop.Country is not registered");
        assertThat(tables()).isEmpty();
        open(Shop.country());
        open(connection, true, SOON, List.of("shop.Customer"), ClassPath.of(folder, all));
        assertThat(tables()).containsExactly("countries", "customers");
    }

    private ListAssert<String> differences(ModelDescriptor model) throws SQLException {
        return assertThat(findings(List.of(model)).differences().stream()
                .map(Difference::toString)
                .toList());
    }

    private Findings findings(List<ModelDescriptor> models) throws SQLException {
        TargetSchema target = TargetSchema.of(engine, Models.of(models));
        return SchemaComparison.compare(
                engine,
                target,
                new CatalogReader(engine)
                        .read(
                                connection,
                                target.tables().stream().map(Table::name).toList(),
                                List.of()));
    }
}
