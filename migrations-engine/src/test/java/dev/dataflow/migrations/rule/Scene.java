package dev.dataflow.migrations.rule;

import dev.dataflow.config.DatabaseEngine;
import dev.dataflow.migrations.schema.ServerVersion;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What shows some words of a rule, in a file of {@code src/test/resources/words}:
 *
 * <pre>
 * # rule fails: words of the claim          what the words say, so that neither changes without the other
 * # rule loses [from 14]: words             on some versions only; [mysql] or [mariadb] on one of them only
 * CREATE TABLE t (a int);                   what is there before
 * &amp; BEGIN; SELECT * FROM t                 what somebody else does on a connection of his own
 * ~ SELECT 1                                what may fail
 * ? ALTER TABLE t DROP COLUMN a             the statements; with an error the last of them fails
 * ! 23502 null values                       with that SQLState or number, and these words
 * = SELECT count(*) FROM t -&gt; 1             what is so afterwards
 * ^ DROP USER u                             what has to go, as it is in no database
 * </pre>
 *
 * @param rule the rule's name
 * @param kind which words: {@code fails}, {@code says} for those about no failure beside them, {@code loses}, {@code recipe};
 *     {@code untested} says that there is no scene, and the next line says why
 * @param engines the databases that it is for
 * @param versions the versions that it is for
 * @param words the words, a part of the claim's
 * @param lines what is done, by the sign that it begins with
 */
record Scene(
        String rule, String kind, Set<DatabaseEngine> engines, VersionRange versions, String words, List<Line> lines) {

    private static final Pattern HEAD =
            Pattern.compile("# (\\S+) (fails|says|loses|recipe|untested)(?: \\[([^]]+)])?: (.+)");

    /**
     * A line, or several without a sign.
     *
     * @param sign what it begins with; a blank for none
     * @param text the rest
     */
    record Line(char sign, String text) {}

    /** Whether it is for a server. */
    boolean isFor(DatabaseEngine engine, ServerVersion version) {
        return engines.contains(engine) && versions.contains(version);
    }

    /** The lines of a sign. */
    List<String> lines(char sign) {
        return lines.stream()
                .filter(line -> line.sign() == sign)
                .map(Line::text)
                .toList();
    }

    /** All scenes of a family of databases. */
    static List<Scene> of(DatabaseEngine engine) {
        String file = "/words/" + engine.family().name().toLowerCase(Locale.ROOT) + ".txt";
        try (InputStream in = Objects.requireNonNull(Scene.class.getResourceAsStream(file))) {
            List<Scene> scenes = new ArrayList<>();
            String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            for (String block : text.split("(?m)^(?=# )")) {
                if (!block.isBlank()) {
                    scenes.add(read(block));
                }
            }
            return scenes;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Scene read(String block) {
        List<String> all = block.lines().filter(line -> !line.isBlank()).toList();
        Matcher head = HEAD.matcher(all.get(0));
        if (!head.matches()) {
            throw new IllegalArgumentException("no head of a scene: " + all.get(0));
        }
        List<Line> lines = new ArrayList<>();
        StringBuilder plain = new StringBuilder();
        for (String line : all.subList(1, all.size())) {
            if ("&~?!=^".indexOf(line.charAt(0)) < 0) {
                plain.append(line).append('\n');
                continue;
            }
            add(plain, lines);
            lines.add(new Line(line.charAt(0), line.substring(1).strip()));
        }
        add(plain, lines);
        String only = head.group(3) == null ? "" : head.group(3);
        return new Scene(head.group(1), head.group(2), engines(only), versions(only), head.group(4), lines);
    }

    private static void add(StringBuilder plain, List<Line> lines) {
        if (plain.length() > 0) {
            lines.add(new Line(' ', plain.toString()));
            plain.setLength(0);
        }
    }

    private static Set<DatabaseEngine> engines(String only) {
        if (only.contains("mysql")) {
            return Set.of(DatabaseEngine.MYSQL);
        }
        return only.contains("mariadb") ? Set.of(DatabaseEngine.MARIADB) : Set.of(DatabaseEngine.values());
    }

    private static VersionRange versions(String only) {
        Matcher from = Pattern.compile("from (\\S+)").matcher(only);
        Matcher below = Pattern.compile("below (\\S+)").matcher(only);
        return new VersionRange(
                from.find() ? ServerVersion.of(from.group(1)) : null,
                below.find() ? ServerVersion.of(below.group(1)) : null);
    }
}
