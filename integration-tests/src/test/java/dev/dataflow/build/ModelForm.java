package dev.dataflow.build;

import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** The forms that a model may be written in. */
enum ModelForm {
    RECORD {
        @Override
        String body(String name, Map<String, String> components) {
            return "public record " + name + "(" + parameters(components) + ") {}";
        }
    },
    FIELDS {
        @Override
        String body(String name, Map<String, String> components) {
            return "public class " + name + " {" + fields("", components) + "}";
        }
    },
    BEAN {
        @Override
        String body(String name, Map<String, String> components) {
            StringBuilder text = new StringBuilder("public class " + name + " {" + fields("private ", components));
            components.forEach((component, declared) -> text.append(getter(component, declared))
                    .append("public void set%s(%s value) { this.%s = value; }\n"
                            .formatted(capital(component), plain(declared), component)));
            return text.append("}").toString();
        }
    },
    IMMUTABLE {
        @Override
        String body(String name, Map<String, String> components) {
            StringBuilder text =
                    new StringBuilder("public final class " + name + " {" + fields("private final ", components));
            text.append("public %s(%s) {".formatted(name, plain(parameters(components))));
            components.keySet().forEach(component -> text.append("this.%1$s = %1$s; ".formatted(component)));
            text.append("}\n");
            components.forEach((component, declared) -> text.append(getter(component, declared)));
            return text.append("}").toString();
        }
    };

    abstract String body(String name, Map<String, String> components);

    /** A model's source. Its components are given as name and annotated type. */
    String text(String packageName, String name, Map<String, String> components) {
        return "package " + packageName + ";\n@dev.dataflow.annotations.Model\n"
                + "@java.lang.SuppressWarnings({\"VAL-003\", \"VAL-007\"})\n" + body(name, components) + "\n";
    }

    /** Whether the compiler takes a component of a name beside others. */
    boolean takes(String name, Set<String> others) {
        return this == RECORD
                || this == FIELDS
                || !capital(name).equals("Class")
                        && others.stream().noneMatch(other -> capital(other).equals(capital(name)));
    }

    private static String parameters(Map<String, String> components) {
        return components.entrySet().stream()
                .map(component -> component.getValue() + " " + component.getKey())
                .collect(Collectors.joining(", "));
    }

    private static String fields(String modifiers, Map<String, String> components) {
        return components.entrySet().stream()
                .map(component -> modifiers + component.getValue() + " " + component.getKey() + ";\n")
                .collect(Collectors.joining());
    }

    private static String getter(String component, String declared) {
        return "public %s get%s() { return this.%s; }\n".formatted(plain(declared), capital(component), component);
    }

    private static String plain(String declared) {
        return declared.replaceAll("@[\\w.]+ ", "");
    }

    private static String capital(String name) {
        return name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1);
    }
}
