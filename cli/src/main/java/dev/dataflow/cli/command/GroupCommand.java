package dev.dataflow.cli.command;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** A command that has commands and does nothing by itself. */
abstract class GroupCommand implements Runnable {

    @Spec
    private CommandSpec spec;

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "no command is given after `" + spec.name() + "`");
    }

    /** {@code dataflow migrate}. */
    @Command(
            name = "migrate",
            headerHeading =
                    "Examples:%n  dataflow migrate plan --url jdbc:sqlite:shop.db --classpath target/classes%n%n",
            description = "Plan changes of a schema, and judge them.")
    static final class Migrate extends GroupCommand {}

    /** {@code dataflow db}. */
    @Command(
            name = "db",
            headerHeading =
                    "Examples:%n  dataflow db snapshot --url jdbc:sqlite:shop.db --out shop.json%n  dataflow db drift --url jdbc:sqlite:shop.db --against shop.json%n%n",
            description = "Look at a database's schema.")
    static final class Db extends GroupCommand {}
}
