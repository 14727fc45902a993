package dev.dataflow.query;

import org.jooq.Param;

/**
 * A parameter of a condition of jOOQ.
 *
 * @param param the parameter, as the condition holds it
 * @param operand its value
 */
public record ConditionValue(Param<?> param, Operand operand) {}
