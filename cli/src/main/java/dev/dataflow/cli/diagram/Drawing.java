package dev.dataflow.cli.diagram;

import java.util.List;

/**
 * A diagram with places, in pixels.
 *
 * @param id what its title and description are found by; a page has each once
 * @param title what it shows
 * @param description the same in words
 * @param width its width
 * @param height its height
 * @param boxes its tables
 * @param arrows its foreign keys
 */
public record Drawing(
        String id,
        String title,
        String description,
        int width,
        int height,
        List<PlacedBox> boxes,
        List<PlacedArrow> arrows) {

    /** Copies the lists. */
    public Drawing {
        boxes = List.copyOf(boxes);
        arrows = List.copyOf(arrows);
    }

    /**
     * A table with its place.
     *
     * @param box the table
     * @param x its left
     * @param y its top
     * @param width its width
     * @param height its height
     */
    public record PlacedBox(Box box, int x, int y, int width, int height) {

        /** Where the text of a line stands. */
        public int baseline(int index) {
            return y + Layout.HEAD + Layout.ROW * index + Layout.ROW - 5;
        }

        /** The class by which it is painted. */
        public String style() {
            return Drawing.style(box.mark());
        }
    }

    /**
     * A foreign key with its way.
     *
     * @param arrow the foreign key
     * @param path the way, as SVG writes it
     */
    public record PlacedArrow(Arrow arrow, String path) {

        /** The class by which it is painted. */
        public String style() {
            return Drawing.style(arrow.mark());
        }
    }

    /** The class by which something with a mark is painted. */
    public static String style(Mark mark) {
        return switch (mark) {
            case SAME -> "same";
            case ADDED -> "added";
            case DROPPED -> "dropped";
            case CHANGED -> "changed";
        };
    }
}
