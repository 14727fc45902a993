package dev.dataflow.statement;

import dev.dataflow.config.DatabaseEngine;
import dev.dataflow.metadata.Relations;
import dev.dataflow.trait.Reach;
import dev.dataflow.trait.Traits;
import java.util.Map;
import org.jooq.Configuration;

/** What the statements of an instance are made of, whatever a call reaches; and a factory for each reach so far. */
record StatementParts(
        Configuration configuration,
        DatabaseEngine engine,
        LowerCaseField lowerCase,
        Relations relations,
        Traits traits,
        StatementCache cache,
        Map<Reach, StatementFactory> factories) {}
