package dev.dataflow.cli.command;

/** How many there are, in words. */
final class Amount {

    private Amount() {}

    /**
     * In words.
     *
     * @param count how many
     * @param one what one of them is called, and what it does
     * @param several what several are called, and what they do
     */
    static String of(int count, String one, String several) {
        return count + " " + (count == 1 ? one : several);
    }
}
