package dev.dataflow.benchmarks.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class OpenOnceTest {

    private final AtomicInteger opened = new AtomicInteger();

    /** "Aa" and "BB" have the same hash code, so that both have one place in any map. */
    @Test
    void whatIsOpenedMayOpenWhatSharesItsPlace() {
        String outer = OpenOnce.get(String.class, "Aa", () -> {
            opened.incrementAndGet();
            return "outer of " + inner();
        });
        assertThat(outer).isEqualTo("outer of inner");
        assertThat(OpenOnce.get(String.class, "Aa", () -> "again")).isEqualTo("outer of inner");
        assertThat(inner()).isEqualTo("inner");
        assertThat(opened).hasValue(2);
    }

    private String inner() {
        return OpenOnce.get(String.class, "BB", () -> {
            opened.incrementAndGet();
            return "inner";
        });
    }
}
