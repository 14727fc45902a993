package dev.dataflow.migrations.descriptor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dataflow.config.DatabaseEngine;
import dev.dataflow.error.ErrorCode;
import dev.dataflow.error.SchemaException;
import dev.dataflow.migrations.SchemaDdl;
import dev.dataflow.migrations.fixture.ClassPath;
import dev.dataflow.migrations.fixture.ModelBuilder;
import dev.dataflow.migrations.fixture.Shop;
import dev.dataflow.model.LogicalType;
import dev.dataflow.model.ModelDescriptor;
import java.nio.file.Path;
import java.util.List;
import org.assertj.core.api.AbstractThrowableAssert;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

class DescriptorReaderTest {

    private static final String JSON = JsonMapper.shared().writeValueAsString(Shop.order());

    @TempDir
    Path folder;

    @Test
    void whatWasWrittenIsRead() {
        ClassPath path = ClassPath.of(folder, Shop.all());
        for (ModelDescriptor model : Shop.all()) {
            assertThat(new DescriptorReader(path.loader()).read(model.name())).isEqualTo(model);
        }
    }

    @Test
    void missing() {
        refused(() -> new DescriptorReader(new ClassPath(folder).loader()).read("shop.Order"))
                .hasMessageContaining("META-INF/dataflow/models/shop.Order.json");
    }

    @Test
    void brokenJson() {
        refuses(JSON.substring(0, 100), "it is not the JSON expected");
        refuses(JSON + "x", "it is not the JSON expected");
        refuses("", "schemaVersion is missing");
        refuses("[]", "schemaVersion is missing");
    }

    @Test
    void otherVersion() {
        refuses(JSON.replace("\"schemaVersion\":1", "\"schemaVersion\":2"), "its schemaVersion is 2");
        refuses(JSON.replace("\"schemaVersion\":1", "\"schemaVersion\":\"1\""), "its schemaVersion is missing");
    }

    @Test
    void unknownProperty() {
        refuses(JSON.replace("\"simpleName\"", "\"partitioned\":true,\"simpleName\""), "partitioned");
        refuses(JSON.replace("\"javaType\"", "\"sensitivity\":1,\"javaType\""), "sensitivity");
    }

    @Test
    void unknownType() {
        refuses(JSON.replace("\"DECIMAL\"", "\"VECTOR\""), "VECTOR");
    }

    @Test
    void partsThatAreMissingOrDoNotFit() {
        refuses(JSON.replace("\"table\":\"order\"", "\"table\":null"), "`table` is null");
        refuses(JSON.replace("\"table\":\"order\"", "\"table\":\"\""), "lacks a table");
        refuses(JSON.replace("\"uniques\":[", "\"uniques\":null,\"more\":["), "`uniques` is null");
        refuses(JSON.replace("\"precision\":", "\"precision\":\"\",\"more\":"), "`precision` is a text");
        refuses(JSON.replace("\"table\":", "\"name\":\"x\",\"table\":"), "Duplicate");
        refuses(JSON.replace("\"nullable\":false,", ""), "nullable");
        refuses(JSON.replace("shop.Order", "shop.Invoice"), "it describes shop.Invoice");
        refuses(JSON.replace("[\"number\"]", "[\"numberr\"]"), "`numberr`, which is not there: write `number`");
        refuses(JSON.replace("\"column\":\"select\"", "\"column\":\"group\""), "`group` is there twice");
        refuses(JSON.replace("[\"number\"]", "[]"), "has no columns");
    }

    @Test
    void referenceThatLeadsNowhere() {
        refused(() -> Models.of(List.of(Shop.customer())))
                .hasMessageContaining("shop.Customer references shop.Country, which has no descriptor")
                .hasMessageContaining("`country_code`");
    }

    @Test
    void defaultThatIsNone() {
        for (LogicalType type : LogicalType.values()) {
            String literal = type == LogicalType.FLOAT64 || type == LogicalType.FLOAT32 ? "NaN" : "none";
            if (type != LogicalType.TEXT && type != LogicalType.VARCHAR && type != LogicalType.ENUM) {
                ModelDescriptor model = ModelBuilder.model("Thing", "things")
                        .column("id", LogicalType.INT32)
                        .withDefault("a", type, literal)
                        .build();
                for (var engine : DatabaseEngine.values()) {
                    refused(() -> SchemaDdl.statements(engine, List.of(model)))
                            .hasMessageContaining("the default of shop.Thing.a is not one");
                }
            }
        }
    }

    private void refuses(String json, String text) {
        ClassPath path = new ClassPath(folder);
        path.write("shop.Order", json);
        refused(() -> new DescriptorReader(path.loader()).read("shop.Order"))
                .hasMessageContaining(text)
                .hasMessageContaining("fix: rebuild");
    }

    private static AbstractThrowableAssert<?, ? extends Throwable> refused(ThrowingCallable call) {
        return assertThatThrownBy(call)
                .isInstanceOfSatisfying(
                        SchemaException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.DESCRIPTOR_INVALID));
    }
}
