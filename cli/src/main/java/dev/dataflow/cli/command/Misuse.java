package dev.dataflow.cli.command;

import dev.dataflow.error.DataFlowException;
import dev.dataflow.error.ErrorCode;
import dev.dataflow.error.NearestName;
import dev.dataflow.error.Problem;
import java.util.Collection;

/** Words for command lines that cannot be followed: DF-006. */
final class Misuse {

    private Misuse() {}

    static DataFlowException of(String what, String why, String fix) {
        return new DataFlowException(new Problem(ErrorCode.COMMAND_LINE_INVALID, what, why, fix));
    }

    /** A value that an option does not take. */
    static DataFlowException value(String option, String given, Collection<String> valid) {
        return of(
                "`" + option + "` cannot be `" + given + "`",
                "it takes " + String.join(", ", valid),
                NearestName.suggest(given, valid));
    }
}
