package dev.dataflow.config;

import dev.dataflow.error.NearestName;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Reads settings from environment variables. A variable that is empty counts as absent. */
final class EnvironmentSettings {

    private static final Logger LOG = LoggerFactory.getLogger(DataFlowConfig.class);

    private final Map<String, String> environment;

    EnvironmentSettings(Map<String, String> environment) {
        this.environment = environment;
    }

    @Nullable
    String text(Setting setting) {
        return variable(setting.variable());
    }

    /** A variable outside our own prefix. */
    @Nullable
    String variable(String name) {
        String value = environment.get(name);
        return value == null || value.isBlank() ? null : value;
    }

    int number(Setting setting, int otherwise) {
        return read(setting, otherwise, Integer::valueOf);
    }

    Duration duration(Setting setting, Duration otherwise) {
        return read(setting, otherwise, EnvironmentSettings::parseDuration);
    }

    boolean flag(Setting setting, boolean otherwise) {
        return read(setting, otherwise, value -> switch (value.toLowerCase(Locale.ROOT)) {
            case "true" -> true;
            case "false" -> false;
            default -> throw new IllegalArgumentException();
        });
    }

    TenancyStrategy strategy(Setting setting, TenancyStrategy otherwise) {
        return read(setting, otherwise, value -> TenancyStrategy.valueOf(value.toUpperCase(Locale.ROOT)));
    }

    /** Says once which variables look like ours but are not; other tools may share the prefix, so it is no error. */
    void warnOfUnknown() {
        List<String> valid = new ArrayList<>();
        for (Setting setting : Setting.values()) {
            valid.add(setting.variable());
        }
        SortedSet<String> unknown = new TreeSet<>();
        for (String name : environment.keySet()) {
            if (name.startsWith(Setting.PREFIX) && !valid.contains(name)) {
                unknown.add(name);
            }
        }
        if (!unknown.isEmpty()) {
            warnOf(unknown, valid);
        }
    }

    private static void warnOf(Set<String> unknown, List<String> valid) {
        LOG.warn(
                "Ignored environment variables that are no settings of DataFlow: {}",
                unknown.stream()
                        .map(name -> name
                                + NearestName.of(name, valid)
                                        .map(near -> " (did you mean " + near + "?)")
                                        .orElse(""))
                        .collect(Collectors.joining(", ")));
    }

    private <T> T read(Setting setting, T otherwise, Function<String, T> parser) {
        String value = text(setting);
        if (value == null) {
            return otherwise;
        }
        try {
            return parser.apply(value.strip());
        } catch (IllegalArgumentException | DateTimeParseException | ArithmeticException e) {
            throw setting.invalid(value);
        }
    }

    private static Duration parseDuration(String value) {
        Matcher matcher = Pattern.compile("(\\d{1,9})(ms|s|m|h)").matcher(value.toLowerCase(Locale.ROOT));
        if (!matcher.matches()) {
            return Duration.parse(value);
        }
        long amount = Long.parseLong(matcher.group(1));
        return switch (matcher.group(2)) {
            case "ms" -> Duration.ofMillis(amount);
            case "s" -> Duration.ofSeconds(amount);
            case "m" -> Duration.ofMinutes(amount);
            default -> Duration.ofHours(amount);
        };
    }
}
