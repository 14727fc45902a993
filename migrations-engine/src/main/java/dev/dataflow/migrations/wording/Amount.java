package dev.dataflow.migrations.wording;

/**
 * What is counted, in words. Immutable.
 *
 * @param one what one of them is called, and what it does
 * @param several what several are called, and what they do
 */
public record Amount(String one, String several) {

    /**
     * What is counted, with words that are the same for one and for several.
     *
     * @param one what one of them is called
     * @param several what several are called
     * @param rest what comes behind
     */
    public static Amount of(String one, String several, String rest) {
        return new Amount(one + rest, several + rest);
    }

    /**
     * How many there are, in words.
     *
     * @param count how many
     * @param one what one of them is called, and what it does
     * @param several what several are called, and what they do
     */
    public static String of(long count, String one, String several) {
        return new Amount(one, several).of(count);
    }

    /** How many there are, in words. */
    public String of(long count) {
        return count + " " + (count == 1 ? one : several);
    }
}
