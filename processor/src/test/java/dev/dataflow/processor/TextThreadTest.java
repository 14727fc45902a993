package dev.dataflow.processor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

class TextThreadTest {

    @Test
    void textsAreMadeOnAnotherThreadThatEndsNoProcess() {
        try (TextThread thread = new TextThread()) {
            Thread maker = TextThread.await(thread.start(Thread::currentThread));

            assertThat(maker).isNotSameAs(Thread.currentThread());
            assertThat(maker.isDaemon()).isTrue();
        }
    }

    @Test
    void whatFailsThereFailsWhereItIsAwaited() {
        try (TextThread thread = new TextThread()) {
            Future<String> bug = thread.start(() -> {
                throw new IllegalArgumentException("a bug");
            });
            Future<String> deep = thread.start(() -> {
                throw new StackOverflowError();
            });

            assertThatThrownBy(() -> TextThread.await(bug))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage("a bug");
            assertThatThrownBy(() -> TextThread.await(deep)).isInstanceOf(StackOverflowError.class);
        }
    }
}
