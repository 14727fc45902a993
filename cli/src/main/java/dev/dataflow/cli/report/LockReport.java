package dev.dataflow.cli.report;

/**
 * A lock that a step takes.
 *
 * @param table the table
 * @param name the lock's name, as the server calls it
 * @param blocks whom it keeps out
 * @param work what is done while it is held
 * @param evidence how that is known
 */
public record LockReport(String table, String name, Blocks blocks, String work, String evidence) {

    /** Whom a lock keeps out. The letters stand in bars, so that they can be told without colours. */
    public enum Blocks {
        /** Nobody but other changes of the schema. */
        NOBODY("", "nobody"),
        /** Whoever writes. */
        WRITES("W", "writes"),
        /** Whoever reads or writes. */
        EVERYTHING("RW", "reads and writes"),
        /** Nobody knows. */
        UNKNOWN("?", "unknown");

        private final String letters;
        private final String label;

        Blocks(String letters, String label) {
            this.letters = letters;
            this.label = label;
        }

        /** Its letters. */
        public String letters() {
            return letters;
        }

        /** Its name for people. */
        public String label() {
            return label;
        }
    }

    /** How wide its bar is, from 1 to 4: by what is done meanwhile. Seconds stand beside it. */
    public int width() {
        return switch (work) {
            case "none" -> 1;
            case "reads all rows" -> 2;
            case "builds an index" -> 3;
            default -> 4;
        };
    }
}
