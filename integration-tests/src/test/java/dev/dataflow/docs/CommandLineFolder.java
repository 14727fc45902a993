package dev.dataflow.docs;

import dev.dataflow.cli.command.Commands;
import dev.dataflow.cli.terminal.Surroundings;
import dev.dataflow.model.ModelDescriptor;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** A folder in which commands run, in this process. What they say besides data comes with it. */
final class CommandLineFolder {

    private final Path folder;
    private final Map<String, String> variables;
    private final ByteArrayOutputStream written = new ByteArrayOutputStream();

    CommandLineFolder(Path folder, Map<String, String> variables) {
        this.folder = folder;
        this.variables = Map.copyOf(variables);
    }

    /** Puts descriptors of models into a folder of classes, as a compile does. */
    CommandLineFolder withModels(String classes, Class<?>... models) throws IOException {
        for (Class<?> model : models) {
            String resource = ModelDescriptor.resource(model.getName());
            Path file = folder.resolve(classes).resolve(resource);
            Files.createDirectories(file.getParent());
            try (InputStream in = model.getClassLoader().getResourceAsStream(resource)) {
                Files.write(file, Objects.requireNonNull(in).readAllBytes());
            }
        }
        return this;
    }

    /** Says in a model's descriptor that its table lies in another schema. */
    CommandLineFolder withSchema(String classes, Class<?> model, String schema) throws IOException {
        Path file = folder.resolve(classes).resolve(ModelDescriptor.resource(model.getName()));
        ObjectNode tree = (ObjectNode) JsonMapper.shared().readTree(Files.readString(file));
        Files.writeString(file, tree.put("schema", schema).toString());
        return this;
    }

    Path file(String name) {
        return folder.resolve(name);
    }

    /** Runs a command line, whose words are parted by spaces; an error is thrown. */
    String run(String line) {
        written.reset();
        PrintStream stream = new PrintStream(written, true, StandardCharsets.UTF_8);
        Commands.call(new Surroundings(variables, stream, stream, false, true, folder), line.split(" +"));
        return output();
    }

    /** What the last command wrote. */
    String output() {
        return written.toString(StandardCharsets.UTF_8).replace("\r\n", "\n");
    }
}
