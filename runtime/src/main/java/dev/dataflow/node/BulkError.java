package dev.dataflow.node;

import dev.dataflow.error.ErrorCode;

/**
 * Why a row of a bulk call was not written.
 *
 * @param index its place among the rows given, from 0
 * @param code the code of the error
 * @param message what is wrong, without values
 */
public record BulkError(long index, ErrorCode code, String message) {}
