package dev.dataflow.testing;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/** The statements of sample databases that other people made, where their scripts lie beside the project. */
public final class SharedData {

    private static final Pattern SCHEMA =
            Pattern.compile("(?is)(CREATE|ALTER TABLE|SET FOREIGN|SET check_function_bodies)\\s.*");
    private static final Pattern UNWANTED = Pattern.compile(
            "(?is)(CREATE (DATABASE|SCHEMA|USER|OR REPLACE PROCEDURAL|PROCEDURAL|LANGUAGE).*|.* OWNER TO .*)");
    private static final Pattern ROWS = Pattern.compile("(?is)INSERT\\s.*");

    private SharedData() {}

    /** The statements of a script that make its schema. A test without the script is skipped. */
    public static List<String> schema(String file) throws IOException {
        return statements(
                file,
                sql -> SCHEMA.matcher(sql).matches() && !UNWANTED.matcher(sql).matches());
    }

    /** The statements of a script that fill its tables; none when it has no rows. A test without the script is skipped. */
    public static List<String> rows(String file) throws IOException {
        return statements(file, sql -> ROWS.matcher(sql).matches());
    }

    private static List<String> statements(String file, Predicate<String> wanted) throws IOException {
        Path script = Path.of("../../shared/data").resolve(file);
        assumeTrue(Files.exists(script), () -> script + " is not there, so this is skipped");
        return SqlScript.statements(script).stream()
                .map(sql -> sql.replace(" sakila.", " "))
                .filter(wanted)
                .toList();
    }
}
