package dev.dataflow.processor;

import dev.dataflow.processor.problem.Findings;
import dev.dataflow.processor.source.ModelSource;
import java.util.concurrent.Future;
import javax.lang.model.element.TypeElement;

/**
 * A model that is read and checked, and whose classes are being put into words.
 *
 * @param type the model
 * @param source what was read of it
 * @param findings its problems
 * @param texts what is written for it
 */
record ReadModel(TypeElement type, ModelSource source, Findings findings, Future<ModelTexts> texts) {}
