package dev.dataflow.cli.diagram;

import dev.dataflow.cli.diagram.Drawing.PlacedArrow;
import dev.dataflow.cli.diagram.Drawing.PlacedBox;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Gives tables places. Letters count alike on each machine, so the same diagram is the same picture everywhere. */
public final class Layout {

    static final int HEAD = 24;
    static final int ROW = 18;

    private static final double LETTER = 7.3;
    private static final int PADDING = 24;
    private static final int BETWEEN_COLUMNS = 90;
    private static final int BETWEEN_BOXES = 26;
    private static final int MARGIN = 16;

    private Layout() {}

    /**
     * The picture of a diagram.
     *
     * @param diagram the diagram
     * @param id what its title is found by on a page
     */
    public static Drawing of(Diagram diagram, String id) {
        Map<String, Box> boxes = new TreeMap<>();
        diagram.boxes().forEach(box -> boxes.put(box.table(), box));
        Map<String, PlacedBox> placed = new TreeMap<>();
        int x = MARGIN;
        int bottom = MARGIN;
        for (List<String> column : Layers.of(diagram)) {
            int width = column.stream()
                    .mapToInt(table -> width(boxes.get(table)))
                    .max()
                    .orElse(0);
            int y = MARGIN;
            for (String table : column) {
                Box box = boxes.get(table);
                int height = HEAD + ROW * box.lines().size() + (box.lines().isEmpty() ? 0 : 6);
                placed.put(table, new PlacedBox(box, x, y, width, height));
                y += height + BETWEEN_BOXES;
            }
            bottom = Math.max(bottom, y - BETWEEN_BOXES);
            x += width + BETWEEN_COLUMNS;
        }
        List<PlacedArrow> arrows = new ArrayList<>();
        for (Arrow arrow : diagram.arrows()) {
            arrows.add(new PlacedArrow(arrow, path(placed.get(arrow.from()), placed.get(arrow.to()), arrow)));
        }
        int right = placed.isEmpty() ? MARGIN * 2 : x - BETWEEN_COLUMNS + MARGIN + (loops(diagram) ? 30 : 0);
        return new Drawing(
                id,
                diagram.title(),
                diagram.description(),
                right,
                bottom + MARGIN,
                List.copyOf(placed.values()),
                arrows);
    }

    private static boolean loops(Diagram diagram) {
        return diagram.arrows().stream().anyMatch(arrow -> arrow.from().equals(arrow.to()));
    }

    private static int width(Box box) {
        int letters = box.table().length() + 2;
        for (Line line : box.lines()) {
            letters = Math.max(letters, line.text().length());
        }
        return (int) Math.ceil(letters * LETTER) + PADDING;
    }

    /** From the column of the key to the head of the table it points to. */
    private static String path(PlacedBox from, PlacedBox to, Arrow arrow) {
        int start = from.y() + HEAD / 2;
        for (int i = 0; i < from.box().lines().size(); i++) {
            if (from.box().lines().get(i).name().equals(arrow.column())) {
                start = from.baseline(i) - 4;
            }
        }
        int end = to.y() + HEAD / 2;
        if (to.x() < from.x()) {
            return curve(from.x(), start, to.x() + to.width(), end, -45, 45);
        }
        // to itself, or closing a circle: around the right side
        return curve(from.x() + from.width(), start, to.x() + to.width(), end, 45, 45);
    }

    private static String curve(int x1, int y1, int x2, int y2, int pull1, int pull2) {
        return "M" + x1 + " " + y1 + " C" + (x1 + pull1) + " " + y1 + " " + (x2 + pull2) + " " + y2 + " " + x2 + " "
                + y2;
    }
}
