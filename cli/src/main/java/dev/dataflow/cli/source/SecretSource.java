package dev.dataflow.cli.source;

import dev.dataflow.cli.terminal.Surroundings;
import dev.dataflow.config.Secret;
import dev.dataflow.error.DataFlowException;
import dev.dataflow.error.ErrorCode;
import dev.dataflow.error.Problem;
import java.nio.file.Path;

/** Where a secret is: {@code env:NAME} or {@code file:PATH}. Never the secret itself, which others could see in a list of processes. */
public final class SecretSource {

    private static final String VARIABLE = "env:";
    private static final String FILE = "file:";
    private static final String FIX = "write env:NAME for a variable, file:PATH for a file, or set DATAFLOW_PASSWORD";

    private final Surroundings around;

    /** Secrets around a call. */
    public SecretSource(Surroundings around) {
        this.around = around;
    }

    /**
     * The secret that a reference leads to.
     *
     * @param reference {@code env:NAME} or {@code file:PATH}
     * @throws DataFlowException DF-007 when it is none, or leads to nothing; DF-008 when a file cannot be read
     */
    public Secret read(String reference) {
        if (reference.startsWith(VARIABLE)) {
            String name = reference.substring(VARIABLE.length());
            String value = around.variables().getOrDefault(name, "");
            if (value.isEmpty()) {
                throw problem("the variable " + name + " holds no password", "it is not set, or empty");
            }
            return new Secret(value);
        }
        if (reference.startsWith(FILE)) {
            return ofFile(around.file(reference.substring(FILE.length())));
        }
        throw problem(
                "a password stands in the command line",
                "whoever lists the processes of this machine can read it; here stands only where it is");
    }

    /** The secret in a file: its first line. */
    public Secret ofFile(Path file) {
        String value = TextFile.read(file).lines().findFirst().orElse("");
        if (value.isEmpty()) {
            throw problem("the file `" + file + "` holds no password", "its first line is empty");
        }
        return new Secret(value);
    }

    private static DataFlowException problem(String what, String why) {
        return new DataFlowException(new Problem(ErrorCode.SECRET_UNUSABLE, what, why, FIX));
    }
}
