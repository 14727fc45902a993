package dev.dataflow.processor.write;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.ParameterSpec;
import java.util.List;
import java.util.stream.Collectors;
import javax.annotation.processing.Generated;

/** A class put down line by line. */
final class ClassText {

    private static final ClassName OVERRIDE = ClassName.get(Override.class);
    private static final ClassName GENERATED = ClassName.get(Generated.class);

    private final TypeNames names;
    private final StringBuilder text = new StringBuilder(2_000);

    private ClassText(TypeNames names) {
        this.names = names;
    }

    /**
     * Starts a public class.
     *
     * @param names how types are named
     * @param doc what it is
     * @param head its name and superclass
     */
    static ClassText of(TypeNames names, String doc, String head) {
        ClassText type = new ClassText(names);
        type.text.append("/**\n * ").append(doc).append("\n */\n");
        type.text.append('@').append(names.of(GENERATED)).append('(');
        type.text.append(Literals.of(Shapes.MODEL_PROCESSOR)).append(")\npublic final class ");
        type.text.append(head).append(" {\n");
        return type;
    }

    ClassText field(String doc, String field) {
        doc(doc).append("  ").append(field).append(";\n\n");
        return this;
    }

    ClassText constructor(String head, String statement) {
        return body(head, statement);
    }

    ClassText method(String doc, String head, String... statements) {
        doc(doc);
        return body(head, statements);
    }

    ClassText override(String head, String statement) {
        text.append("  @").append(names.of(OVERRIDE)).append('\n');
        return body(head, statement);
    }

    /** The text of the whole class. */
    String end() {
        text.setLength(text.length() - 1); // the empty line after the last member
        return text.append("}\n").toString();
    }

    /** Parameters as a method declares them. */
    String parameters(List<ParameterSpec> parameters) {
        return parameters.stream()
                .map(parameter -> names.of(parameter.type()) + " " + parameter.name())
                .collect(Collectors.joining(", ", "(", ")"));
    }

    private StringBuilder doc(String doc) {
        return text.append("  /**\n   * ").append(doc).append("\n   */\n");
    }

    private ClassText body(String head, String... statements) {
        text.append("  ").append(head).append(" {\n");
        for (String statement : statements) {
            if (!statement.isEmpty()) {
                text.append("    ").append(statement).append(";\n");
            }
        }
        text.append("  }\n\n");
        return this;
    }
}
