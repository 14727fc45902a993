package dev.dataflow.cli.diagram;

import java.util.List;

/**
 * Tables and their foreign keys, to be drawn.
 *
 * @param title what it shows
 * @param boxes the tables, by name
 * @param arrows the foreign keys among them
 */
public record Diagram(String title, List<Box> boxes, List<Arrow> arrows) {

    /** Copies the lists. */
    public Diagram {
        boxes = List.copyOf(boxes);
        arrows = List.copyOf(arrows);
    }

    /** In words, for those who do not see it. */
    public String description() {
        if (boxes.isEmpty()) {
            return "no tables";
        }
        StringBuilder text = new StringBuilder();
        for (Box box : boxes) {
            text.append(box.table()).append(word(box.mark()));
            List<String> touched = box.lines().stream()
                    .filter(line -> line.mark() != Mark.SAME)
                    .map(line -> line.name() + word(line.mark()))
                    .toList();
            text.append(touched.isEmpty() ? "" : ": " + String.join(", ", touched))
                    .append(". ");
        }
        arrows.forEach(arrow -> text.append(arrow.from())
                .append(" points to ")
                .append(arrow.to())
                .append(word(arrow.mark()))
                .append(". "));
        return text.toString().strip();
    }

    private static String word(Mark mark) {
        return switch (mark) {
            case SAME -> "";
            case ADDED -> " (new)";
            case DROPPED -> " (dropped)";
            case CHANGED -> " (changed)";
        };
    }
}
