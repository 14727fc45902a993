package dev.dataflow.migrations.diff;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dataflow.config.DatabaseEngine;
import dev.dataflow.migrations.change.Change;
import dev.dataflow.migrations.identifier.TableName;
import dev.dataflow.migrations.schema.Column;
import dev.dataflow.migrations.schema.ColumnType;
import dev.dataflow.migrations.schema.ForeignKey;
import dev.dataflow.migrations.schema.Index;
import dev.dataflow.migrations.schema.KeyPart;
import dev.dataflow.migrations.schema.PrimaryKey;
import dev.dataflow.migrations.schema.ReferentialAction;
import dev.dataflow.migrations.schema.Schema;
import dev.dataflow.migrations.schema.Table;
import dev.dataflow.migrations.schema.TableBuilder;
import dev.dataflow.migrations.schema.UniqueKey;
import dev.dataflow.migrations.schema.View;
import java.util.List;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What of a table is its model's, by names alone; what databases make of it is looked at by {@code ForeignObjectsTest}. */
class ModelTargetTest {

    private static final DatabaseEngine ENGINE = DatabaseEngine.POSTGRESQL;

    @ParameterizedTest
    @CsvSource({
        "ix_users_name, name, true",
        "ix_users_name_age, name age, true",
        "ix_users_name, tenant_id name, true",
        "ix_users_name, tenant_id name deleted_at, true",
        "ix_users_name, name age, false",
        "ix_users_age, name, false",
        "ix_name, name, false",
        "uk_users_name, name, false",
        "by_name, name, false"
    })
    void exactlyTheDerivedNameIsTheModels(String name, String columns, boolean gone) {
        Index index = Index.of(name, false, List.of(columns.split(" ")));
        assertThat(changes(users().index(index), users())).hasSize(gone ? 1 : 0);
    }

    @Test
    void aNameThatWasCutIsDerivedToo() {
        String column = "a_column_whose_name_is_so_long_that_the_index_name_is_cut";
        Table with = users().column(Column.of(column, type("text"))).build();
        // as the processor writes it: the first digits of the SHA-256 of the whole name
        String name = "ix_users_a_column_whose_name_is_so_long_that_the_index_" + hash("ix_users_" + column);
        assertThat(name).hasSize(63);
        assertThat(changes(with.edit().index(Index.of(name, false, List.of(column))), with.edit()))
                .containsExactly("users: drop index " + name);
        String other = name.substring(0, 62) + "x";
        assertThat(changes(with.edit().index(Index.of(other, false, List.of(column))), with.edit()))
                .isEmpty();
    }

    @Test
    void aKeyThatCountsDeletedRowsGoesWhereTheModelsDoesNot() {
        Index living = new Index(
                "uk_users_name",
                KeyPart.of(List.of("name")),
                List.of(),
                "deleted_at IS NULL",
                true,
                true,
                Index.BTREE,
                true,
                new TreeMap<>());
        assertThat(changes(users().unique(UniqueKey.of("names", List.of("name"))), users().index(living)))
                .containsExactlyInAnyOrder("users: drop unique constraint names", "users: create index uk_users_name");
    }

    @Test
    void aUniqueIndexIsAsGoodAsAKey() {
        UniqueKey wanted = UniqueKey.of("uk_users_name", List.of("name"));
        assertThat(changes(users().index(Index.of("names", true, List.of("name"))), users().unique(wanted)))
                .isEmpty();
        assertThat(changes(users().index(Index.of("names", false, List.of("name"))), users().unique(wanted)))
                .containsExactly("users: add unique constraint uk_users_name");
    }

    @Test
    void aForeignKeyThatDoesSomethingElseIsReplaced() {
        assertThat(changes(
                        users().foreignKey(key("by_hand", ReferentialAction.CASCADE)),
                        users().foreignKey(key("fk_users_boss", ReferentialAction.RESTRICT))))
                .containsExactly("users: drop foreign key by_hand", "users: add foreign key fk_users_boss");
        assertThat(changes(
                        users().foreignKey(key("by_hand", ReferentialAction.NO_ACTION)),
                        users().foreignKey(key("fk_users_boss", ReferentialAction.RESTRICT))))
                .isEmpty();
    }

    @Test
    void commentsAreNoDifference() {
        Index plain = Index.of("ix_users_name", false, List.of("name"));
        Index told = new Index(
                plain.name(),
                plain.parts(),
                plain.include(),
                null,
                false,
                true,
                plain.method(),
                true,
                new TreeMap<>(java.util.Map.of("comment", "for the report")));
        assertThat(changes(users().index(told), users().index(plain))).isEmpty();
    }

    @Test
    void whatTheModelWantsCannotBeDropped() {
        Table table =
                users().index(Index.of("ix_users_name", false, List.of("name"))).build();
        assertThatThrownBy(() -> ModelTarget.of(
                        schema(table), schema(table), RenameHints.NONE.dropColumn("users", "ix_users_name")))
                .hasMessageStartingWith("[DF-317] ");
        // a column of that name comes first
        Table before = users().column(Column.of("fax", type("text")))
                .index(Index.of("fax", false, List.of("name")))
                .build();
        ModelTarget target =
                ModelTarget.of(schema(before), schema(users().build()), RenameHints.NONE.dropColumn("users", "fax"));
        assertThat(target.unmodelled()).map(Unmodelled::text).containsExactly("index fax of users");
        assertThat(target.hints().drops()).hasSize(1);
    }

    @Test
    void whatNothingIsNamedLikeIsAskedBack() {
        Table there = users().index(Index.of("by_hand", false, List.of("age"))).build();
        Schema present = new Schema(
                ENGINE,
                List.of(there),
                List.of(View.of("adults", "SELECT 1")),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of());
        RenameHints hints = RenameHints.NONE
                .dropColumn("users", "by_hnad")
                .dropColumn("users", "agee")
                .dropTable("adult")
                .dropTable("by_hand")
                .dropTable("age");
        assertThatThrownBy(() -> ModelTarget.of(present, schema(users().build()), hints))
                .hasMessageStartingWith("[DF-317] ")
                .hasMessageContainingAll(
                        "users.by_hnad: there is nothing to drop named `by_hnad` (did you mean `by_hand`?)",
                        "users.agee: there is nothing to drop named `agee` (did you mean `age`?)",
                        "adult: there is no table or view `adult` (did you mean `adults`?)",
                        "by_hand: there is no table `by_hand` (did you mean `users.by_hand`?)",
                        "age: there is no table `age` (did you mean `users.age`?)");
    }

    private static List<String> changes(TableBuilder there, TableBuilder wanted) {
        Schema present = schema(there.build());
        ModelTarget target = ModelTarget.of(present, schema(wanted.build()), RenameHints.NONE);
        return SchemaDiff.of(present, target.schema(), target.hints()).changes().stream()
                .map(Change::describe)
                .toList();
    }

    private static ForeignKey key(String name, ReferentialAction action) {
        return ForeignKey.of(name, List.of("boss"), TableName.of("users"), List.of("id"), action);
    }

    private static TableBuilder users() {
        return Table.named("users")
                .column(Column.of("id", type("bigint")).withNullable(false))
                .column(Column.of("tenant_id", type("text")))
                .column(Column.of("name", type("text")))
                .column(Column.of("age", type("integer")))
                .column(Column.of("deleted_at", type("timestamp with time zone")))
                .column(Column.of("boss", type("bigint")))
                .primaryKey(PrimaryKey.of("users_pkey", List.of("id")));
    }

    private static ColumnType type(String sql) {
        return ColumnType.of(ENGINE, sql);
    }

    private static Schema schema(Table table) {
        return Schema.of(ENGINE, List.of(table));
    }

    private static String hash(String text) {
        try {
            byte[] digest = java.security.MessageDigest.getInstance("SHA-256")
                    .digest(text.getBytes(java.nio.charset.StandardCharsets.UTF_8));
            return java.util.HexFormat.of().formatHex(digest, 0, 4);
        } catch (java.security.NoSuchAlgorithmException e) {
            throw new AssertionError(e);
        }
    }
}
