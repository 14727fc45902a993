package dev.dataflow.testing;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.params.provider.ArgumentsSource;

/**
 * Gives a {@code @ParameterizedTest} method or a {@code @ParameterizedClass} a fresh {@link TestDatabase} per engine.
 * For a class that runs on every engine, use {@link EveryEngine}.
 */
@Target({ElementType.TYPE, ElementType.METHOD, ElementType.ANNOTATION_TYPE})
@Retention(RetentionPolicy.RUNTIME)
@Documented
@Inherited
@ArgumentsSource(EngineArguments.class)
public @interface EngineSource {
    /** The engines to run on; none means all. Engines left out by {@link TestDatabases#engines()} are not run. */
    Engine[] value() default {};
}
