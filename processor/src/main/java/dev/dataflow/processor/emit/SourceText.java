package dev.dataflow.processor.emit;

/**
 * A source file put into words.
 *
 * @param packageName its package; empty for the one without a name
 * @param name the simple name of its class
 * @param text what it holds
 */
public record SourceText(String packageName, String name, String text) {

    /** The text of a file, which nothing of the compiler is needed for. */
    public static SourceText of(SourceFile file, boolean importLanguage) {
        return new SourceText(file.packageName(), file.name(), file.text(importLanguage));
    }
}
