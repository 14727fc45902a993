package dev.dataflow.migrations.ddl;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dataflow.config.DatabaseEngine;
import dev.dataflow.migrations.SchemaDdl;
import dev.dataflow.migrations.fixture.ModelBuilder;
import dev.dataflow.migrations.fixture.Shop;
import dev.dataflow.model.ModelDescriptor;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class SchemaDdlTest {

    /** {@code -DupdateGoldens=true} writes what comes out; read the change before you keep it. */
    @ParameterizedTest
    @EnumSource
    void golden(DatabaseEngine engine) throws IOException {
        List<ModelDescriptor> models =
                List.of(Shop.order(), Shop.customer(), Shop.country(), Shop.employee(), Shop.department());
        String sql = String.join(";\n\n", SchemaDdl.statements(engine, models)) + ";\n";
        Path golden = Path.of("src/test/resources/golden/" + engine.name().toLowerCase(Locale.ROOT) + ".sql");
        if (Boolean.getBoolean("updateGoldens")) {
            Files.writeString(golden, sql);
        }
        assertThat(sql).isEqualTo(Files.readString(golden));
    }

    @Test
    void orderOfModelsDoesNotMatter() {
        List<ModelDescriptor> reversed = new ArrayList<>(Shop.all());
        Collections.reverse(reversed);
        for (DatabaseEngine engine : DatabaseEngine.values()) {
            assertThat(SchemaDdl.statements(engine, reversed)).isEqualTo(SchemaDdl.statements(engine, Shop.all()));
        }
    }

    @Test
    void namesAreQuotedWhateverTheyHold() {
        String statement = SchemaDdl.statements(
                        DatabaseEngine.MYSQL,
                        List.of(ModelBuilder.model("Odd", "a`b\"c").identity().build()))
                .get(0);
        assertThat(statement).contains("CREATE TABLE `a``b\"c` (");
    }
}
