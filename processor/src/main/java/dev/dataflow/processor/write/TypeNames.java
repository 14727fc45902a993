package dev.dataflow.processor.write;

import com.palantir.javapoet.ArrayTypeName;
import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.WildcardTypeName;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;

/** How one file names types: by simple names, imported, as long as no other type has that name; then in full. */
final class TypeNames {

    /** Stands for a type variable, which hides classes of its name. */
    private static final ClassName VARIABLE = ClassName.get("", "variable");

    private final String packageName;
    private final boolean importLanguage;
    private final Map<String, ClassName> taken = new HashMap<>();
    private final SortedSet<String> imports = new TreeSet<>();

    TypeNames(String packageName, boolean importLanguage) {
        this.packageName = packageName;
        this.importLanguage = importLanguage;
    }

    /** What the names used so far need imported. */
    SortedSet<String> imports() {
        return imports;
    }

    /** Keeps simple names for the classes of the file's own package, which may have no other. */
    void reserve(TypeName type) {
        if (type instanceof ParameterizedTypeName generic) {
            reserve(generic.rawType());
            generic.typeArguments().forEach(this::reserve);
        } else if (type instanceof ArrayTypeName array) {
            reserve(array.componentType());
        } else if (type instanceof WildcardTypeName wildcard) {
            wildcard.upperBounds().forEach(this::reserve);
            wildcard.lowerBounds().forEach(this::reserve);
        } else if (type instanceof ClassName name && name.packageName().equals(packageName)) {
            taken.put(name.simpleNames().get(0), name.topLevelClassName());
        }
    }

    /** A type variable's name: this one, or one more when a class has it. */
    String variable(String name) {
        String free = name;
        while (taken.containsKey(free) && !taken.get(free).equals(VARIABLE)) {
            free += "_";
        }
        taken.put(free, VARIABLE);
        return free;
    }

    /** A type. */
    String of(TypeName type) {
        return of(type, "");
    }

    /** A type whose values may be null. */
    String nullable(TypeName type) {
        return of(type, "@" + of(RuntimeTypes.NULLABLE) + " ");
    }

    private String of(TypeName type, String annotation) {
        if (type instanceof ClassName name) {
            return of(name, annotation);
        }
        if (type instanceof ParameterizedTypeName generic) {
            StringBuilder text = new StringBuilder(of(generic.rawType(), annotation));
            char separator = '<';
            for (TypeName argument : generic.typeArguments()) {
                text.append(separator == '<' ? "<" : ", ").append(of(argument));
                separator = ',';
            }
            return text.append('>').toString();
        }
        if (type instanceof ArrayTypeName array) {
            return of(array.componentType()) + (annotation.isEmpty() ? "[]" : " " + annotation + "[]");
        }
        if (type instanceof WildcardTypeName wildcard) {
            if (!wildcard.lowerBounds().isEmpty()) {
                return "? super " + of(wildcard.lowerBounds().get(0));
            }
            TypeName bound = wildcard.upperBounds().get(0);
            return bound.equals(ClassName.OBJECT) ? "?" : "? extends " + of(bound);
        }
        return annotation + type; // primitive, or a type variable
    }

    private String of(ClassName type, String annotation) {
        ClassName top = type.topLevelClassName();
        List<String> simple = type.simpleNames();
        ClassName other = taken.putIfAbsent(simple.get(0), top);
        StringBuilder text = new StringBuilder();
        if (other != null && !other.equals(top)) {
            text.append(type.packageName()).append(type.packageName().isEmpty() ? "" : ".");
        } else if (isImported(type.packageName())) {
            imports.add(top.canonicalName());
        }
        int last = simple.size() - 1;
        for (int i = 0; i < last; i++) {
            text.append(simple.get(i)).append('.');
        }
        return text.append(annotation).append(simple.get(last)).toString();
    }

    private boolean isImported(String from) {
        return !from.equals(packageName) && !from.isEmpty() && (importLanguage || !from.equals("java.lang"));
    }
}
