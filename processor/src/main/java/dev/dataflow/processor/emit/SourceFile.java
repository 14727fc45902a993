package dev.dataflow.processor.emit;

/** A source file to be written. */
public interface SourceFile {

    /** Its package; empty for the one without a name. */
    String packageName();

    /** The simple name of its class. */
    String name();

    /**
     * What it holds.
     *
     * @param importLanguage whether types of {@code java.lang} are imported, since the package has classes of such names
     */
    String text(boolean importLanguage);
}
