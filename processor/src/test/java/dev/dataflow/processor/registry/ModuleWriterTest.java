package dev.dataflow.processor.registry;

import static org.assertj.core.api.Assertions.assertThat;

import com.palantir.javapoet.ClassName;
import dev.dataflow.model.OnDelete;
import dev.dataflow.model.ReferenceDescriptor;
import dev.dataflow.processor.testing.Models;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ModuleWriterTest {

    private static final String NODES = """
            package shop;
            public final class StubNodes {
              public static dev.dataflow.metadata.ModelMetadata<?, ?, ?, ?> metadata() { return null; }
              public static dev.dataflow.node.Node node(dev.dataflow.model.NodeKind kind, dev.dataflow.node.NodeScope scope) {
                return null;
              }
            }
            """;

    private static final ReferenceDescriptor BACK =
            new ReferenceDescriptor("fk", "rootId", "root", "shop.Root", "modelsOf", OnDelete.RESTRICT);

    @Test
    void manyModelsAreListedInChunks() {
        List<ModelName> models = IntStream.range(0, 5 * ModuleWriter.CHUNK + 1)
                .mapToObj(i -> new ModelName(
                        "shop.Model" + (10_000 + i),
                        "shop.Model" + (10_000 + i),
                        ClassName.get("shop", "StubNodes"),
                        i % 300 == 7 ? List.of(BACK) : List.of()))
                .toList();
        String module = new ModuleWriter(models)
                .write(ClassName.get("shop", "Models_big"))
                .text(false);

        Models.of(NODES, module).compileClean();

        assertThat(module)
                .contains("class Chunk5 ")
                .contains("all.addAll(new Chunk5().inverses());")
                .contains("new Inverse(\"shop.Root\", \"modelsOf\", \"models_of\", \"shop.Model10307\")")
                .contains("if (model.compareTo(\"shop.Model10199\") <= 0) {");
    }
}
