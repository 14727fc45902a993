package dev.dataflow.processor.registry;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import dev.dataflow.processor.write.RuntimeTypes;
import java.util.ArrayList;
import java.util.List;

/** The methods of a module with more models than one class should list: they look in one class per chunk. */
final class ChunkedModule {

    private final ClassName module;
    private final List<List<ModelName>> chunks;

    ChunkedModule(ClassName module, List<List<ModelName>> chunks) {
        this.module = module;
        this.chunks = chunks;
    }

    /** The class of a chunk. */
    static String chunk(int number) {
        return "Chunk" + number;
    }

    List<MethodSpec> methods() {
        return List.of(
                all(ModuleWriter.modelsMethod(), ClassName.get(String.class), "models"),
                all(ModuleWriter.inversesMethod(), RuntimeTypes.INVERSE, "inverses"),
                ModuleWriter.metadataMethod()
                        .addCode(delegate("metadata(model)"))
                        .build(),
                ModuleWriter.nodeMethod()
                        .addCode(delegate("node(model, kind, scope)"))
                        .build());
    }

    private MethodSpec all(MethodSpec.Builder method, ClassName of, String name) {
        method.addStatement("$1T<$2T> all = new $1T<>()", ArrayList.class, of);
        for (int i = 0; i < chunks.size(); i++) {
            method.addStatement("all.addAll(new $T().$L())", type(i), name);
        }
        return method.addStatement("return $T.copyOf(all)", List.class).build();
    }

    /** The names are sorted, so the first chunk whose last name is not smaller holds the model. */
    private CodeBlock delegate(String call) {
        CodeBlock.Builder code = CodeBlock.builder();
        int last = chunks.size() - 1;
        for (int i = 0; i < last; i++) {
            List<ModelName> chunk = chunks.get(i);
            code.beginControlFlow(
                            "if (model.compareTo($S) <= 0)",
                            chunk.get(chunk.size() - 1).qualified())
                    .addStatement("return new $T().$L", type(i), call)
                    .endControlFlow();
        }
        return code.addStatement("return new $T().$L", type(last), call).build();
    }

    private ClassName type(int chunk) {
        return module.nestedClass(chunk(chunk));
    }
}
