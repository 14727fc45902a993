package dev.dataflow.suite;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dataflow.DataFlow;
import dev.dataflow.testing.Engine;
import dev.dataflow.testing.TestDatabase;
import dev.dataflow.testing.TestDatabases;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import shop.Customer;
import shop.CustomerNodes;
import shop.Order;
import store.Address;
import store.Category;
import store.Client;
import store.Line;
import store.Product;
import store.Purchase;
import store.Stock;

/** Ten processes open one empty database at the same moment: all come up, and the schema is made once. */
class ManyProcessesTest {

    private static final int PROCESSES = 10;

    /** One of the ten, and how to talk to it. */
    private record Instance(Process process, BufferedReader output, PrintStream input) {

        static Instance start(int number) throws IOException {
            Process process = new ProcessBuilder(
                            ProcessHandle.current().info().command().orElse("java"),
                            "-Xmx128m",
                            "-XX:TieredStopAtLevel=1",
                            "-XX:+UseSerialGC",
                            "-Dorg.slf4j.simpleLogger.defaultLogLevel=error",
                            "-Dorg.slf4j.simpleLogger.log.dev.dataflow.migrations=info",
                            "-cp",
                            System.getProperty("java.class.path"),
                            Opening.class.getName(),
                            String.valueOf(number))
                    .redirectErrorStream(true)
                    .start();
            return new Instance(
                    process,
                    new BufferedReader(new InputStreamReader(process.getInputStream())),
                    new PrintStream(process.getOutputStream(), true));
        }

        /** Waits for a line, and returns those before it. */
        List<String> expect(String line) throws IOException {
            List<String> seen = new ArrayList<>();
            for (String next = output.readLine(); next != null; next = output.readLine()) {
                if (next.equals(line)) {
                    return seen;
                }
                seen.add(next);
            }
            throw new AssertionError("a process ended without \"" + line + "\":\n" + String.join("\n", seen));
        }
    }

    @Test
    void openOneEmptyDatabase() throws Exception {
        List<Instance> instances = new ArrayList<>();
        try {
            for (int i = 0; i < PROCESSES; i++) {
                instances.add(Instance.start(i));
            }
            for (Instance instance : instances) {
                instance.expect("ready");
            }
            for (Engine engine : TestDatabases.engines()) {
                try (TestDatabase empty = TestDatabases.create(engine)) {
                    instances.forEach(instance -> instance.input().println(empty.url()));
                    List<String> said = new ArrayList<>();
                    for (Instance instance : instances) {
                        said.addAll(instance.expect("opened"));
                    }
                    assertThat(said)
                            .filteredOn(line -> line.contains("created tables"))
                            .as("who made the schema on %s", engine)
                            .hasSize(1);
                    try (DataFlow df = DataFlow.builder()
                            .url(empty.url())
                            .models(Opening.MODELS)
                            .autoMigrate(false)
                            .build()) {
                        assertThat(CustomerNodes.on(df).count())
                                .as("rows of ten processes on %s", engine)
                                .isEqualTo(PROCESSES);
                    }
                }
            }
        } finally {
            for (Instance instance : instances) {
                instance.input().close();
                instance.process().destroy();
            }
        }
    }

    /** Opens each database it is told, and writes a row. */
    static final class Opening {
        /** Tables that reference each other, in a circle too. */
        private static final Class<?>[] MODELS = {
            Customer.class,
            Order.class,
            Address.class,
            Category.class,
            Client.class,
            Line.class,
            Product.class,
            Purchase.class,
            Stock.class
        };

        private Opening() {}

        public static void main(String[] arguments) throws IOException {
            BufferedReader input = new BufferedReader(new InputStreamReader(System.in));
            System.out.println("ready");
            for (String url = input.readLine(); url != null; url = input.readLine()) {
                try (DataFlow df = DataFlow.builder().url(url).models(MODELS).build()) {
                    CustomerNodes.on(df).create(d -> d.email(arguments[0]).name("n"));
                }
                System.out.println("opened");
            }
        }
    }
}
