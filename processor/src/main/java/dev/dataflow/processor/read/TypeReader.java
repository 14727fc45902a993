package dev.dataflow.processor.read;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.TypeName;
import dev.dataflow.model.LogicalType;
import dev.dataflow.processor.source.ComponentType;
import dev.dataflow.processor.source.ComponentType.Support;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.type.TypeVariable;
import javax.lang.model.type.WildcardType;
import org.jspecify.annotations.Nullable;

/** Tells which types can be columns. */
final class TypeReader {

    private static final Map<String, LogicalType> SUPPORTED = Map.ofEntries(
            Map.entry("boolean", LogicalType.BOOLEAN),
            Map.entry("byte", LogicalType.INT8),
            Map.entry("short", LogicalType.INT16),
            Map.entry("int", LogicalType.INT32),
            Map.entry("long", LogicalType.INT64),
            Map.entry("float", LogicalType.FLOAT32),
            Map.entry("double", LogicalType.FLOAT64),
            Map.entry("java.lang.Boolean", LogicalType.BOOLEAN),
            Map.entry("java.lang.Byte", LogicalType.INT8),
            Map.entry("java.lang.Short", LogicalType.INT16),
            Map.entry("java.lang.Integer", LogicalType.INT32),
            Map.entry("java.lang.Long", LogicalType.INT64),
            Map.entry("java.lang.Float", LogicalType.FLOAT32),
            Map.entry("java.lang.Double", LogicalType.FLOAT64),
            Map.entry("java.math.BigDecimal", LogicalType.DECIMAL),
            Map.entry("java.math.BigInteger", LogicalType.BIG_INTEGER),
            Map.entry("java.lang.String", LogicalType.TEXT),
            Map.entry("byte[]", LogicalType.BYTES),
            Map.entry("java.util.UUID", LogicalType.UUID),
            Map.entry("java.time.Instant", LogicalType.INSTANT),
            Map.entry("java.time.OffsetDateTime", LogicalType.OFFSET_DATE_TIME),
            Map.entry("java.time.LocalDate", LogicalType.DATE),
            Map.entry("java.time.LocalTime", LogicalType.TIME),
            Map.entry("java.time.LocalDateTime", LogicalType.DATE_TIME),
            Map.entry("java.time.Duration", LogicalType.DURATION),
            Map.entry("java.util.List<java.lang.String>", LogicalType.TEXT_LIST),
            Map.entry("java.util.List<java.lang.Long>", LogicalType.INT64_LIST));

    private static final Set<String> LATER = Set.of("java.util.Optional");

    /** Packages are left out of messages. */
    private static final Pattern PACKAGES = Pattern.compile("\\b(\\p{javaLowerCase}[\\w$]*\\.)+(?=\\p{javaUpperCase})");

    private static final ClassName OBJECT = ClassName.get(Object.class);

    private TypeReader() {}

    static ComponentType read(TypeMirror type) {
        if (!UnresolvedTypes.in(type).isEmpty()) {
            // nothing is generated for it
            return new ComponentType(OBJECT, type.toString(), Support.NEVER, null, List.of());
        }
        TypeName name = TypeName.get(type);
        if (containsVariable(type)) {
            // type parameters are not in scope in generated code
            return new ComponentType(OBJECT, written(name), Support.NEVER, null, List.of());
        }
        LogicalType logical = SUPPORTED.get(name.toString());
        if (logical != null) {
            return new ComponentType(name, written(name), Support.SUPPORTED, logical, List.of());
        }
        if (!(type instanceof DeclaredType declared)) {
            return unsupported(name, Support.NEVER);
        }
        Element element = declared.asElement();
        if (hidden(element)) {
            return new ComponentType(OBJECT, written(name), Support.HIDDEN, null, List.of());
        }
        if (element.getKind() == ElementKind.ENUM) {
            return new ComponentType(name, written(name), Support.SUPPORTED, LogicalType.ENUM, constants(element));
        }
        return unsupported(name, LATER.contains(element.toString()) ? Support.LATER : Support.NEVER);
    }

    /** A type that is stored as JSON: any that generated code can name. */
    static ComponentType readJson(TypeMirror type) {
        ComponentType plain = read(type);
        if (plain.support() == Support.HIDDEN || !UnresolvedTypes.in(type).isEmpty() || containsVariable(type)) {
            return plain;
        }
        if (plain.logical() != null && !plain.logical().isComposite()
                || type.getKind().isPrimitive()) {
            return plain.with(Support.PLAIN_JSON);
        }
        if (containsRaw(type)) {
            return plain.with(Support.RAW_JSON);
        }
        return containsHidden(type)
                ? new ComponentType(OBJECT, plain.written(), Support.HIDDEN, null, List.of())
                : new ComponentType(
                        TypeName.get(type), plain.written(), Support.SUPPORTED, LogicalType.JSON, List.of());
    }

    private static boolean containsHidden(TypeMirror type) {
        return anyDeclared(type, declared -> hidden(declared.asElement()));
    }

    private static boolean containsRaw(TypeMirror type) {
        return anyDeclared(
                type,
                declared -> declared.getTypeArguments().isEmpty()
                        && !((TypeElement) declared.asElement())
                                .getTypeParameters()
                                .isEmpty());
    }

    private static boolean anyDeclared(@Nullable TypeMirror type, Predicate<DeclaredType> test) {
        if (type instanceof ArrayType array) {
            return anyDeclared(array.getComponentType(), test);
        }
        if (type instanceof WildcardType wildcard) {
            return anyDeclared(wildcard.getExtendsBound(), test) || anyDeclared(wildcard.getSuperBound(), test);
        }
        return type instanceof DeclaredType declared
                && (test.test(declared)
                        || declared.getTypeArguments().stream().anyMatch(argument -> anyDeclared(argument, test)));
    }

    private static ComponentType unsupported(TypeName name, Support support) {
        return new ComponentType(name, written(name), support, null, List.of());
    }

    static String written(TypeName name) {
        return PACKAGES.matcher(name.toString()).replaceAll("");
    }

    private static List<String> constants(Element type) {
        return type.getEnclosedElements().stream()
                .filter(member -> member.getKind() == ElementKind.ENUM_CONSTANT)
                .map(constant -> constant.getSimpleName().toString())
                .toList();
    }

    /** Whether other classes of the package cannot name a type. */
    static boolean hidden(Element type) {
        for (Element at = type; at != null && at.getKind() != ElementKind.PACKAGE; at = at.getEnclosingElement()) {
            if (at.getModifiers().contains(Modifier.PRIVATE)) {
                return true;
            }
        }
        return false;
    }

    static boolean containsVariable(@Nullable TypeMirror type) {
        if (type instanceof ArrayType array) {
            return containsVariable(array.getComponentType());
        }
        if (type instanceof WildcardType wildcard) {
            return containsVariable(wildcard.getExtendsBound()) || containsVariable(wildcard.getSuperBound());
        }
        return type instanceof TypeVariable
                || type instanceof DeclaredType declared
                        && declared.getTypeArguments().stream().anyMatch(TypeReader::containsVariable);
    }
}
