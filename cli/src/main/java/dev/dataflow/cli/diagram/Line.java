package dev.dataflow.cli.diagram;

/**
 * A column of a table in a picture.
 *
 * @param name the column's name
 * @param type its type, with {@code ?} where it may hold NULL
 * @param key {@code PK}, {@code FK}, both or nothing
 * @param mark what happens to it
 */
public record Line(String name, String type, String key, Mark mark) {

    /** As it is drawn. */
    public String text() {
        return mark.sign() + " " + name + "  " + type + (key.isEmpty() ? "" : "  " + key);
    }
}
