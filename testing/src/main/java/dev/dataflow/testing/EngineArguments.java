package dev.dataflow.testing;

import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.params.provider.AnnotationBasedArgumentsProvider;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.support.ParameterDeclarations;
import org.opentest4j.TestAbortedException;

/** The databases of {@link EngineSource}. Each is created when its turn comes; JUnit closes it. */
final class EngineArguments extends AnnotationBasedArgumentsProvider<EngineSource> {

    @Override
    protected Stream<? extends Arguments> provideArguments(
            ParameterDeclarations parameters, ExtensionContext context, EngineSource source) {
        return databases(List.of(source.value()), TestDatabases.engines(), TestDatabases::create);
    }

    static Stream<Arguments> databases(
            List<Engine> wanted, List<Engine> selected, Function<Engine, TestDatabase> create) {
        List<Engine> engines = selected.stream()
                .filter(engine -> wanted.isEmpty() || wanted.contains(engine))
                .toList();
        if (engines.isEmpty()) {
            throw new TestAbortedException("this test run leaves out " + wanted);
        }
        return engines.stream().map(engine -> Arguments.argumentSet(engine.name(), create.apply(engine)));
    }
}
