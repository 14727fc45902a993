package dev.dataflow.migrations.analysis;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** Draws trees with lines. */
final class TextTree {

    private TextTree() {}

    /** A heading and the trees under it, one line each, with a line break at the end. */
    static <T> String of(String heading, List<T> roots, Function<T, String> text, Function<T, List<T>> children) {
        List<String> lines = new ArrayList<>();
        lines.add(heading);
        branches(lines, "", roots, text, children);
        return String.join("\n", lines) + "\n";
    }

    private static <T> void branches(
            List<String> lines, String indent, List<T> nodes, Function<T, String> text, Function<T, List<T>> children) {
        for (int i = 0; i < nodes.size(); i++) {
            boolean last = i == nodes.size() - 1;
            lines.add(indent + (last ? "└─ " : "├─ ") + text.apply(nodes.get(i)));
            branches(lines, indent + (last ? "   " : "│  "), children.apply(nodes.get(i)), text, children);
        }
    }
}
