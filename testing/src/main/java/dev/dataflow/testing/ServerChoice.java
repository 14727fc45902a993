package dev.dataflow.testing;

import java.io.IOException;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** Chooses where an engine's server comes from: a given URL, else Docker, else binaries from the classpath. */
final class ServerChoice {
    static final String MODE = "TESTDB_MODE";

    private final Map<String, String> environment;
    private final Starters starters;

    ServerChoice(Map<String, String> environment, Starters starters) {
        this.environment = environment;
        this.starters = starters;
    }

    Choice choose(Engine engine) throws IOException {
        String variable = "TESTDB_" + engine + "_URL";
        String url = environment.getOrDefault(variable, "");
        return switch (mode()) {
            case AUTO -> url.isBlank() ? started(engine) : given(variable, url);
            case URL -> given(variable, url);
            case DOCKER -> docker(engine);
            case EMBEDDED -> embedded(engine);
        };
    }

    private Choice given(String variable, String url) {
        if (url.isBlank()) {
            throw new IllegalStateException("%s=url, and %s is not set".formatted(MODE, variable));
        }
        return new Choice("from " + variable, JdbcUrl.parse(variable, url.strip()));
    }

    private Choice started(Engine engine) throws IOException {
        if (starters.dockerAnswers()) {
            try {
                return new Choice("Docker", starters.docker(engine));
            } catch (RuntimeException e) {
                return new Choice("embedded, as Docker failed with " + e, starters.embedded(engine));
            }
        }
        return embedded(engine);
    }

    private Choice docker(Engine engine) {
        if (!starters.dockerAnswers()) {
            throw new IllegalStateException(MODE + "=docker, and no Docker answers");
        }
        return new Choice("Docker", starters.docker(engine));
    }

    private Choice embedded(Engine engine) throws IOException {
        return new Choice("embedded", starters.embedded(engine));
    }

    private Mode mode() {
        String name = environment.getOrDefault(MODE, "").strip();
        return name.isEmpty()
                ? Mode.AUTO
                : Arrays.stream(Mode.values())
                        .filter(mode -> mode.name().equalsIgnoreCase(name))
                        .findFirst()
                        .orElseThrow(() -> new IllegalArgumentException(
                                "%s: unknown mode '%s'; valid are %s".formatted(MODE, name, valid())));
    }

    private static String valid() {
        return Arrays.stream(Mode.values())
                .map(mode -> mode.name().toLowerCase(Locale.ROOT))
                .collect(Collectors.joining(", "));
    }

    private enum Mode {
        AUTO,
        URL,
        DOCKER,
        EMBEDDED
    }

    /** What can be started; each returns the URL of an administrator's database. */
    interface Starters {
        boolean dockerAnswers();

        JdbcUrl docker(Engine engine);

        JdbcUrl embedded(Engine engine) throws IOException;
    }

    record Choice(String origin, JdbcUrl url) {}
}
