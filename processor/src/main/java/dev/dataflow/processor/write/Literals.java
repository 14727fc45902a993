package dev.dataflow.processor.write;

import java.util.HexFormat;

/** String literals in plain ASCII, so that the encoding of the generated file never matters. */
final class Literals {

    private Literals() {}

    static String of(String text) {
        StringBuilder literal = new StringBuilder("\"");
        for (char c : text.toCharArray()) {
            switch (c) {
                case '"' -> literal.append("\\\"");
                case '\\' -> literal.append("\\\\");
                case '\n' -> literal.append("\\n");
                case '\r' -> literal.append("\\r");
                case '\t' -> literal.append("\\t");
                default -> {
                    if (c >= ' ' && c <= '~') {
                        literal.append(c);
                    } else {
                        literal.append("\\u").append(HexFormat.of().toHexDigits(c));
                    }
                }
            }
        }
        return literal.append('"').toString();
    }
}
