package dev.dataflow.cli.source;

import dev.dataflow.error.DataFlowException;
import dev.dataflow.error.ErrorCode;
import dev.dataflow.error.Problem;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** Words for files that cannot be used: DF-008. */
public final class FileProblem {

    private FileProblem() {}

    /** A file that cannot be read. */
    public static DataFlowException unreadable(Path file, IOException cause) {
        return of(
                "`" + file + "` cannot be read", why(file, cause), "name a file that is there and may be read", cause);
    }

    /** A file that cannot be written. */
    public static DataFlowException unwritable(Path file, IOException cause) {
        return of(
                "`" + file + "` cannot be written",
                why(file, cause),
                "name a file in a folder that is there and may be written to",
                cause);
    }

    /** A file that is of another kind than it has to be. */
    public static DataFlowException unfit(Path file, String why, String fix) {
        return of("`" + file + "` cannot be used", why, fix, null);
    }

    private static String why(Path file, IOException cause) {
        if (cause instanceof NoSuchFileException) {
            return file.getParent() != null
                            && !Files.isDirectory(file.toAbsolutePath().getParent())
                    ? "there is no folder `" + file.getParent() + "`"
                    : "there is no such file";
        }
        if (cause instanceof AccessDeniedException) {
            return "this process has no right to it";
        }
        if (cause instanceof FileAlreadyExistsException) {
            return "a file is there, and is not overwritten";
        }
        return Files.isDirectory(file)
                ? "it is a folder"
                : "the system said: " + cause.getClass().getSimpleName();
    }

    private static DataFlowException of(String what, String why, String fix, @Nullable IOException cause) {
        return new DataFlowException(new Problem(ErrorCode.FILE_UNUSABLE, what, why, fix), cause, false);
    }
}
