package dev.dataflow.cli.command;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** Values of options that are constants, written small and with hyphens. */
final class Choice {

    private Choice() {}

    /**
     * The constant of a name.
     *
     * @throws dev.dataflow.error.DataFlowException DF-006 when there is none
     */
    static <E extends Enum<E>> E of(String option, String given, List<E> valid) {
        return valid.stream()
                .filter(each -> written(each).equals(given.toLowerCase(Locale.ROOT)))
                .findFirst()
                .orElseThrow(() -> Misuse.value(
                        option, given, valid.stream().map(Choice::written).toList()));
    }

    static <E extends Enum<E>> E of(String option, String given, Class<E> type) {
        return of(option, given, Arrays.asList(type.getEnumConstants()));
    }

    private static String written(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
