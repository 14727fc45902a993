package dev.dataflow.cli.command;

import dev.dataflow.cli.source.DatabaseAccess;
import dev.dataflow.cli.source.SecretSource;
import dev.dataflow.cli.terminal.Console;
import dev.dataflow.cli.terminal.Surroundings;
import dev.dataflow.config.DataFlowConfig;
import dev.dataflow.config.DatabaseEngine;
import dev.dataflow.config.Secret;
import dev.dataflow.database.DatabaseUrl;
import dev.dataflow.error.DataFlowException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Which database. */
final class DatabaseOptions {

    @Option(
            names = "--url",
            paramLabel = "URL",
            description = "The database: a JDBC URL, postgresql://…, mysql://… or sqlite:///file. Else DATAFLOW_URL or"
                    + " DATABASE_URL.")
    private @Nullable String url;

    @Option(names = "--user", paramLabel = "NAME", description = "The user. Else DATAFLOW_USER.")
    private @Nullable String user;

    @Option(
            names = "--password",
            paramLabel = "WHERE",
            description = "Where the password is: env:NAME or file:PATH, never the password itself. Else"
                    + " DATAFLOW_PASSWORD.")
    private @Nullable String password;

    @Option(names = "--password-file", paramLabel = "FILE", description = "The file whose first line is the password.")
    private @Nullable String passwordFile;

    @Option(names = "--schema", paramLabel = "NAME", description = "The schema, if not that of the connection.")
    private @Nullable String schema;

    /** Whether one is named in the command line. */
    boolean isNamed() {
        return url != null;
    }

    /** Whether one is named at all. */
    boolean isKnown(Surroundings around) {
        return url(around) != null;
    }

    /** The schema's name; null for the connection's. */
    @Nullable
    String schema() {
        return schema;
    }

    /** Refuses options that would do nothing where no database is looked at. */
    void refuseUnused(String why) {
        if (url != null || user != null || password != null || passwordFile != null || schema != null) {
            throw Misuse.of(
                    "the options of the database have nothing to do here", why, "leave them out, or name the database");
        }
    }

    /** Connects; a SQLite file that is not there yet is as good as an empty one, and is not created. */
    DatabaseAccess openOrEmpty(Console console) {
        DataFlowConfig config = config(console);
        DatabaseUrl read = DatabaseUrl.parse(String.valueOf(config.url()));
        String file = read.jdbcUrl().replaceFirst("^jdbc:sqlite:", "").replaceFirst("[?].*", "");
        boolean missing = read.engine() == DatabaseEngine.SQLITE
                && !read.inMemory()
                && !file.startsWith("file:")
                && !Files.exists(Path.of(file));
        if (missing) {
            console.say("`" + file + "` is not there yet: it counts as an empty database, and is not created.");
            return DatabaseAccess.open(config.withUrl(":memory:"), schema);
        }
        return DatabaseAccess.open(config, schema);
    }

    /**
     * Connects.
     *
     * @throws DataFlowException DF-006 to DF-014
     */
    DatabaseAccess open(Console console) {
        return DatabaseAccess.open(config(console), schema);
    }

    private DataFlowConfig config(Console console) {
        Surroundings around = console.around();
        String given = url(around);
        if (given == null) {
            throw Misuse.of(
                    "no database is named",
                    "neither --url nor DATAFLOW_URL nor DATABASE_URL is there",
                    "add --url, such as --url jdbc:postgresql://localhost/shop");
        }
        DatabaseUrl read = DatabaseUrl.parse(given);
        if (url != null && read.password() != null) {
            console.say("⚠ The URL in the command line holds a password, which others can see in the list of processes;"
                    + " put the URL into DATAFLOW_URL, or use --password-file.");
        }
        DataFlowConfig config = DataFlowConfig.from(around.variables()).withUrl(given);
        if (user != null) {
            refuse("--user", read.user() != null);
            config = config.withUser(user);
        }
        Secret secret = secret(around);
        if (secret != null) {
            refuse("a password", read.password() != null);
            config = config.withPassword(secret);
        }
        return config;
    }

    private @Nullable String url(Surroundings around) {
        Map<String, String> variables = around.variables();
        if (url != null) {
            return url;
        }
        String own = variables.getOrDefault("DATAFLOW_URL", "");
        String common = variables.getOrDefault("DATABASE_URL", "");
        return !own.isBlank() ? own : !common.isBlank() ? common : null;
    }

    private @Nullable Secret secret(Surroundings around) {
        if (password != null && passwordFile != null) {
            throw Misuse.of(
                    "--password and --password-file stand together",
                    "the password can be in one place only",
                    "leave one of them out");
        }
        SecretSource secrets = new SecretSource(around);
        if (password != null) {
            return secrets.read(password);
        }
        return passwordFile == null ? null : secrets.ofFile(around.file(passwordFile));
    }

    private static void refuse(String what, boolean inUrl) {
        if (inUrl) {
            throw Misuse.of(
                    what + " is given twice",
                    "the URL has one, too",
                    "take it out of the URL, or leave the option out");
        }
    }
}
