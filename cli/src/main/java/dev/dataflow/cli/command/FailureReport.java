package dev.dataflow.cli.command;

import dev.dataflow.cli.report.Json;
import dev.dataflow.cli.terminal.ColorChoice;
import dev.dataflow.cli.terminal.Console;
import dev.dataflow.cli.terminal.Style;
import dev.dataflow.cli.terminal.Surroundings;
import dev.dataflow.cli.terminal.Verbosity;
import dev.dataflow.error.DataFlowException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Says why a call failed: code, what, why, fix. A stack trace is shown only when it is wanted. */
final class FailureReport {

    private final Surroundings around;
    private final List<String> arguments;

    FailureReport(Surroundings around, String... arguments) {
        this.around = around;
        this.arguments = List.of(arguments);
    }

    /**
     * Says why a call failed.
     *
     * @param error the error
     * @param traced whether its stack trace is shown
     * @param written whether the command has written its data, which then say that all is not well
     * @return the exit code
     */
    int print(DataFlowException error, boolean traced, boolean written) {
        Console console = new Console(around, ColorChoice.AUTO, arguments.contains("--ascii"), Verbosity.NORMAL);
        console.complain(console.styled(Style.BAD, "error[" + error.code().id() + "]") + ": " + error.what()
                + "\n  why: " + error.why() + "\n  fix: " + error.fix() + "\n  explain: dataflow explain "
                + error.code().id());
        if (wantsJson() && !written) {
            console.write(json(error));
        }
        if (traced || arguments.contains("--trace")) {
            error.printStackTrace(around.errors());
        }
        return ExitCode.of(error).number();
    }

    /** Looked for by itself, because a command line that cannot be read has no options. */
    private boolean wantsJson() {
        int option = arguments.indexOf("--format");
        return arguments.contains("--format=json")
                || option >= 0
                        && option + 1 < arguments.size()
                        && arguments.get(option + 1).equals("json");
    }

    private static String json(DataFlowException error) {
        Map<String, Object> details = new LinkedHashMap<>();
        details.put("code", error.code().id());
        details.put("title", error.code().title());
        details.put("what", error.what());
        details.put("why", error.why());
        details.put("fix", error.fix());
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("schema", "dataflow-error/1");
        tree.put("ok", false);
        tree.put("tool", VersionText.tool());
        tree.put("error", details);
        return Json.write(tree);
    }
}
