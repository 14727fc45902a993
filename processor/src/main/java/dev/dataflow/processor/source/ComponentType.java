package dev.dataflow.processor.source;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.TypeName;
import dev.dataflow.model.LogicalType;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A component's type.
 *
 * @param name the type, without annotations; {@code Object} when generated code cannot name it
 * @param written the type as messages call it
 * @param support whether it can be a column
 * @param logical what the column holds; null unless supported
 * @param constants the names of an enum's constants, else empty
 */
public record ComponentType(
        TypeName name,
        String written,
        Support support,
        @Nullable LogicalType logical,
        List<String> constants) {

    private static final ClassName STRING = ClassName.get(String.class);

    /** Copies the list. */
    public ComponentType {
        constants = List.copyOf(constants);
    }

    /** The same type, supported otherwise. */
    public ComponentType with(Support other) {
        return new ComponentType(name, written, other, logical, constants);
    }

    /** Whether it is a {@code String}. */
    public boolean isString() {
        return name.equals(STRING);
    }

    /** Whether a type can be a column. */
    public enum Support {
        /** It can. */
        SUPPORTED,
        /** It will, in a later release. */
        LATER,
        /** It can't. */
        NEVER,
        /** It could, but generated code may not name it. */
        HIDDEN,
        /** It is annotated as JSON, and a column holds it as it is. */
        PLAIN_JSON,
        /** It is annotated as JSON, and lacks type arguments. */
        RAW_JSON
    }
}
