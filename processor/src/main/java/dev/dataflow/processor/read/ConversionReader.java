package dev.dataflow.processor.read;

import com.palantir.javapoet.TypeName;
import dev.dataflow.annotations.Convert;
import dev.dataflow.annotations.ValueConverter;
import dev.dataflow.processor.model.Conversion;
import dev.dataflow.processor.source.ComponentType;
import dev.dataflow.processor.source.ComponentType.Support;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.AnnotationValue;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.ElementFilter;
import org.jspecify.annotations.Nullable;

/** Works out how a component with {@code @Convert} is stored. */
final class ConversionReader {

    private static final Set<String> FACTORIES = Set.of("of", "valueOf", "parse");
    private static final List<String> ACCESSORS = List.of("value", "getValue");
    private static final Set<String> NO_ACCESSORS = Set.of("toString", "hashCode", "clone", "getClass");

    private final TypeMirror type;
    private final ComponentType component;

    private ConversionReader(TypeMirror type) {
        this.type = type;
        this.component = TypeReader.read(type);
    }

    /** Whether an annotation says so. */
    static boolean isConvert(AnnotationMirror mirror) {
        return AnnotationReader.name(mirror).equals(Convert.class.getName());
    }

    static ComponentType read(TypeMirror type, AnnotationMirror convert) {
        ConversionReader reader = new ConversionReader(type);
        TypeMirror given = convert.getElementValues().values().stream()
                .map(AnnotationValue::getValue)
                .filter(TypeMirror.class::isInstance)
                .map(TypeMirror.class::cast)
                .findFirst()
                .orElse(null);
        if (!UnresolvedTypes.in(type).isEmpty() || given != null && given.getKind() == TypeKind.ERROR) {
            return TypeReader.read(type);
        }
        if (type instanceof DeclaredType declared
                && !declared.getTypeArguments().isEmpty()) {
            return reader.component.unconverted("a type with type arguments is none with one value in it");
        }
        if (reader.component.support() == Support.HIDDEN) {
            return reader.component;
        }
        return given instanceof DeclaredType declared && isConverter(declared)
                ? reader.byConverter(declared)
                : reader.byItself(given);
    }

    private ComponentType byConverter(DeclaredType converter) {
        TypeElement element = (TypeElement) converter.asElement();
        DeclaredType says = converterTypes(converter).orElse(null);
        if (says == null || says.getTypeArguments().size() != 2 || TypeReader.containsVariable(says)) {
            return component.unconverted(
                    element.getSimpleName() + " does not itself say both types, as in implements ValueConverter<A, B>");
        }
        if (!boxed(says.getTypeArguments().get(0)).equals(boxed(type))) {
            return component.unconverted(element.getSimpleName() + " converts another type");
        }
        if (!isMade(element)) {
            return component.unconverted(
                    element.getSimpleName() + " is no public class with a public constructor without parameters");
        }
        TypeMirror stored = says.getTypeArguments().get(1);
        return storedAs(stored, new Conversion(boxed(stored), TypeName.get(converter), "", ""));
    }

    private ComponentType byItself(@Nullable TypeMirror given) {
        if (!(type instanceof DeclaredType declared) || component.support() == Support.SUPPORTED) {
            return component.unconverted("a plain type is stored as it is, unless a ValueConverter says otherwise");
        }
        TypeElement element = (TypeElement) declared.asElement();
        TypeMirror stored = given == null ? only(element) : given;
        if (stored == null) {
            return component.unconverted("its stored type is not given, and it is no record of one component");
        }
        Optional<String> from = maker(element, stored);
        Optional<String> to = accessor(element, stored);
        if (from.isEmpty() || to.isEmpty()) {
            return component.unconverted(
                    (from.isEmpty() ? "nothing public makes it of a " : "nothing public gives its ")
                            + TypeReader.written(TypeName.get(stored)));
        }
        return storedAs(stored, new Conversion(boxed(stored), null, from.get(), to.get()));
    }

    private ComponentType storedAs(TypeMirror stored, Conversion conversion) {
        ComponentType plain = TypeReader.read(stored);
        boolean storable = plain.support() == Support.SUPPORTED
                && plain.logical() != null
                && !plain.logical().isComposite()
                && !conversion.stored().toString().equals("java.time.OffsetDateTime");
        return storable
                ? component.storedAs(plain, conversion)
                : component.unconverted("it cannot be stored as " + plain.written() + ", which is no plain type");
    }

    private static @Nullable TypeMirror only(TypeElement type) {
        return type.getKind() == ElementKind.RECORD
                        && type.getRecordComponents().size() == 1
                ? type.getRecordComponents().get(0).asType()
                : null;
    }

    private static Optional<String> maker(TypeElement type, TypeMirror stored) {
        Stream<String> factories = ElementFilter.methodsIn(type.getEnclosedElements()).stream()
                .filter(method -> method.getModifiers().contains(Modifier.STATIC)
                        && FACTORIES.contains(method.getSimpleName().toString())
                        && TypeName.get(method.getReturnType()).equals(TypeName.get(type.asType()))
                        && takes(method, stored))
                .map(method -> method.getSimpleName().toString())
                .sorted();
        Stream<String> constructors = type.getModifiers().contains(Modifier.ABSTRACT)
                ? Stream.empty()
                : ElementFilter.constructorsIn(type.getEnclosedElements()).stream()
                        .filter(constructor -> takes(constructor, stored))
                        .map(constructor -> "new");
        // a record's constructor and accessor are each other's way back
        return type.getKind() == ElementKind.RECORD
                ? Stream.concat(constructors, factories).findFirst()
                : Stream.concat(factories, constructors).findFirst();
    }

    private static boolean takes(ExecutableElement method, TypeMirror stored) {
        return isUsable(method)
                && method.getTypeParameters().isEmpty()
                && method.getParameters().size() == 1
                && boxed(method.getParameters().get(0).asType()).equals(boxed(stored));
    }

    private static Optional<String> accessor(TypeElement type, TypeMirror stored) {
        if (type.getKind() == ElementKind.RECORD && type.getRecordComponents().size() == 1) {
            return type.getRecordComponents().stream()
                    .filter(component -> boxed(component.asType()).equals(boxed(stored)))
                    .map(component -> component.getSimpleName().toString())
                    .findFirst();
        }
        List<String> methods = ElementFilter.methodsIn(type.getEnclosedElements()).stream()
                .filter(method -> isUsable(method)
                        && !method.getModifiers().contains(Modifier.STATIC)
                        && method.getParameters().isEmpty()
                        && boxed(method.getReturnType()).equals(boxed(stored)))
                .map(method -> method.getSimpleName().toString())
                .filter(name -> !NO_ACCESSORS.contains(name))
                .toList();
        return ACCESSORS.stream()
                .filter(methods::contains)
                .findFirst()
                .or(() -> methods.size() == 1 ? Optional.of(methods.get(0)) : Optional.empty());
    }

    /** Public, or of a type in the model's package: what generated code there can call is checked by the compiler. */
    private static boolean isUsable(ExecutableElement method) {
        boolean ofRecord = method.getEnclosingElement().getKind() == ElementKind.RECORD
                && method.getKind() == ElementKind.CONSTRUCTOR;
        return ofRecord || method.getModifiers().contains(Modifier.PUBLIC);
    }

    private static boolean isMade(TypeElement converter) {
        boolean nested = converter.getNestingKind().isNested()
                && !converter.getModifiers().contains(Modifier.STATIC);
        return converter.getKind() == ElementKind.CLASS
                && !nested
                && converter.getModifiers().contains(Modifier.PUBLIC)
                && !converter.getModifiers().contains(Modifier.ABSTRACT)
                && converter.getTypeParameters().isEmpty()
                && !TypeReader.hidden(converter)
                && ElementFilter.constructorsIn(converter.getEnclosedElements()).stream()
                        .anyMatch(constructor -> constructor.getParameters().isEmpty()
                                && constructor.getModifiers().contains(Modifier.PUBLIC));
    }

    private static boolean isConverter(DeclaredType type) {
        return converterTypes(type).isPresent();
    }

    private static Optional<DeclaredType> converterTypes(TypeMirror type) {
        if (!(type instanceof DeclaredType declared)) {
            return Optional.empty();
        }
        Element element = declared.asElement();
        if (element.toString().equals(ValueConverter.class.getName())) {
            return Optional.of(declared);
        }
        TypeElement of = (TypeElement) element;
        return Stream.concat(of.getInterfaces().stream(), Stream.of(of.getSuperclass()))
                .flatMap(above -> converterTypes(above).stream())
                .findFirst();
    }

    private static TypeName boxed(TypeMirror type) {
        TypeName name = TypeName.get(type);
        return name.isPrimitive() ? name.box() : name;
    }
}
