package dev.dataflow.processor.read;

import dev.dataflow.model.ModelShape;
import java.util.ArrayList;
import java.util.List;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.ElementFilter;
import javax.lang.model.util.Elements;
import javax.lang.model.util.Types;

/** Reads a model's shape, as its class file will have it. */
public final class ShapeReader {

    private final Elements elements;
    private final Types types;

    /** A reader with the compiler's elements and types. */
    public ShapeReader(Elements elements, Types types) {
        this.elements = elements;
        this.types = types;
    }

    /** A model's shape. */
    public String shape(TypeElement model) {
        boolean record = model.getKind() == ElementKind.RECORD;
        return ModelShape.of(record, described(record ? model.getRecordComponents() : fields(model)), inherited(model));
    }

    private List<List<String>> inherited(TypeElement model) {
        List<List<String>> inherited = new ArrayList<>();
        TypeMirror above = model.getSuperclass();
        while (above.getKind() == TypeKind.DECLARED) {
            TypeElement superclass = (TypeElement) ((DeclaredType) above).asElement();
            if (ModelShape.isOfJava(superclass.getQualifiedName().toString())) {
                break;
            }
            inherited.add(described(fields(superclass)));
            above = superclass.getSuperclass();
        }
        return inherited;
    }

    private static List<VariableElement> fields(TypeElement type) {
        return ElementFilter.fieldsIn(type.getEnclosedElements()).stream()
                .filter(field -> !field.getModifiers().contains(Modifier.STATIC))
                .toList();
    }

    private List<String> described(List<? extends Element> fields) {
        return fields.stream()
                .map(field -> field.getSimpleName() + ":" + descriptor(types.erasure(field.asType())))
                .toList();
    }

    private String descriptor(TypeMirror type) {
        return switch (type.getKind()) {
            case BOOLEAN -> "Z";
            case BYTE -> "B";
            case CHAR -> "C";
            case SHORT -> "S";
            case INT -> "I";
            case LONG -> "J";
            case FLOAT -> "F";
            case DOUBLE -> "D";
            case ARRAY -> "[" + descriptor(((ArrayType) type).getComponentType());
            default -> "L" + binaryName((DeclaredType) type) + ";";
        };
    }

    private String binaryName(DeclaredType type) {
        return elements.getBinaryName((TypeElement) type.asElement()).toString().replace('.', '/');
    }
}
