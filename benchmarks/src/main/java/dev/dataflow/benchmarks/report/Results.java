package dev.dataflow.benchmarks.report;

import dev.dataflow.benchmarks.scale.ColdStart;
import dev.dataflow.testing.Engine;
import java.util.List;
import java.util.Map;

/**
 * All that a run has measured so far.
 *
 * @param figures of works
 * @param rates of a table of many rows
 * @param startups of cold JVMs
 * @param servers the databases' versions
 */
record Results(
        Figures figures,
        List<ManyRowsTable.Rate> rates,
        List<ColdStart.Startup> startups,
        Map<Engine, String> servers) {}
