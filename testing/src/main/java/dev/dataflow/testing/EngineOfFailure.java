package dev.dataflow.testing;

import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.LifecycleMethodExecutionExceptionHandler;
import org.junit.jupiter.api.extension.TestExecutionExceptionHandler;

/** Adds the engine to a failure of an {@link EveryEngine} class: Surefire shows only the number of the invocation. */
final class EngineOfFailure implements TestExecutionExceptionHandler, LifecycleMethodExecutionExceptionHandler {

    @Override
    public void handleTestExecutionException(ExtensionContext context, Throwable failure) throws Throwable {
        throw named(context, failure);
    }

    @Override
    public void handleBeforeAllMethodExecutionException(ExtensionContext context, Throwable failure) throws Throwable {
        throw named(context, failure);
    }

    @Override
    public void handleBeforeEachMethodExecutionException(ExtensionContext context, Throwable failure) throws Throwable {
        throw named(context, failure);
    }

    @Override
    public void handleAfterEachMethodExecutionException(ExtensionContext context, Throwable failure) throws Throwable {
        throw named(context, failure);
    }

    @Override
    public void handleAfterAllMethodExecutionException(ExtensionContext context, Throwable failure) throws Throwable {
        throw named(context, failure);
    }

    private static Throwable named(ExtensionContext context, Throwable failure) {
        invocation(context).ifPresent(name -> failure.addSuppressed(new FailedOn(name)));
        return failure;
    }

    /** The display name of the class's invocation, as {@link EveryEngine} sets it. */
    private static Optional<String> invocation(ExtensionContext context) {
        return Stream.iterate(
                        Optional.of(context), Optional::isPresent, next -> next.flatMap(ExtensionContext::getParent))
                .map(next -> next.orElseThrow().getDisplayName())
                .filter(name -> Arrays.stream(Engine.values()).anyMatch(engine -> name.equals("[" + engine + "]")))
                .findFirst();
    }

    private static final class FailedOn extends Exception {
        private static final long serialVersionUID = 1L;

        FailedOn(String engine) {
            super(engine, null, false, false);
        }

        @Override
        public String toString() {
            return "failed on " + getMessage();
        }
    }
}
