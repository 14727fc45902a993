package shop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class ShopOptionsTest {

    @Test
    void argumentsWinOverPropertiesOverTheEnvironmentOverTheDefault() {
        Map<String, String> environment = Map.of("DATABASE_URL", "database", "DATAFLOW_URL", "dataflow");
        Map<String, String> properties = Map.of("url", "property", "orders", "7");

        assertThat(ShopOptions.of(List.of("--url=a=b", "--orders=3"), properties, environment))
                .isEqualTo(new ShopOptions("a=b", 3));
        assertThat(ShopOptions.of(List.of(), properties, environment)).isEqualTo(new ShopOptions("property", 7));
        assertThat(ShopOptions.of(List.of(), Map.of("url", "", "orders", ""), environment))
                .isEqualTo(new ShopOptions("dataflow", 10_000));
        assertThat(ShopOptions.of(List.of(), Map.of(), Map.of("DATABASE_URL", "database")))
                .isEqualTo(new ShopOptions("database", 10_000));
        assertThat(ShopOptions.of(List.of(), Map.of(), Map.of()).url()).isEqualTo("jdbc:sqlite:target/shop.db");
    }

    @ParameterizedTest
    @CsvSource({
        "--order=5, write `--orders`",
        "--verbose, 'use one of --orders, --url'",
        "--orders, write `--orders=` and the value",
        "--url=, write `--url=` and the value",
        "--orders=0, from 1 to 1000000",
        "--orders=1e3, from 1 to 1000000",
        "--orders=1000001, from 1 to 1000000"
    })
    void refusesWhatItDoesNotKnow(String argument, String fix) {
        assertThatExceptionOfType(OptionRefusedException.class)
                .isThrownBy(() -> ShopOptions.of(List.of(argument), Map.of(), Map.of()))
                .withMessageContaining(fix);
    }

    @Test
    void refusesAnOptionGivenTwice() {
        assertThatExceptionOfType(OptionRefusedException.class)
                .isThrownBy(() -> ShopOptions.of(List.of("--orders=1", "--orders=1"), Map.of(), Map.of()))
                .withMessageContaining("twice");
    }

    @Test
    void anErrorEndsTheShopWithItsMessage() {
        assertThat(run("--url=jdbc:oracle:x")).startsWith("2 [DF-010]").doesNotContain("at dev.dataflow");
        assertThat(run("--ur=x")).startsWith("2 there is no option `--ur`").contains("write `--url`", "usage:");
    }

    private static String run(String argument) {
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        PrintStream print = new PrintStream(err, true, StandardCharsets.UTF_8);
        int exit =
                new Shop(new PrintStream(OutputStream.nullOutputStream()), print, Terminal.NONE).run(List.of(argument));
        return exit + " " + err.toString(StandardCharsets.UTF_8);
    }
}
