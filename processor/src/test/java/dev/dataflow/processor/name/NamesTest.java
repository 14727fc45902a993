package dev.dataflow.processor.name;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dataflow.model.DatabaseName;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NamesTest {

    @ParameterizedTest
    @CsvSource({
        "id, id",
        "customerId, customer_id",
        "URLPath, url_path",
        "address2, address2",
        "line2Text, line2_text",
        "x509Cert, x509_cert",
        "HTML5Page, html5_page",
        "userID, user_id",
        "aB, a_b",
        "A1B, a1_b",
        "first_name, first_name",
        "Line_Item, line_item",
        "order_, order_",
        "größeMax, größe_max",
        "ÜberTyp, über_typ",
        "I, i"
    })
    void snakeCase(String name, String expected) {
        assertThat(SnakeCase.of(name)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "Order, orders",
        "Customer, customers",
        "Country, countries",
        "Person, people",
        "OrderLine, order_lines",
        "Address, addresses",
        "Status, statuses",
        "OrderStatus, order_statuses",
        "Data, data",
        "UserInfo, user_infos",
        "Category, categories",
        "Box, boxes",
        "Child, children",
        "News, news",
        "URL, urls",
        "Outer_Order, outer_orders"
    })
    void tables(String type, String expected) {
        assertThat(TableName.of(type)).isEqualTo(expected);
    }

    @Test
    void longConstraintNamesAreCutAndHashed() {
        String table = "t".repeat(40);
        String first = DatabaseName.constraint("uk", table, List.of("a".repeat(30)));
        String second = DatabaseName.constraint("uk", table, List.of("a".repeat(31)));
        String umlauts = DatabaseName.constraint("ix", "ä".repeat(40), List.of("x"));

        assertThat(DatabaseName.constraint("fk", "orders", List.of("a", "b"))).isEqualTo("fk_orders_a_b");
        assertThat(first)
                .hasSize(DatabaseName.MAXIMUM_BYTES)
                .startsWith("uk_" + table)
                .isNotEqualTo(second);
        assertThat(umlauts.getBytes(StandardCharsets.UTF_8)).hasSizeLessThanOrEqualTo(DatabaseName.MAXIMUM_BYTES);
        assertThat(umlauts).startsWith("ix_ää").doesNotContain("\uFFFD");
    }

    @Test
    void suggestionsAreNearOrListWhatThereIs() {
        List<String> names = List.of("status", "total", "placedAt");
        assertThat(NearestName.suggest("statsu", names)).isEqualTo("did you mean `status`?");
        assertThat(NearestName.suggest("toatl", names)).isEqualTo("did you mean `total`?");
        assertThat(NearestName.suggest("placed_at", names)).isEqualTo("did you mean `placedAt`?");
        assertThat(NearestName.suggest("elephant", names)).isEqualTo("use one of status, total, placedAt.");
        assertThat(NearestName.suggest("x", List.of())).isEqualTo("there is none to choose from.");
        assertThat(NearestName.list(java.util.Collections.nCopies(22, "a"))).endsWith("a and 2 more");
    }

    @Test
    void takenNamesGetAnUnderscore() {
        UniqueNames names = new UniqueNames(List.of("ORDER", "ORDER_"));
        assertThat(names.claim("ORDER")).isEqualTo("ORDER__");
        assertThat(names.claim("ID")).isEqualTo("ID");
        assertThat(names.claim("ID")).isEqualTo("ID_");
    }
}
