package dev.dataflow.processor.registry;

import dev.dataflow.model.GeneratedCode;
import dev.dataflow.processor.emit.Output;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The list of a source set's models in the output folder, with the shapes their code was generated from. */
final class ModelIndex {

    private final Output output;

    ModelIndex(Output output) {
        this.output = output;
    }

    /** What an earlier compile left: shapes by model. */
    Map<String, String> read() {
        Map<String, String> shapes = new TreeMap<>();
        for (String line : output.lines(GeneratedCode.INDEX)) {
            String[] words = line.split(" ");
            shapes.put(words[0], words.length > 1 ? words[1] : "");
        }
        return shapes;
    }

    /** Writes the list. */
    void write(List<String> models, Map<String, String> shapes) {
        StringBuilder text = new StringBuilder();
        models.forEach(model ->
                text.append(model).append(' ').append(shapes.get(model)).append('\n'));
        output.resource(GeneratedCode.INDEX, text.toString());
    }
}
