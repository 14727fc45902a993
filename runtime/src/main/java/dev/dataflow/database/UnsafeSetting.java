package dev.dataflow.database;

import dev.dataflow.error.DataFlowException;
import dev.dataflow.error.ErrorCode;
import dev.dataflow.error.Problem;

/** The error of a setting that would lose data: DF-014. */
final class UnsafeSetting {

    private UnsafeSetting() {}

    /**
     * The error.
     *
     * @param setting the setting with its value
     * @param why what would happen
     * @param fix what to do
     */
    static DataFlowException of(String setting, String why, String fix) {
        return new DataFlowException(new Problem(
                ErrorCode.DATABASE_UNSAFE, "with `" + setting + "` the database is not safe to use", why, fix));
    }
}
