package dev.dataflow.migrations.snapshot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dataflow.config.DatabaseEngine;
import dev.dataflow.migrations.identifier.TableName;
import dev.dataflow.migrations.schema.Column;
import dev.dataflow.migrations.schema.ColumnType;
import dev.dataflow.migrations.schema.ForeignKey;
import dev.dataflow.migrations.schema.Index;
import dev.dataflow.migrations.schema.PrimaryKey;
import dev.dataflow.migrations.schema.ReferentialAction;
import dev.dataflow.migrations.schema.Schema;
import dev.dataflow.migrations.schema.Table;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SnapshotTest {

    private static final Schema SCHEMA = Schema.of(
            DatabaseEngine.POSTGRESQL,
            List.of(Table.named("t")
                    .column(Column.of("a", ColumnType.of(DatabaseEngine.POSTGRESQL, "varchar(5)"))
                            .withDefault("''"))
                    .primaryKey(PrimaryKey.of("t_pkey", List.of("a")))
                    .index(Index.of("i", true, List.of("a")))
                    .foreignKey(ForeignKey.of(
                            "f", List.of("a"), new TableName("s", "u"), List.of("b"), ReferentialAction.CASCADE))
                    .option("comment", "")
                    .build()));

    @Test
    void whatIsReadIsWhatWasWritten() {
        String text = Snapshot.write(SCHEMA);
        assertThat(Snapshot.read(text)).isEqualTo(SCHEMA);
        assertThat(Snapshot.write(Snapshot.read(text))).isEqualTo(text);
        assertThat(text).contains("\"type\" : \"character varying(5)\"").doesNotContain(": null", "\"views\"");
    }

    @Test
    void fingerprintIsThatOfTheForm() {
        // changes only with the format's version: those that people have written down would be lost
        assertThat(Fingerprint.of(SCHEMA))
                .isEqualTo(Fingerprint.of(Snapshot.read(Snapshot.write(SCHEMA))))
                .isEqualTo("18ec8f0b750a58cb43cb2bbbc194af2140efb195be5e0f4678a78fe1d8adce50")
                .isNotEqualTo(Fingerprint.of(Schema.empty(DatabaseEngine.POSTGRESQL)));
    }

    @Test
    void inWhichOrderColumnsStandIsNoDifference() {
        Table table = Table.named("t")
                .column(Column.of("b", ColumnType.of(DatabaseEngine.POSTGRESQL, "text")))
                .column(Column.of("a", ColumnType.of(DatabaseEngine.POSTGRESQL, "text")))
                .build();
        Table other = table.edit()
                .columns(List.of(table.columns().get(1), table.columns().get(0)))
                .build();
        assertThat(Fingerprint.of(Schema.of(DatabaseEngine.POSTGRESQL, List.of(other))))
                .isEqualTo(Fingerprint.of(Schema.of(DatabaseEngine.POSTGRESQL, List.of(table))));
        assertThat(other).isNotEqualTo(table);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "[]",
                "{}",
                "{\"format\": 1}",
                "{\"format\": \"dataflow-schema/1\"}",
                "{\"format\": \"dataflow-schema/1\", \"schema\": {}}",
                "{\"format\": \"dataflow-schema/1\", \"schema\": {\"engine\": \"ORACLE\"}}",
                "{\"format\": \"dataflow-schema/1\", \"schema\": {\"engine\": \"SQLITE\", \"more\": []}}",
                "{\"format\": \"dataflow-schema/1\", \"schema\": {\"engine\": \"SQLITE\", \"tables\": [{}]}}",
                "{\"format\": \"dataflow-schema/1\", \"schema\": {\"engine\": \"SQLITE\", \"tables\": [{\"name\": 1.5}, 3]}}",
                "{\"format\": \"dataflow-schema/1\", \"schema\": {\"engine\": \"SQLITE\", \"tables\": [{\"name\": \"t\","
                        + " \"columns\": [{\"name\": \"a\", \"type\": \"INT\"}]}]}}",
                "{\"format\": \"dataflow-schema/2\", \"schema\": {\"engine\": \"SQLITE\"}}",
                "{\"format\": \"dataflow-schema/1\", \"schema\": {\"engine\": \"SQLITE\"}} x"
            })
    void brokenTextIsRefused(String text) {
        assertThatThrownBy(() -> Snapshot.read(text))
                .hasMessageContaining("[DF-323] the schema snapshot cannot be read");
    }
}
