package dev.dataflow.cli.report;

import dev.dataflow.cli.diagram.Diagram;

/**
 * The tables that a plan touches.
 *
 * @param before as they are
 * @param after as they are to be
 */
public record TouchedDiagrams(Diagram before, Diagram after) {}
