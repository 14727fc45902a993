package dev.dataflow.migrations.diff;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dataflow.config.DatabaseEngine;
import dev.dataflow.migrations.change.Change;
import dev.dataflow.migrations.identifier.TableName;
import dev.dataflow.migrations.schema.Check;
import dev.dataflow.migrations.schema.Column;
import dev.dataflow.migrations.schema.ColumnType;
import dev.dataflow.migrations.schema.ForeignKey;
import dev.dataflow.migrations.schema.Index;
import dev.dataflow.migrations.schema.ReferentialAction;
import dev.dataflow.migrations.schema.Schema;
import dev.dataflow.migrations.schema.Table;
import java.util.List;
import org.junit.jupiter.api.Test;

class RenamesTest {

    private static final DatabaseEngine ENGINE = DatabaseEngine.MYSQL;

    private final Schema before = schema(people("users", "name"), notes("users"));
    private final Schema after = schema(people("people", "full_name"), notes("people"));

    @Test
    void everythingFollowsARename() {
        RenameHints hints = RenameHints.NONE.table("users", "people").column("users", "name", "full_name");
        SchemaDiff diff = SchemaDiff.of(before, after, hints);
        assertThat(diff.questions()).isEmpty();
        assertThat(diff.changes())
                .extracting(Change::describe)
                .containsExactly(
                        "users: drop check ck_name",
                        "rename table users to people",
                        "people.name: rename column to full_name",
                        "people: add check ck_name");
    }

    @Test
    void aTableThatMayBeAnotherIsAskedAboutWithTheFlagsThatAnswer() {
        SchemaDiff diff = SchemaDiff.of(before, after);
        assertThatThrownBy(diff::requireAnswers)
                .hasMessageStartingWith("[DF-318] ")
                .hasMessageContaining("--rename users=people")
                .hasMessageContaining("--drop users");
    }

    @Test
    void aColumnThatMayBeAnotherIsAskedAboutUnderTheTablesOldName() {
        SchemaDiff diff = SchemaDiff.of(before, after, RenameHints.NONE.table("users", "people"));
        assertThat(diff.questions()).hasSize(1);
        assertThat(diff.questions().get(0).text())
                .startsWith("is users.name → people.full_name a rename? (")
                .contains("same type", "like names", "values not looked at")
                .contains("--rename users.name=users.full_name")
                .endsWith("none of them → --drop users.name");
    }

    @Test
    void whatIsGoneForGoodIsNotAskedAbout() {
        RenameHints hints = RenameHints.NONE.table("users", "people").dropColumn("users", "name");
        SchemaDiff diff = SchemaDiff.of(before, after, hints);
        diff.requireAnswers();
        assertThat(diff.changes())
                .extracting(Change::describe)
                .contains("people.name: drop column", "people.full_name: add column varchar(50)");
    }

    @Test
    void whatIsNothingAlikeIsNotAskedAbout() {
        Table from = table("jobs", column("code", "int"));
        Table to = table("jobs", column("created_at", "datetime(6)").withNullable(false));
        assertThat(SchemaDiff.of(schema(from), schema(to)).questions()).isEmpty();
    }

    @Test
    void hintsThatContradictAreRefusedTogether() {
        RenameHints hints = RenameHints.NONE
                .table("usrs", "people")
                .table("users", "people")
                .dropTable("users")
                .column("users", "name", "full_name")
                .column("users", "name", "nick")
                .column("notes", "text", "text")
                .column("ntes", "text", "body")
                .dropColumn("users", "id")
                .dropTable("notes");
        assertThatThrownBy(() -> SchemaDiff.of(before, after, hints))
                .hasMessageStartingWith("[DF-317] ")
                .hasMessageContaining("usrs=people: there is no table `usrs` (did you mean `users`?)")
                .hasMessageContaining("users=people: two tables get that name")
                .hasMessageContaining("users=people: another hint drops the table")
                .hasMessageContaining("users.name=nick: the target has no column `nick`")
                .hasMessageContaining("users.name=nick: the column has two new names")
                .hasMessageContaining("notes.text=text: the target has the column `text`, too")
                .hasMessageContaining("notes.text=text: there is a column `text` already")
                .hasMessageContaining("ntes.text=body: there is no table `ntes` (did you mean `notes`?)")
                .hasMessageContaining("users.id: the target has the column `id`, too")
                .hasMessageContaining("notes: the target has the table `notes`, too");
    }

    private static Table people(String table, String name) {
        return Table.named(table)
                .column(column("id", "bigint").withNullable(false))
                .column(column(name, "varchar(50)"))
                .column(column("age", "int"))
                .index(Index.of("ix_name", false, List.of(name)))
                .check(Check.of("ck_name", "(`" + name + "` <> 'name')"))
                .build();
    }

    private static Table notes(String target) {
        return Table.named("notes")
                .column(column("text", "longtext"))
                .column(column("author_id", "bigint"))
                .foreignKey(ForeignKey.of(
                        "fk_author",
                        List.of("author_id"),
                        TableName.of(target),
                        List.of("id"),
                        ReferentialAction.NO_ACTION))
                .build();
    }

    private static Table table(String name, Column column) {
        return Table.named(name).column(column).build();
    }

    private static Schema schema(Table... tables) {
        return Schema.of(ENGINE, List.of(tables));
    }

    private static Column column(String name, String type) {
        return Column.of(name, ColumnType.of(ENGINE, type));
    }
}
