package dev.dataflow.processor.source;

import com.palantir.javapoet.TypeName;
import dev.dataflow.model.LogicalType;
import dev.dataflow.processor.model.Conversion;
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
 * @param conversion how it is stored as another type; null when it is not
 * @param refusal why it cannot be converted; null unless that is its support
 */
public record ComponentType(
        TypeName name,
        String written,
        Support support,
        @Nullable LogicalType logical,
        List<String> constants,
        @Nullable Conversion conversion,
        @Nullable String refusal) {

    /** A type that is not converted. */
    public ComponentType(
            TypeName name, String written, Support support, @Nullable LogicalType logical, List<String> constants) {
        this(name, written, support, logical, constants, null, null);
    }

    /** Copies the list. */
    public ComponentType {
        constants = List.copyOf(constants);
    }

    /** The same type, supported otherwise. */
    public ComponentType with(Support other) {
        return new ComponentType(name, written, other, logical, constants);
    }

    /** The same type, which cannot be converted. */
    public ComponentType unconverted(String reason) {
        return new ComponentType(name, written, Support.NOT_CONVERTED, null, constants, null, reason);
    }

    /** The same type, stored as another. */
    public ComponentType storedAs(ComponentType stored, Conversion how) {
        return new ComponentType(name, written, Support.SUPPORTED, stored.logical, stored.constants, how, null);
    }

    /** Whether it is stored as a {@code String}. */
    public boolean isString() {
        return logical == LogicalType.TEXT;
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
        RAW_JSON,
        /** It is to be converted, and cannot be. */
        NOT_CONVERTED
    }
}
