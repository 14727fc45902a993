package shop;

import java.util.Map;

/**
 * What the terminal can show.
 *
 * @param colour whether text may be coloured
 * @param progress whether a bar may move
 */
record Terminal(boolean colour, boolean progress) {

    /** No terminal at all, such as a file. */
    static final Terminal NONE = new Terminal(false, false);

    /**
     * What can be shown here.
     *
     * @param interactive whether somebody sits in front of it
     * @param environment the environment variables
     */
    static Terminal of(boolean interactive, Map<String, String> environment) {
        boolean able = interactive && !environment.getOrDefault("TERM", "").equals("dumb");
        return new Terminal(
                able && environment.getOrDefault("NO_COLOR", "").isEmpty(),
                able && environment.getOrDefault("CI", "").isEmpty());
    }
}
