package dev.dataflow.testing;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Reads which engines a test run is narrowed to. */
final class EngineSelection {
    static final String PROPERTY = "testdb.engines";
    private static final List<Engine> UNLESS_SAID = List.of(Engine.SQLITE, Engine.POSTGRESQL, Engine.MYSQL);

    private EngineSelection() {}

    static List<Engine> current() {
        String property = System.getProperty(PROPERTY);
        return parse(property != null ? property : System.getenv("TESTDB_ENGINES"));
    }

    static List<Engine> parse(@Nullable String list) {
        if (list == null || list.isBlank()) {
            return UNLESS_SAID;
        }
        return Arrays.stream(list.split(",", -1))
                .map(name -> engine(name.strip()))
                .distinct()
                .sorted()
                .toList();
    }

    private static Engine engine(String name) {
        return Arrays.stream(Engine.values())
                .filter(engine -> engine.name().equalsIgnoreCase(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(
                        "%s: unknown engine '%s'; valid are %s".formatted(PROPERTY, name, valid())));
    }

    private static String valid() {
        return Arrays.stream(Engine.values()).map(Engine::lowerCase).collect(Collectors.joining(", "));
    }
}
