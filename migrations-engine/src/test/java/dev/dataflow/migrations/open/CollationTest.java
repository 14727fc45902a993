package dev.dataflow.migrations.open;

import static dev.dataflow.migrations.fixture.ModelBuilder.model;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dataflow.config.DatabaseEngine;
import dev.dataflow.config.EngineFamily;
import dev.dataflow.error.ErrorCode;
import dev.dataflow.error.SchemaException;
import dev.dataflow.migrations.fixture.SchemaTest;
import dev.dataflow.model.CollationDescriptor;
import dev.dataflow.model.LogicalType;
import dev.dataflow.model.ModelDescriptor;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;

class CollationTest extends SchemaTest {

    @Test
    void unknownIsRefusedBeforeAnythingIsCreated() throws SQLException {
        String wrong = by("und-x-ico", caseless() + "x", "NOCASES");
        ModelDescriptor word = model("Word", "words").collated("id", 20, wrong).build();
        assertThatThrownBy(() -> open(model("Zebra", "zebras").identity().build(), word))
                .isInstanceOfSatisfying(SchemaException.class, e -> {
                    assertThat(e.code()).isEqualTo(ErrorCode.COLLATION_UNKNOWN);
                    assertThat(e.what()).contains("shop.Word.id: `" + wrong + "`; write `");
                });
        assertThat(tables()).isEmpty();
    }

    @Test
    void nameIsNeverRunAsSql() throws SQLException {
        String evil = "x\" COLLATE `y`; DROP TABLE words; --";
        assertThatThrownBy(() ->
                        open(model("Word", "words").collated("id", 20, evil).build()))
                .hasMessageStartingWith("[DF-020] ");
        assertThat(tables()).isEmpty();
    }

    @Test
    void eachDatabaseNeedsAName() throws SQLException {
        String name = by("und-x-icu", caseless(), "NOCASE");
        open(model("Word", "words").collated("id", 20, only(engine, name)).build());
        DatabaseEngine other = engine == DatabaseEngine.SQLITE ? DatabaseEngine.POSTGRESQL : DatabaseEngine.SQLITE;
        assertThatThrownBy(() -> open(model("Name", "names")
                        .collated("id", 20, only(other, name))
                        .build()))
                .hasMessageStartingWith("[DF-020] shop.Name.id names no collation for " + engine.label());
    }

    @Test
    void referenceHasTheCollationOfTheKey() throws SQLException {
        String name = by("und-x-icu", caseless(), "NOCASE");
        ModelDescriptor country =
                model("Country", "countries").collated("id", 2, name).build();
        ModelDescriptor city = model("City", "cities")
                .identity()
                .varchar("country_id", 2)
                .nullable("note", LogicalType.TEXT)
                .references("country_id", "Country")
                .build();
        open(country, city);
        execute(
                "INSERT INTO countries VALUES ('at')",
                "INSERT INTO cities (country_id) VALUES ('" + (engine == DatabaseEngine.POSTGRESQL ? "at" : "AT")
                        + "')");
        assertThat(query("SELECT count(*) FROM cities WHERE country_id = "
                        + (engine.family() == EngineFamily.POSTGRESQL ? "'at'" : "'At'")))
                .containsExactly("1");
        check(country, city);
    }

    private static CollationDescriptor only(DatabaseEngine engine, String name) {
        return new CollationDescriptor(
                engine == DatabaseEngine.POSTGRESQL ? name : null,
                engine == DatabaseEngine.MYSQL ? name : null,
                engine == DatabaseEngine.MARIADB ? name : null,
                engine == DatabaseEngine.SQLITE ? name : null);
    }
}
