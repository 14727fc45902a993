package dev.dataflow.node;

import dev.dataflow.metadata.ModelMetadata;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How a bulk update of rows that are given works. Not thread-safe; valid inside the call it is handed to. */
public final class BulkUpdateOptions extends BulkOptions<BulkUpdateOptions> {

    private boolean anyVersion;
    private @Nullable ConflictPolicy policy;

    /** A row that cannot be written ends the call. */
    public BulkUpdateOptions() {}

    /**
     * Rows are changed whatever versions they have; those that the models hold are not looked at.
     *
     * @return this
     */
    public BulkUpdateOptions anyVersion() {
        anyVersion = true;
        return this;
    }

    /**
     * Sets what is done with rows that have another version than they are given with: FAIL, which is so until told, ends the
     * call with DF-409, or leaves them out under {@link OnError#CONTINUE}; LAST_WRITER_WINS changes them nevertheless.
     *
     * @param policy one of these
     * @return this
     */
    public BulkUpdateOptions onConflict(ConflictPolicy policy) {
        this.policy = policy;
        return this;
    }

    RowVersions versions(ModelMetadata<?, ?, ?, ?> model) {
        return VersionRule.ofRows(model, anyVersion, policy);
    }

    @Override
    BulkUpdateOptions self() {
        return this;
    }

    @Override
    BulkPlan plan() {
        return plan(Conflict.ERROR, List.of(), false);
    }
}
