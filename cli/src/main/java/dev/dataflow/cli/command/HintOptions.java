package dev.dataflow.cli.command;

import dev.dataflow.migrations.diff.RenameFlags;
import dev.dataflow.migrations.diff.RenameHints;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Option;

/** What people say about names that changed. */
final class HintOptions {

    @Option(
            names = "--rename",
            paramLabel = "OLD=NEW",
            description = "A table or column that got another name: users=people, users.name=users.full_name."
                    + " Repeatable.")
    private List<String> renames = new ArrayList<>();

    @Option(
            names = "--drop",
            paramLabel = "NAME",
            description = "A table, view or column that is gone for good, or what else a model's table is to have no"
                    + " longer: users, users.legacy, users.by_hand. Repeatable.")
    private List<String> drops = new ArrayList<>();

    /** The hints. */
    RenameHints read() {
        return RenameFlags.read(renames, drops);
    }
}
