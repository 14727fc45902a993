package dev.dataflow.migrations.diff;

import static dev.dataflow.migrations.fixture.PostgresSchemas.column;
import static dev.dataflow.migrations.fixture.PostgresSchemas.enums;
import static dev.dataflow.migrations.fixture.PostgresSchemas.schema;
import static dev.dataflow.migrations.fixture.PostgresSchemas.type;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dataflow.config.DatabaseEngine;
import dev.dataflow.migrations.change.Change;
import dev.dataflow.migrations.change.ColumnAspect;
import dev.dataflow.migrations.change.ColumnChange;
import dev.dataflow.migrations.change.TableChange;
import dev.dataflow.migrations.identifier.TableName;
import dev.dataflow.migrations.schema.Check;
import dev.dataflow.migrations.schema.Column;
import dev.dataflow.migrations.schema.ForeignKey;
import dev.dataflow.migrations.schema.Generated;
import dev.dataflow.migrations.schema.Index;
import dev.dataflow.migrations.schema.MaterialisedView;
import dev.dataflow.migrations.schema.PrimaryKey;
import dev.dataflow.migrations.schema.ReferentialAction;
import dev.dataflow.migrations.schema.Schema;
import dev.dataflow.migrations.schema.Table;
import dev.dataflow.migrations.schema.TableBuilder;
import dev.dataflow.migrations.schema.Trigger;
import dev.dataflow.migrations.schema.UniqueKey;
import dev.dataflow.migrations.schema.View;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class SchemaDiffTest {

    private final TableBuilder users =
            table("users").column(column("name", "text").withNullable(false)).column(column("age", "integer"));

    @Test
    void nothingDiffersFromItself() {
        Schema schema = schema(users.build());
        assertThat(SchemaDiff.of(schema, schema).isEmpty()).isTrue();
    }

    @Test
    void orderOfColumnsIsNoDifference() {
        Table table = users.build();
        List<Column> columns = table.columns();
        Table turned = table.edit()
                .columns(List.of(columns.get(2), columns.get(0), columns.get(1)))
                .build();
        assertThat(SchemaDiff.of(schema(table), schema(turned)).isEmpty()).isTrue();
    }

    @Test
    void aColumnDiffersAspectByAspect() {
        Schema before = schema(users.build());
        Schema after = schema(table("users")
                .column(column("name", "text"))
                .column(column("age", "bigint").withDefault("0"))
                .column(column("note", "jsonb"))
                .build());
        assertThat(said(SchemaDiff.of(before, after)))
                .containsExactly(
                        "users.note: add column jsonb",
                        "users.name: alter nullability, false to true",
                        "users.age: alter type, integer to bigint",
                        "users.age: alter default, none to 0");
    }

    @Test
    void tablesInACircleGetTheirKeysAfterwards() {
        Table left = pointing("left", "right");
        Table right = pointing("right", "left");
        List<String> come = said(SchemaDiff.of(schema(), schema(left, right)));
        assertThat(come)
                .containsExactly("create table right", "create table left", "right: add foreign key fk_right_left");
        List<String> go = said(SchemaDiff.of(schema(left, right), schema()));
        assertThat(go).containsExactly("right: drop foreign key fk_right_left", "drop table left", "drop table right");
    }

    @Test
    void aTableThatGoesLetsGoOfAKeyThatChangesBefore() {
        Table target =
                table("right").column(column("k", "bigint").withNullable(false)).build();
        Table other = target.edit()
                .primaryKey(PrimaryKey.of("right_pkey", List.of("id", "k")))
                .build();
        List<String> said = said(SchemaDiff.of(schema(pointing("left", "right"), target), schema(other)));
        assertThat(said)
                .containsExactly(
                        "left: drop foreign key fk_left_right",
                        "right: drop primary key",
                        "drop table left",
                        "right: add primary key");
    }

    @Test
    void triggersGoBeforeTheirTableIsRenamedAndComeBackAfter() {
        Table before =
                table("a").trigger(new Trigger("tr", "ON a", new TreeMap<>())).build();
        Table after = table("b")
                .primaryKey(before.primaryKey())
                .trigger(new Trigger("tr", "ON b", new TreeMap<>()))
                .build();
        SchemaDiff diff = SchemaDiff.of(schema(before), schema(after), RenameHints.NONE.table("a", "b"));
        assertThat(said(diff)).containsExactly("a: drop trigger tr", "rename table a to b", "b: create trigger tr");
    }

    @Test
    void viewsGoBeforeAColumnChangesAndComeBackAfterThoseTheyMention() {
        View inner = View.of("inner_names", "SELECT name FROM users");
        View outer = View.of("a_outer", "SELECT name FROM inner_names");
        View other = View.of("other", "SELECT 'users'");
        Schema before = views(schema(users.build()), inner, outer, other);
        Schema after = views(
                schema(table("users")
                        .column(column("name", "character varying(20)").withNullable(false))
                        .column(column("age", "integer"))
                        .build()),
                inner,
                outer,
                other);
        assertThat(said(SchemaDiff.of(before, after)))
                .containsExactly(
                        "drop view a_outer",
                        "drop view inner_names",
                        "users.name: alter type, text to character varying(20)",
                        "create view inner_names",
                        "create view a_outer");
    }

    @Test
    void materialisedViewsDoSoToo() {
        MaterialisedView kept =
                new MaterialisedView("kept_names", "SELECT name FROM users", List.of(), true, new TreeMap<>());
        View outer = View.of("a_outer", "SELECT name FROM kept_names");
        Schema before = views(schema(users.build()), outer)
                .edit()
                .materialisedViews(List.of(kept))
                .build();
        Table shorter = table("users")
                .column(column("name", "character varying(20)").withNullable(false))
                .column(column("age", "integer"))
                .build();
        assertThat(said(SchemaDiff.of(before, before.withTables(List.of(shorter)))))
                .containsExactly(
                        "drop view a_outer",
                        "drop materialised view kept_names",
                        "users.name: alter type, text to character varying(20)",
                        "create materialised view kept_names",
                        "create view a_outer");
    }

    @Test
    void computedColumnsAndTheirIndexesGoAndComeBackWithTheColumnTheyAreComputedOf() {
        Column twice = column("twice", "integer").withGenerated(new Generated("(age * 2)", true));
        Schema before = schema(users.column(twice)
                .index(Index.of("ix_twice", false, List.of("twice")))
                .build());
        Table from = before.table("users").orElseThrow();
        Schema after = schema(from.edit()
                .columns(from.columns().stream()
                        .map(column -> column.name().equals("age") ? column.withType(type("smallint")) : column)
                        .toList())
                .build());
        assertThat(said(SchemaDiff.of(before, after)))
                .containsExactly(
                        "users: drop index ix_twice",
                        "users.twice: drop column",
                        "users.age: alter type, integer to smallint",
                        "users.twice: add column integer",
                        "users: create index ix_twice");
    }

    @Test
    void foreignKeysGoWithTheKeyTheyNeed() {
        Table before = table("users")
                .column(column("code", "text"))
                .unique(UniqueKey.of("uk_code", List.of("code")))
                .build();
        Table after = before.edit()
                .uniques(List.of(UniqueKey.of("uk_other", List.of("code"))))
                .build();
        Table notes = table("notes")
                .column(column("code", "text"))
                .foreignKey(ForeignKey.of(
                        "fk_code", List.of("code"), TableName.of("users"), List.of("code"), ReferentialAction.CASCADE))
                .build();
        assertThat(said(SchemaDiff.of(schema(before, notes), schema(after, notes))))
                .containsExactly(
                        "notes: drop foreign key fk_code",
                        "users: drop unique constraint uk_code",
                        "users: add unique constraint uk_other",
                        "notes: add foreign key fk_code");
    }

    @Test
    void enumsGetValuesOrBecomeOthers() {
        Schema before = enums("new", "done");
        assertThat(said(SchemaDiff.of(before, enums("new", "open", "done", "gone"))))
                .containsExactly("enum type state: add value open", "enum type state: add value gone");
        assertThat(said(SchemaDiff.of(before, enums("done", "new"))))
                .containsExactly("enum type state: put the values in the order done, new");
        assertThat(said(SchemaDiff.of(before, enums("gone", "open", "new"))))
                .containsExactly("enum type state: drop value done, add value gone, open");
    }

    @Test
    void optionsThatDifferAreSaidInWords() {
        Table old =
                table("users").option("engine", "InnoDB").option("comment", "a").build();
        Table wanted =
                table("users").option("strict", "true").option("comment", "b").build();
        assertThat(new TableChange.AlterOptions(old, wanted).describe())
                .isEqualTo("users: alter options: comment=b instead of a, without engine=InnoDB, strict=true");
        Column name = column("name", "text");
        assertThat(new ColumnChange.Alter("users", ColumnAspect.OPTIONS, name, name.withOptions(Map.of("comment", "b")))
                        .describe())
                .isEqualTo("users.name: alter options: comment=b");
    }

    @Test
    void eachChangeHasAnInverseThatLeadsBack() {
        Schema before = schema(users.build(), pointing("notes", "users"));
        Schema after = schema(table("users")
                .column(column("name", "text"))
                .check(Check.of("ck_name", "name <> ''"))
                .build());
        for (Change change : SchemaDiff.of(before, after).changes()) {
            assertThat(change.inverse().flatMap(Change::inverse)).contains(change);
        }
    }

    @Test
    void schemasOfTwoDatabasesCannotBeCompared() {
        assertThatThrownBy(() -> SchemaDiff.of(schema(), Schema.empty(DatabaseEngine.SQLITE)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("PostgreSQL")
                .hasMessageContaining("SQLite");
    }

    private static Table pointing(String name, String target) {
        return table(name)
                .column(column(target + "_id", "bigint"))
                .foreignKey(ForeignKey.of(
                        "fk_" + name + "_" + target,
                        List.of(target + "_id"),
                        TableName.of(target),
                        List.of("id"),
                        ReferentialAction.NO_ACTION))
                .build();
    }

    private static TableBuilder table(String name) {
        return Table.named(name)
                .column(column("id", "bigint").withNullable(false))
                .primaryKey(PrimaryKey.of(name + "_pkey", List.of("id")));
    }

    private static Schema views(Schema schema, View... views) {
        return schema.edit().views(List.of(views)).build();
    }

    private static List<String> said(SchemaDiff diff) {
        return diff.changes().stream().map(Change::describe).toList();
    }
}
