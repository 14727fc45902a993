package dev.dataflow.migrations.limit;

import static dev.dataflow.migrations.fixture.ModelBuilder.model;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dataflow.config.DatabaseEngine;
import dev.dataflow.config.EngineFamily;
import dev.dataflow.error.ErrorCode;
import dev.dataflow.error.SchemaException;
import dev.dataflow.migrations.ddl.SchemaScript;
import dev.dataflow.migrations.descriptor.Models;
import dev.dataflow.migrations.desired.TargetSchema;
import dev.dataflow.migrations.fixture.ModelBuilder;
import dev.dataflow.migrations.fixture.Recording;
import dev.dataflow.migrations.fixture.SchemaTest;
import dev.dataflow.migrations.fixture.Shop;
import dev.dataflow.model.KeyGeneration;
import dev.dataflow.model.LogicalType;
import dev.dataflow.model.ModelDescriptor;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Each limit is the server's own: what it lets through can be created, what it refuses cannot. */
class LimitsTest extends SchemaTest {

    @Test
    void refusedBeforeAnyStatement() throws SQLException {
        Recording recording = new Recording(connection);
        assertThatThrownBy(() ->
                        open(recording.connection(), true, SOON, List.of(Shop.country(), columns(2001), twin("Twin"))))
                .isInstanceOfSatisfying(SchemaException.class, e -> {
                    assertThat(e.code()).isEqualTo(ErrorCode.MODEL_UNSUPPORTED);
                    assertThat(e.what())
                            .contains(engine.label())
                            .contains("wide: has 2001 columns")
                            .contains("the table `countries` and the table `countries` would have one name");
                });
        assertThat(recording.statements()).isEmpty();
    }

    @Test
    void columnCount() throws SQLException {
        int most = Integer.parseInt(by("1600", "1017", "2000"));
        fits(columns(most));
        tooMuch(columns(most + 1), "at most " + most + " are possible");
    }

    @Test
    void nameLength() throws SQLException {
        if (engine == DatabaseEngine.SQLITE) {
            fits(named("x".repeat(500)));
            return;
        }
        fits(named("é".repeat(Integer.parseInt(by("31", "64", "")))));
        ModelDescriptor tooLong = named("é".repeat(Integer.parseInt(by("32", "65", ""))));
        refused(tooLong, "at most " + by("63 bytes", "64 characters", "").split(" ")[0] + " are possible");
        if (engine.family() == EngineFamily.MYSQL) { // PostgreSQL would cut the name
            assertThatThrownBy(() -> create(tooLong)).isInstanceOf(SQLException.class);
        }
    }

    @Test
    void reservedNames() throws SQLException {
        switch (engine.family()) {
            case POSTGRESQL ->
                tooMuch(
                        model("Thing", "things")
                                .column("id", LogicalType.INT32)
                                .column("xmin", LogicalType.INT32)
                                .build(),
                        "system column `xmin`");
            case MYSQL -> fits(named("sqlite_things"));
            case SQLITE -> tooMuch(named("sqlite_things"), "reserved");
        }
    }

    @Test
    void namesThatFoldTogether() throws SQLException {
        ModelDescriptor columns = model("Thing", "things")
                .column("id", LogicalType.INT32)
                .column("ID", LogicalType.INT32)
                .build();
        ModelDescriptor other = model("Other", "others")
                .column("id", LogicalType.INT32)
                .column("a", LogicalType.INT32)
                .index("ix_same", "a")
                .build();
        ModelDescriptor same = model("Same", "sames")
                .column("id", LogicalType.INT32)
                .column("a", LogicalType.INT32)
                .index("ix_same", "a")
                .build();
        switch (engine.family()) {
            case POSTGRESQL -> {
                fits(columns);
                tooMuch(List.of(other, same), "the index `ix_same` of the table `others` and the index");
            }
            case MYSQL -> {
                tooMuch(columns, "`things.id` and the column `things.ID` would have one name");
                fits(other);
                fits(same);
            }
            case SQLITE -> {
                tooMuch(columns, "`things.id` and the column `things.ID` would have one name");
                tooMuch(List.of(other, same), "the index `ix_same` of the table `others` and the index");
            }
        }
    }

    @Test
    void digitsAfterThePoint() throws SQLException {
        fits(decimal(30));
        if (engine == DatabaseEngine.MYSQL) {
            tooMuch(decimal(31), "wide.a: has 31 digits after the point, at most 30 are possible");
        } else {
            fits(decimal(38));
        }
    }

    private static ModelDescriptor decimal(int scale) {
        return model("Wide", "wide")
                .column("id", LogicalType.INT32)
                .decimal("a", 38, scale)
                .build();
    }

    @Test
    void rowsOfMySql() throws SQLException {
        if (engine.family() != EngineFamily.MYSQL) {
            fits(texts(197));
            return;
        }
        int most = engine == DatabaseEngine.MARIADB ? 383 : 196;
        fits(texts(most));
        tooMuch(texts(most + 1), "longtext");
        fits(large().column("c", LogicalType.DATE).build()); // 65,535
        tooMuch(large().column("c", LogicalType.INT32).build(), "65536");
        tooMuch(large().nullable("c", LogicalType.DATE).build(), "65536");
        fits(varchars("short_texts", fill(10, 197)));
        tooMuch(varchars("more_short_texts", fill(10, 198)), "on a page");
        if (engine == DatabaseEngine.MARIADB) {
            fits(varchars("texts_on_the_page", fill(63, 32)));
            tooMuch(varchars("more_texts_on_the_page", fill(63, 33)), "on a page");
            fits(varchars("texts_outside", fill(64, 33)));
        }
    }

    @Test
    void keysOfMySql() throws SQLException {
        ModelDescriptor wide = key("wide", 769);
        if (engine.family() != EngineFamily.MYSQL) {
            fits(wide);
            return;
        }
        fits(key("narrow", 768));
        tooMuch(wide, "3072");
        fits(pair("narrow_pair", 384));
        tooMuch(pair("wide_pair", 385), "3072");
        tooMuch(
                model("Thing", "things")
                        .column("id", LogicalType.TEXT)
                        .key("id", KeyGeneration.ASSIGNED)
                        .build(),
                "without a length");
    }

    private void fits(ModelDescriptor model) throws SQLException {
        Limits.of(engine).check(target(List.of(model)).tables());
        create(model);
        execute("DROP TABLE " + q(model.table()));
    }

    private void tooMuch(ModelDescriptor model, String text) {
        tooMuch(List.of(model), text);
    }

    private void tooMuch(List<ModelDescriptor> models, String text) {
        refused(models, text);
        assertThatThrownBy(() -> create(models.toArray(ModelDescriptor[]::new)))
                .as("the server refuses it too")
                .isInstanceOf(SQLException.class);
    }

    private void refused(ModelDescriptor model, String text) {
        refused(List.of(model), text);
    }

    private void refused(List<ModelDescriptor> models, String text) {
        assertThatThrownBy(() -> Limits.of(engine).check(target(models).tables()))
                .isInstanceOfSatisfying(
                        SchemaException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.MODEL_UNSUPPORTED))
                .hasMessageContaining(text);
    }

    private void create(ModelDescriptor... models) throws SQLException {
        for (var statement : SchemaScript.create(engine, target(List.of(models)).tables(), null)) {
            execute(statement.sql());
        }
    }

    private TargetSchema target(List<ModelDescriptor> models) {
        return TargetSchema.of(engine, Models.of(models));
    }

    private static ModelDescriptor columns(int count) {
        ModelBuilder model = model("Wide", "wide").column("id", LogicalType.INT16);
        for (int i = 1; i < count; i++) {
            model.column("c" + i, LogicalType.INT16);
        }
        return model.build();
    }

    private static ModelDescriptor twin(String name) {
        return model(name, "countries").column("id", LogicalType.INT32).build();
    }

    private static ModelDescriptor named(String table) {
        return model("Named", table).column("id", LogicalType.INT32).build();
    }

    private static ModelDescriptor texts(int count) {
        ModelBuilder model = model("Texts", "texts_" + count).column("id", LogicalType.INT64);
        for (int i = 0; i < count; i++) {
            model.nullable("c" + i, LogicalType.TEXT);
        }
        return model.build();
    }

    private static ModelDescriptor varchars(String table, int... lengths) {
        ModelBuilder model = model("Varchars", table).column("id", LogicalType.INT32);
        for (int i = 0; i < lengths.length; i++) {
            model.varchar("c" + i, lengths[i]);
        }
        return model.build();
    }

    /** 65,532 bytes. */
    private static ModelBuilder large() {
        return model("Large", "large")
                .column("id", LogicalType.INT32)
                .varchar("a", 8191)
                .varchar("b", 8190);
    }

    private static int[] fill(int length, int count) {
        int[] lengths = new int[count];
        Arrays.fill(lengths, length);
        return lengths;
    }

    private static ModelDescriptor key(String table, int length) {
        return model("Keyed", table)
                .varchar("id", length)
                .key("id", KeyGeneration.ASSIGNED)
                .build();
    }

    private static ModelDescriptor pair(String table, int length) {
        return model("Paired", table)
                .column("id", LogicalType.INT32)
                .varchar("a", length)
                .varchar("b", length)
                .index("ix_" + table, "a", "b")
                .build();
    }
}
