package dev.dataflow.trait;

import dev.dataflow.error.ErrorCode;
import dev.dataflow.error.InvalidInputException;
import dev.dataflow.error.Problem;
import dev.dataflow.model.ManagedColumn;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A tenant.
 *
 * @param id 1 to 63 ASCII letters, digits, {@code _} and {@code -}, a letter or digit first: what no database, URL, file
 *     system or log takes for something else
 */
public record Tenant(String id) {

    private static final Pattern ID =
            Pattern.compile("[A-Za-z0-9][A-Za-z0-9_-]{0," + (ManagedColumn.TENANT_LENGTH - 1) + "}");

    /**
     * Takes an id.
     *
     * @throws InvalidInputException DF-502 when it is none
     */
    public static Tenant of(@Nullable String id) {
        if (id == null || !ID.matcher(id).matches()) {
            throw new InvalidInputException(
                    new Problem(
                            ErrorCode.TENANT_INVALID,
                            "what is given as a tenant's id is none",
                            "an id has 1 to " + ManagedColumn.TENANT_LENGTH
                                    + " ASCII letters, digits, `_` and `-`, and begins with a letter or digit",
                            "take the id from where tenants are administered, never from what a user typed"),
                    null);
        }
        return new Tenant(id);
    }
}
