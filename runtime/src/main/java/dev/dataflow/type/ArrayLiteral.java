package dev.dataflow.type;

import java.util.HexFormat;
import java.util.List;

/** Arrays as PostgreSQL writes them: the type is the server's to find out. */
final class ArrayLiteral {

    private ArrayLiteral() {}

    static String of(List<?> items) {
        StringBuilder out = new StringBuilder("{");
        for (Object item : items) {
            out.append(out.length() == 1 ? "" : ",");
            if (item instanceof Number || item instanceof Boolean) {
                out.append(item);
            } else {
                String text =
                        item instanceof byte[] bytes ? "\\x" + HexFormat.of().formatHex(bytes) : item.toString();
                quote(text, out);
            }
        }
        return out.append('}').toString();
    }

    static void quote(String text, StringBuilder out) {
        out.append('"').append(text.replace("\\", "\\\\").replace("\"", "\\\"")).append('"');
    }
}
