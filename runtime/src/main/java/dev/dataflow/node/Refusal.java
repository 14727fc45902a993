package dev.dataflow.node;

import dev.dataflow.error.ErrorCode;
import dev.dataflow.error.InvalidInputException;
import dev.dataflow.error.NotFoundException;
import dev.dataflow.error.Problem;
import dev.dataflow.metadata.Column;
import dev.dataflow.metadata.MissingKey;
import dev.dataflow.metadata.ModelMetadata;
import dev.dataflow.model.ManagedColumn;
import dev.dataflow.type.IllegalValueException;
import org.jspecify.annotations.Nullable;

/** The errors of nodes that several kinds raise. */
final class Refusal {

    private Refusal() {}

    static InvalidInputException of(ErrorCode code, String what, String why, String fix) {
        return new InvalidInputException(new Problem(code, what, why, fix), null);
    }

    static InvalidInputException noId(ModelMetadata<?, ?, ?, ?> model) {
        return MissingKey.whole(model);
    }

    static InvalidInputException noPart(ModelMetadata<?, ?, ?, ?> model, Column<?> column) {
        return MissingKey.part(model, column);
    }

    /** Checks that a key is there, and all its parts. */
    static <K> K whole(ModelMetadata<?, K, ?, ?> model, @Nullable K key) {
        if (key == null) {
            throw noId(model);
        }
        int missing = model.key().missing(key);
        if (missing >= 0) {
            throw noPart(model, model.columns().get(missing));
        }
        return key;
    }

    static NotFoundException notFound(ModelMetadata<?, ?, ?, ?> model) {
        return new NotFoundException(
                new Problem(
                        ErrorCode.NOT_FOUND,
                        "no " + model + " has the id given",
                        "table " + model.table().getName() + " holds no such row that this call may see",
                        "check the id; the row may have been deleted"),
                null);
    }

    static InvalidInputException managed(ModelMetadata<?, ?, ?, ?> model, Column<?> column) {
        if (column.managed() == ManagedColumn.TENANT_ID) {
            return foreign(model, column);
        }
        return of(
                ErrorCode.MANAGED_FIELD,
                "`" + column.name() + "` of " + model + " is managed and cannot be written",
                "the runtime fills it on every write",
                "leave it out");
    }

    /** A tenant is said by the scope, never by a row. */
    private static InvalidInputException foreign(ModelMetadata<?, ?, ?, ?> model, Column<?> column) {
        return of(
                ErrorCode.TENANT_FOREIGN,
                "`" + column.name() + "` of " + model + " is given, and not as the scope's tenant",
                "rows belong to the tenant that the scope is bound to, whatever they say",
                "leave it out; to write rows of another tenant, use asTenant(id) of the whole instance");
    }

    static InvalidInputException keyChange(ModelMetadata<?, ?, ?, ?> model, Column<?> column) {
        return of(
                ErrorCode.MANAGED_FIELD,
                "the key `" + column.name() + "` of " + model + " cannot be changed",
                "other rows and systems point to it",
                "leave it out; to move a row, create another and delete this one");
    }

    static InvalidInputException nullValue(ModelMetadata<?, ?, ?, ?> model, Column<?> column) {
        return of(
                ErrorCode.PARAMETER_MISSING,
                "`" + column.name() + "` of " + model + " is NULL",
                "its column is NOT NULL",
                "give a value, or annotate the component @Nullable");
    }

    static InvalidInputException value(ModelMetadata<?, ?, ?, ?> model, Column<?> column, IllegalValueException e) {
        return of(
                ErrorCode.TYPE_MISMATCH,
                "`" + column.name() + "` of " + model + " " + e.getMessage(),
                "it holds " + column.type() + ", and values are stored without loss or not at all",
                "give a value the column can hold");
    }
}
