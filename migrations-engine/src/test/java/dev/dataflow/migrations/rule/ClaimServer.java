package dev.dataflow.migrations.rule;

import java.sql.SQLException;
import java.util.List;

/** A server on which claims are looked at, each on the same tables. */
interface ClaimServer {

    /** Makes the tables. */
    void execute(List<String> statements) throws SQLException;

    /** What is otherwise than claimed, in words; empty when the claim holds. */
    String look(Claim claim) throws Exception;
}
