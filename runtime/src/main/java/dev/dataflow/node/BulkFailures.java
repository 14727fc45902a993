package dev.dataflow.node;

import dev.dataflow.error.ConstraintViolationException;
import dev.dataflow.error.DataFlowException;
import dev.dataflow.error.InvalidInputException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** The rows of a bulk call that could not be written: the first are kept with their errors, all are counted. */
final class BulkFailures {

    private static final int MOST_KEPT = 1000;

    private final List<BulkError> errors = new ArrayList<>();
    private long count;

    void add(long index, DataFlowException error) {
        if (count++ < MOST_KEPT) {
            errors.add(new BulkError(index, error.code(), error.what() + "; " + error.why()));
        }
    }

    long count() {
        return count;
    }

    /** Those kept, in the order of the rows. */
    List<BulkError> errors() {
        return errors.stream()
                .sorted(Comparator.comparingLong(BulkError::index))
                .toList();
    }

    /** Whether an error is of a row, so that others may be written; not of the connection, the transaction or the table. */
    static boolean isOfRow(DataFlowException error) {
        return switch (error.code()) {
            case VALUE_OUT_OF_RANGE, STATEMENT_FAILED, VERSION_CONFLICT -> true;
            default -> error instanceof ConstraintViolationException || error instanceof InvalidInputException;
        };
    }
}
