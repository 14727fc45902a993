package dev.dataflow.model;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.zip.CRC32;

/**
 * A short stand-in for a model's fields. Generated code fits a class only when the shape it was made from is the class's:
 * it calls the constructor by position.
 */
public final class ModelShape {

    private ModelShape() {}

    /**
     * Whether a superclass is of the JDK: those and what is above them are not looked at.
     *
     * @param name its qualified name, with dots
     */
    public static boolean isOfJava(String name) {
        return name.startsWith("java.");
    }

    /**
     * The shape of a model.
     *
     * @param ordered whether the order of the fields matters, as it does in a record
     * @param fields the instance fields the class itself declares: name, colon, JVM descriptor
     * @param inherited those of each superclass, the nearest first; superclasses without fields do not count
     * @return eight hexadecimal digits
     */
    public static String of(boolean ordered, List<String> fields, List<List<String>> inherited) {
        List<String> lines =
                new ArrayList<>(ordered ? fields : fields.stream().sorted().toList());
        for (List<String> declared : inherited) {
            if (!declared.isEmpty()) {
                lines.add("super");
                lines.addAll(declared.stream().sorted().toList());
            }
        }
        CRC32 sum = new CRC32();
        sum.update(String.join("\n", lines).getBytes(StandardCharsets.UTF_8));
        return HexFormat.of().toHexDigits((int) sum.getValue());
    }
}
