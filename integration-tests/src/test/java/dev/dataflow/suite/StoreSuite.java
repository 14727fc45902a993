package dev.dataflow.suite;

import dev.dataflow.error.DataFlowException;
import dev.dataflow.error.ErrorCode;
import dev.dataflow.query.BulkQuery;
import dev.dataflow.testing.TestDatabase;
import dev.dataflow.transaction.StatementEvent;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.Assertions;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import store.Address;
import store.AddressNodes;
import store.CategoryNodes;
import store.Client;
import store.ClientNodes;
import store.LineNodes;
import store.ProductNodes;
import store.Purchase;
import store.PurchaseNodes;
import store.StockNodes;

/** Related models, emptied before each test. */
abstract class StoreSuite extends EngineSuite {

    final PurchaseNodes purchases = PurchaseNodes.on(df);
    final LineNodes lines = LineNodes.on(df);
    final CategoryNodes categories = CategoryNodes.on(df);

    StoreSuite(TestDatabase database) {
        super(database);
    }

    @BeforeEach
    void emptyStore() {
        lines.bulkDelete(BulkQuery::confirmed);
        StockNodes.on(df).bulkDelete(BulkQuery::confirmed);
        purchases.bulkDelete(BulkQuery::confirmed);
        ProductNodes.on(df).bulkDelete(BulkQuery::confirmed);
        ClientNodes.on(df).bulkDelete(BulkQuery::confirmed);
        AddressNodes.on(df).bulkDelete(BulkQuery::confirmed);
        categories.bulkUpdate(BulkQuery::confirmed, p -> p.parentId(null));
        categories.bulkDelete(BulkQuery::confirmed);
        STATEMENTS.clear();
    }

    Client client(String name) {
        return ClientNodes.on(df).create(d -> d.name(name));
    }

    Address address(String city) {
        return AddressNodes.on(df).create(d -> d.city(city));
    }

    void product(String code) {
        ProductNodes.on(df).create(d -> d.code(code).title("The " + code));
    }

    Purchase purchase(Client client, Address billing, @Nullable Address shipping, String total) {
        return purchases.create(d -> d.clientId(client.id())
                .billingAddressId(billing.id())
                .shippingAddressId(shipping == null ? null : shipping.id())
                .total(new BigDecimal(total))
                .priority(1));
    }

    void line(Purchase purchase, String product, int quantity) {
        lines.create(d -> d.purchaseId(purchase.id()).product(product).quantity(quantity));
    }

    /** The models of the statements run since the list was last cleared. */
    static List<String> tables() {
        return STATEMENTS.stream().map(StatementEvent::model).toList();
    }

    @SuppressWarnings("unchecked") // the shape of a list's answer
    static List<Map<String, @Nullable Object>> records(Map<String, @Nullable Object> answer) {
        return (List<Map<String, @Nullable Object>>) answer.get("records");
    }

    static String refused(ErrorCode code, ThrowingCallable call) {
        DataFlowException caught = Assertions.catchThrowableOfType(DataFlowException.class, call);
        Assertions.assertThat(caught).as("what is to be refused").isNotNull();
        Assertions.assertThat(caught.code()).as(caught.getMessage()).isEqualTo(code);
        Assertions.assertThat(caught.getMessage()).contains("\n  why: ").contains("\n  fix: ");
        Assertions.assertThat(STATEMENTS).as("statements of a refused call").isEmpty();
        return caught.getMessage();
    }
}
