package dev.dataflow.cli.terminal;

import java.util.Map;

/** When to use colours. */
public enum ColorChoice {
    /** Where people look, and neither {@code NO_COLOR} nor {@code TERM=dumb} is set. */
    AUTO,
    /** Always. */
    ALWAYS,
    /** Never. */
    NEVER;

    /** Whether colours are used. */
    boolean isOn(Surroundings around) {
        return switch (this) {
            case ALWAYS -> true;
            case NEVER -> false;
            case AUTO -> isSet(around.variables(), "FORCE_COLOR") || around.interactive() && isWanted(around);
        };
    }

    private static boolean isWanted(Surroundings around) {
        return !isSet(around.variables(), "NO_COLOR")
                && !"dumb".equals(around.variables().get("TERM"));
    }

    /** An empty variable is as good as none. */
    private static boolean isSet(Map<String, String> variables, String name) {
        return !variables.getOrDefault(name, "").isEmpty();
    }
}
