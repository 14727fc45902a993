package dev.dataflow.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dataflow.error.DataFlowException;
import dev.dataflow.error.ErrorCode;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DataFlowConfigTest {

    private static DataFlowConfig of(String... pairs) {
        return DataFlowConfig.from(pairs.length == 0 ? Map.of() : Map.of(pairs[0], pairs[1]));
    }

    @Test
    void hasDefaults() {
        DataFlowConfig config = of();
        assertThat(config.url()).isEqualTo("jdbc:sqlite:./dataflow.db");
        assertThat(config.user()).isNull();
        assertThat(config.password()).isNull();
        assertThat(config.poolSize()).isZero();
        assertThat(config.autoMigrate()).isTrue();
        assertThat(config.existingSchema()).isFalse();
        assertThat(config.tenancy()).isEqualTo(new TenancyConfig(TenancyStrategy.COLUMN, 20, false, false));
    }

    @Test
    void takesTheUrlFromTheFirstVariableThatHasOne() {
        assertThat(of("DATABASE_URL", "mysql://h/a").url()).isEqualTo("mysql://h/a");
        assertThat(DataFlowConfig.from(Map.of("DATABASE_URL", "mysql://h/a", "DATAFLOW_URL", "mysql://h/b"))
                        .url())
                .isEqualTo("mysql://h/b");
        assertThat(DataFlowConfig.from(Map.of("DATABASE_URL", "mysql://h/a", "DATAFLOW_URL", " "))
                        .url())
                .isEqualTo("mysql://h/a");
    }

    @Test
    void readsEveryVariable() {
        Map<String, String> environment = new HashMap<>(Map.of(
                "DATAFLOW_USER", "ann",
                "DATAFLOW_PASSWORD", "pw",
                "DATAFLOW_POOL_SIZE", "7",
                "DATAFLOW_CONNECTION_TIMEOUT", "5s",
                "DATAFLOW_AUTO_MIGRATE", "FALSE",
                "DATAFLOW_EXISTING_SCHEMA", "true",
                "DATAFLOW_SCHEMA_LOCK_TIMEOUT", "PT1M",
                "DATAFLOW_SLOW_STATEMENT", "500ms",
                "DATAFLOW_STATEMENT_CACHE_SIZE", "9",
                "DATAFLOW_CURSOR_KEY", "0123456789abcdef0123456789abcdef"));
        environment.put("DATAFLOW_REQUIRE_ROW_SECURITY", "true");
        environment.put("DATAFLOW_TENANCY_STRATEGY", "schema");
        environment.put("DATAFLOW_OPEN_TENANTS", "7");
        environment.put("DATAFLOW_ALLOW_ACROSS_TENANTS", "true");
        DataFlowConfig config = DataFlowConfig.from(environment);
        assertThat(config)
                .isEqualTo(new DataFlowConfig(
                        "jdbc:sqlite:./dataflow.db",
                        "ann",
                        new Secret("pw"),
                        7,
                        Duration.ofSeconds(5),
                        false,
                        true,
                        Duration.ofMinutes(1),
                        Duration.ofMillis(500),
                        9,
                        new Secret("0123456789abcdef0123456789abcdef"),
                        new TenancyConfig(TenancyStrategy.SCHEMA, 7, true, true),
                        Clock.systemUTC()));
    }

    @ParameterizedTest
    @CsvSource({
        "DATAFLOW_POOL_SIZE, many",
        "DATAFLOW_POOL_SIZE, -1",
        "DATAFLOW_POOL_SIZE, 99999999999",
        "DATAFLOW_CONNECTION_TIMEOUT, 10",
        "DATAFLOW_CONNECTION_TIMEOUT, 10ms",
        "DATAFLOW_CONNECTION_TIMEOUT, PT9999999H",
        "DATAFLOW_AUTO_MIGRATE, yes",
        "DATAFLOW_EXISTING_SCHEMA, 1",
        "DATAFLOW_SCHEMA_LOCK_TIMEOUT, -PT1S",
        "DATAFLOW_SLOW_STATEMENT, soon",
        "DATAFLOW_STATEMENT_CACHE_SIZE, 1.5",
        "DATAFLOW_CURSOR_KEY, short",
        "DATAFLOW_REQUIRE_ROW_SECURITY, on",
        "DATAFLOW_ALLOW_ACROSS_TENANTS, 1",
        "DATAFLOW_TENANCY_STRATEGY, file",
        "DATAFLOW_OPEN_TENANTS, 0",
        "DATAFLOW_OPEN_TENANTS, 1001"
    })
    void refusesABadValueByTheNameOfItsVariable(String variable, String value) {
        assertThatThrownBy(() -> of(variable, value)).isInstanceOfSatisfying(DataFlowException.class, e -> {
            assertThat(e.code()).isEqualTo(ErrorCode.SETTING_INVALID);
            assertThat(e.what()).contains(variable);
            assertThat(e.why()).startsWith("it must be ");
        });
    }

    @Test
    void refusesABadValueOfCode() {
        DataFlowConfig config = of();
        assertThatThrownBy(() -> config.withPoolSize(-1))
                .hasMessageContaining("poolSize")
                .hasMessageContaining("DF-015");
    }

    @Test
    void changesOneSettingAtATime() {
        DataFlowConfig config = of();
        Clock clock = Clock.tickMillis(Clock.systemUTC().getZone());
        DataFlowConfig changed = config.withUrl("u")
                .withUser("a")
                .withPassword(new Secret("b"))
                .withPoolSize(1)
                .withConnectionTimeout(Duration.ofSeconds(2))
                .withAutoMigrate(false)
                .withExistingSchema(true)
                .withSchemaLockTimeout(Duration.ofSeconds(3))
                .withSlowStatement(Duration.ofSeconds(4))
                .withStatementCacheSize(5)
                .withCursorKey(new Secret("fedcba9876543210fedcba9876543210"))
                .withTenancy(config.tenancy()
                        .withTenancyStrategy(TenancyStrategy.SCHEMA)
                        .withOpenTenants(7)
                        .withRequireRowSecurity(true)
                        .withAllowAcrossTenants(true))
                .withClock(clock);
        assertThat(changed)
                .isEqualTo(new DataFlowConfig(
                        "u",
                        "a",
                        new Secret("b"),
                        1,
                        Duration.ofSeconds(2),
                        false,
                        true,
                        Duration.ofSeconds(3),
                        Duration.ofSeconds(4),
                        5,
                        new Secret("fedcba9876543210fedcba9876543210"),
                        new TenancyConfig(TenancyStrategy.SCHEMA, 7, true, true),
                        clock));
    }

    @Test
    void printsNoPassword() {
        DataFlowConfig config = of().withUrl("postgresql://ann:hush@h/db?x=1").withPassword(new Secret("hush"));
        assertThat(config.toString()).doesNotContain("hush").contains("postgresql://ann:***@h/db?x=1");
        assertThat(Secret.mask("jdbc:mysql://h/db?password=hu&sh&a=b"))
                .isEqualTo("jdbc:mysql://h/db?password=***&sh&a=b");
        assertThat(Secret.mask("postgres://ann:hu@sh/x@h/db")).isEqualTo("postgres://ann:***@h/db");
        assertThat(Secret.mask("jdbc:mysql://address=(host=h)(password=hush)/db"))
                .doesNotContain("hush");
    }

    @Test
    void warnsOnceOfVariablesItDoesNotKnow() {
        ByteArrayOutputStream log = new ByteArrayOutputStream();
        PrintStream before = System.err;
        System.setErr(new PrintStream(log, true, StandardCharsets.UTF_8));
        try {
            DataFlowConfig.from(Map.of("DATAFLOW_POOLSIZE", "3", "DATAFLOW_OF_OTHERS", "x", "OTHER", "y"));
        } finally {
            System.setErr(before);
        }
        assertThat(log.toString(StandardCharsets.UTF_8))
                .containsOnlyOnce("WARN")
                .contains("DATAFLOW_POOLSIZE (did you mean DATAFLOW_POOL_SIZE?)")
                .contains("DATAFLOW_OF_OTHERS")
                .doesNotContain("OTHER,");
    }
}
