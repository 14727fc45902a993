package dev.dataflow.model;

import java.nio.charset.StandardCharsets;
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
     * The shape of a model.
     *
     * @param ordered whether the order of the fields matters, as it does in a record
     * @param fields the instance fields the class itself declares: name, colon, JVM descriptor
     * @return eight hexadecimal digits
     */
    public static String of(boolean ordered, List<String> fields) {
        CRC32 sum = new CRC32();
        List<String> lines = ordered ? fields : fields.stream().sorted().toList();
        sum.update(String.join("\n", lines).getBytes(StandardCharsets.UTF_8));
        return HexFormat.of().toHexDigits((int) sum.getValue());
    }
}
