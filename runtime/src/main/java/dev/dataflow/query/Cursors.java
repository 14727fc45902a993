package dev.dataflow.query;

import dev.dataflow.error.ErrorCode;
import dev.dataflow.error.InvalidInputException;
import dev.dataflow.error.Problem;
import dev.dataflow.metadata.Column;
import dev.dataflow.metadata.ModelMetadata;
import dev.dataflow.type.IllegalValueException;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Makes texts of keysets and back, each bound to its query. Immutable and thread-safe. */
public final class Cursors {

    private final CursorSeal seal;

    /** Cursors under a seal. */
    public Cursors(CursorSeal seal) {
        this.seal = seal;
    }

    /**
     * Makes a cursor.
     *
     * @param model the model
     * @param order the query's order
     * @param query what tells the query from others
     * @param keyset where it leads to
     * @return a text
     */
    public String write(ModelMetadata<?, ?, ?, ?> model, List<Sort> order, byte[] query, Keyset keyset) {
        CursorValues values = new CursorValues();
        for (int i = 0; i < order.size(); i++) {
            values.write(
                    model.columns().get(order.get(i).column()), keyset.values().get(i));
        }
        byte[] content = values.bytes();
        return seal.seal(ByteBuffer.allocate(query.length + content.length)
                .put(query)
                .put(content)
                .array());
    }

    /**
     * Reads a cursor.
     *
     * @param model the model
     * @param order the query's order
     * @param query what tells the query from others
     * @param cursor what {@link #write} made
     * @return where it leads to
     * @throws InvalidInputException DF-132 for a text that is no cursor made with the same key, DF-133 for one of another
     *     query
     */
    public Keyset read(ModelMetadata<?, ?, ?, ?> model, List<Sort> order, byte[] query, String cursor) {
        byte[] content = seal.open(cursor);
        if (content == null) {
            throw invalid(model, null);
        }
        if (content.length < query.length || !Arrays.equals(content, 0, query.length, query, 0, query.length)) {
            throw new InvalidInputException(
                    new Problem(
                            ErrorCode.CURSOR_FOREIGN,
                            "the cursor in a list of " + model + " belongs to another query",
                            "it was made for another model, filter, value in a filter, or order, or by an earlier version"
                                    + " of the program",
                            "give it to the query it came from, or start at the first page"),
                    null);
        }
        ByteBuffer in = ByteBuffer.wrap(content, query.length, content.length - query.length);
        List<@Nullable Object> values = new ArrayList<>();
        try {
            for (Sort sort : order) {
                Column<?> column = model.columns().get(sort.column());
                values.add(CursorValues.read(column, in));
            }
        } catch (BufferUnderflowException | IllegalValueException | NumberFormatException e) {
            throw invalid(model, e);
        }
        return new Keyset(values);
    }

    private static InvalidInputException invalid(ModelMetadata<?, ?, ?, ?> model, @Nullable Exception cause) {
        return new InvalidInputException(
                new Problem(
                        ErrorCode.CURSOR_INVALID,
                        "the cursor in a list of " + model + " cannot be read",
                        "it was cut off or changed, or made by an instance with another cursor key",
                        "give cursors on as they are; set DATAFLOW_CURSOR_KEY, the same for all instances that share"
                                + " cursors; or start at the first page"),
                cause);
    }
}
