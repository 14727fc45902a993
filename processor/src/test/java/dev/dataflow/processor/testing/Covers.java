package dev.dataflow.processor.testing;

import dev.dataflow.processor.problem.ModelProblem;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** The problems a test provokes. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface Covers {

    /** The problems. */
    ModelProblem[] value();
}
