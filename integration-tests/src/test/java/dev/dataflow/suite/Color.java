package dev.dataflow.suite;

/** An enum with a body, whose constants are classes of their own. */
public enum Color {
    RED,
    GREEN {
        @Override
        public String toString() {
            return "not the name";
        }
    }
}
