package dev.dataflow.testing;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedClass;

/**
 * Runs a test class once per engine, each time with a fresh {@link TestDatabase} that is dropped after the class. The
 * class, or the abstract suite it extends, takes the database as its constructor parameter or in a field with JUnit's
 * {@link org.junit.jupiter.params.Parameter}; nested classes use their outer one's. A failure names its engine.
 */
@Target({ElementType.TYPE, ElementType.ANNOTATION_TYPE})
@Retention(RetentionPolicy.RUNTIME)
@Documented
@Inherited
@ParameterizedClass(name = "[{argumentSetName}]")
@EngineSource
@ExtendWith(EngineOfFailure.class)
public @interface EveryEngine {}
