package dev.dataflow.migrations.rename;

import static dev.dataflow.migrations.fixture.ModelBuilder.model;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dataflow.config.DatabaseEngine;
import dev.dataflow.migrations.descriptor.Models;
import dev.dataflow.migrations.diff.RenameHints;
import dev.dataflow.migrations.schema.Column;
import dev.dataflow.migrations.schema.ColumnType;
import dev.dataflow.migrations.schema.Schema;
import dev.dataflow.migrations.schema.Table;
import dev.dataflow.migrations.schema.TableBuilder;
import dev.dataflow.model.LogicalType;
import dev.dataflow.model.ModelDescriptor;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ModelRenamesTest {

    private static final RenameHints NONE = RenameHints.NONE;

    private final ModelDescriptor person = model("Person", "people")
            .renamedFrom("users", "accounts")
            .identity()
            .former("name", "title")
            .column("full_name", LogicalType.TEXT)
            .former("seen")
            .column("visited", LogicalType.OFFSET_DATE_TIME)
            .build();

    @Test
    void formerNamesThatAreThereAreHints() {
        ModelRenames renames = of(schema(table("users", "id", "title", "seen", "seen_offset")), NONE, person);
        assertThat(renames.hints())
                .isEqualTo(NONE.table("users", "people")
                        .column("users", "title", "full_name")
                        .column("users", "seen", "visited")
                        .column("users", "seen_offset", "visited_offset"));
        assertThat(renames.notes())
                .containsExactly(
                        "shop.Person: no table `accounts` is there",
                        "shop.Person.full_name: no column `users.name` is there");
    }

    @Test
    void onceRenamedTheyAreNotes() {
        ModelRenames renames =
                of(schema(table("people", "id", "full_name", "visited", "visited_offset")), NONE, person);
        assertThat(renames.hints()).isEqualTo(NONE);
        assertThat(renames.notes())
                .hasSize(5)
                .contains(
                        "shop.Person: no table `users` is there, its former name can go",
                        "shop.Person.full_name: no column `people.name` is there, its former name can go");
    }

    @Test
    void whatIsMisspeltIsNamedByWhatIsNear() {
        assertThat(of(schema(table("user", "id")), NONE, person).notes())
                .contains("shop.Person: no table `users` is there (did you mean `user`?)");
        assertThat(of(schema(table("users", "id", "nam")), NONE, person).notes())
                .contains("shop.Person.full_name: no column `users.name` is there (did you mean `nam`?)");
    }

    @Test
    void aTableThatIsNewHasNoColumnsToRename() {
        assertThat(of(schema(table("others", "name")), NONE, person).notes()).hasSize(2);
    }

    @Test
    void contradictionsThatOnlyTheSchemaShowsAreRefusedTogether() {
        ModelDescriptor member = model("Member", "members")
                .renamedFrom("people")
                .identity()
                .former("a", "b")
                .column("c", LogicalType.TEXT)
                .build();
        assertThatThrownBy(() -> of(
                        schema(table("users", "id"), table("people", "id", "name", "full_name", "title")),
                        NONE,
                        person,
                        member))
                .hasMessageStartingWith("[DF-319] ")
                .hasMessageContaining("shop.Person: users and people are both there")
                .hasMessageContaining("→ --drop users")
                .hasMessageContaining("shop.Person.full_name: people.name and people.full_name are both there")
                .hasMessageContaining("shop.Member: people is the table of shop.Person, too");
        assertThatThrownBy(() -> of(schema(table("members", "id", "a", "b")), NONE, member))
                .hasMessageContaining("shop.Member.c: members.a and members.b are both there → --rename"
                        + " members.a=members.c for the one it is, and --drop for the rest");
        ModelDescriptor guest =
                model("Guest", "guests").renamedFrom("persons").identity().build();
        ModelDescriptor client =
                model("Client", "clients").renamedFrom("persons").identity().build();
        assertThatThrownBy(() -> of(schema(table("persons", "id")), NONE, client, guest))
                .hasMessageContaining("persons is the table of shop.Client, too");
    }

    @Test
    void whatPeopleSayCountsMore() {
        Schema both = schema(table("people", "id", "name", "full_name", "title"), table("users", "id"));
        RenameHints dropped =
                NONE.dropTable("users").dropColumn("people", "name").dropColumn("people", "title");
        assertThat(of(both, dropped, person).hints()).isEqualTo(dropped);
        Schema old = schema(table("users", "id", "name", "label"));
        RenameHints other = NONE.column("users", "label", "full_name").dropColumn("users", "name");
        assertThat(of(old, other, person).hints()).isEqualTo(other.table("users", "people"));
        RenameHints table = NONE.table("accounts", "people");
        assertThat(of(schema(table("accounts", "id", "name"), table("users", "id")), table, person)
                        .hints())
                .isEqualTo(table.column("accounts", "name", "full_name"));
    }

    @Test
    void modelsOfOtherSchemasAreLeftOut() {
        ModelDescriptor other = model("Archived", "archive")
                .schema("old")
                .renamedFrom("users")
                .identity()
                .build();
        Schema present = schema(table("users", "id"));
        assertThat(of(present, NONE, other).hints()).isEqualTo(NONE);
        assertThat(ModelRenames.of(Models.of(List.of(other)), model -> "old".equals(model.schema()), present, NONE)
                        .hints())
                .isEqualTo(NONE.table("users", "archive"));
    }

    private static ModelRenames of(Schema present, RenameHints given, ModelDescriptor... models) {
        return ModelRenames.of(Models.of(List.of(models)), present, given);
    }

    private static Schema schema(Table... tables) {
        return Schema.of(DatabaseEngine.SQLITE, List.of(tables));
    }

    private static Table table(String name, String... columns) {
        TableBuilder table = Table.named(name);
        Stream.of(columns)
                .forEach(column -> table.column(Column.of(column, ColumnType.of(DatabaseEngine.SQLITE, "TEXT"))));
        return table.build();
    }
}
