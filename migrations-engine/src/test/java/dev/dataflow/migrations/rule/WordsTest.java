package dev.dataflow.migrations.rule;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dataflow.config.DatabaseEngine;
import dev.dataflow.migrations.schema.ServerVersion;
import dev.dataflow.testing.EveryEngine;
import dev.dataflow.testing.TestDatabase;
import dev.dataflow.testing.TestDatabases;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;

/**
 * Plays the scenes that show what rules say in words: on what a statement fails, what is lost, how to do it safely. With
 * {@code -Dclaims.report=true} each outcome is printed; {@code -Dclaims.rules} is a pattern of rules' names.
 */
@EveryEngine
class WordsTest {

    private static final boolean REPORT = Boolean.getBoolean("claims.report");
    private static final String ONLY = System.getProperty("claims.rules", ".*");

    @Parameter
    TestDatabase anyDatabase;

    @Test
    void whatRulesSayIsSo() throws SQLException {
        List<String> wrong = new ArrayList<>();
        int played = 0;
        try (TestDatabase database = TestDatabases.create(anyDatabase.engine())) {
            ServerVersion version = version(database);
            ScenePlay play = new ScenePlay(database, engine());
            for (Scene scene : Scene.of(engine())) {
                Optional<Claim> claim = claim(scene.rule(), version);
                if (!scene.isFor(engine(), version)
                        || claim.isEmpty()
                        || !scene.rule().matches(ONLY)) {
                    continue;
                }
                String outcome = outcome(play, scene, claim.get());
                if (REPORT) {
                    System.out.println("WORDS " + engine() + " " + version + " " + scene.rule() + " " + scene.kind()
                            + " (" + scene.words() + "): " + (outcome.isEmpty() ? "so" : outcome));
                }
                if (!outcome.isEmpty()) {
                    wrong.add(scene.rule() + " " + scene.kind() + ": " + scene.words() + "\n    " + outcome);
                }
                played += scene.kind().equals("untested") ? 0 : 1;
            }
        }
        assertThat(wrong).isEmpty();
        assertThat(played).isPositive();
    }

    /** Words that nothing shows are named, with the reason. */
    @Test
    void eachFailureAndLossHasAScene() throws SQLException {
        ServerVersion version = version(anyDatabase);
        List<Scene> scenes = Scene.of(engine()).stream()
                .filter(scene -> scene.isFor(engine(), version))
                .toList();
        Set<String> missing = new HashSet<>();
        for (Rule rule : Rules.all()) {
            Optional<Claim> claim = rule.claim(engine(), version);
            // those that are always refused are ClaimTest's
            if (claim.isPresent() && claim.get().refusal() == null) {
                check(rule, "fails", claim.get().failsOn(), scenes, missing);
                check(rule, "loses", claim.get().loses(), scenes, missing);
            }
        }
        assertThat(missing).isEmpty();
        assertThat(scenes)
                .extracting(Scene::rule)
                .allMatch(name ->
                        Rules.all().stream().anyMatch(rule -> rule.name().equals(name)));
    }

    private static void check(Rule rule, String kind, String words, List<Scene> scenes, Set<String> missing) {
        Set<String> kinds = scenes.stream()
                .filter(scene -> scene.rule().equals(rule.name()))
                .filter(scene -> words.contains(scene.words()))
                .map(Scene::kind)
                .collect(Collectors.toSet());
        boolean shown =
                kinds.contains(kind) || kinds.contains("untested") || kind.equals("fails") && kinds.contains("says");
        if (!words.isEmpty() && !shown) {
            missing.add(rule.name() + " " + kind + ": " + words);
        }
    }

    private static String outcome(ScenePlay play, Scene scene, Claim claim) throws SQLException {
        String said = switch (scene.kind()) {
            case "loses" -> claim.loses();
            case "recipe" -> claim.recipe();
            case "untested" -> claim.failsOn() + claim.loses();
            default -> claim.failsOn();
        };
        if (!said.contains(scene.words())) {
            return "the rule says: " + said;
        }
        return scene.kind().equals("untested") ? "" : play.play(scene);
    }

    private static Optional<Claim> claim(String rule, DatabaseEngine engine, ServerVersion version) {
        return Rules.all().stream()
                .filter(each -> each.name().equals(rule))
                .findFirst()
                .flatMap(each -> each.claim(engine, version));
    }

    private Optional<Claim> claim(String rule, ServerVersion version) {
        return claim(rule, engine(), version);
    }

    private DatabaseEngine engine() {
        return DatabaseEngine.valueOf(anyDatabase.engine().name().toUpperCase(Locale.ROOT));
    }

    private ServerVersion version(TestDatabase database) throws SQLException {
        try (Connection connection = database.connect()) {
            return ClaimTest.version(connection, engine());
        }
    }
}
