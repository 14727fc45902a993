package dev.dataflow.suite;

import static org.assertj.core.api.Assertions.assertThat;
import static store.PurchaseTable.PURCHASE;

import dev.dataflow.query.Page;
import dev.dataflow.testing.TestDatabase;
import dev.dataflow.transaction.StatementEvent;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import store.Address;
import store.Category;
import store.Client;
import store.ClientNodes;
import store.Line;
import store.Product;
import store.Purchase;
import store.Stock;
import store.StockKey;
import store.StockNodes;

/** Rows with what their relations lead to, in one statement for each relation, typed and as maps. */
class IncludeTest extends StoreSuite {

    IncludeTest(TestDatabase database) {
        super(database);
    }

    record PurchaseView(Long id, BigDecimal total, Client client, List<Line> lines) {}

    @Test
    void aThousandPurchasesWithClientAndLinesAreThreeStatements() {
        List<Client> clients =
                IntStream.range(0, 10).mapToObj(i -> client("C" + i)).toList();
        Address address = address("Bath");
        product("pen");
        purchases.bulkCreate(IntStream.range(0, 1000)
                .mapToObj(i -> new Purchase(
                        null, clients.get(i % 10).id(), address.id(), null, BigDecimal.valueOf(i), 1, null, null))
                .toList());
        List<Purchase> stored = purchases.list(q -> q.limit(1000)).records();
        lines.bulkCreate(stored.stream()
                .flatMap(purchase -> IntStream.range(0, 3).mapToObj(i -> new Line(null, purchase.id(), "pen", i)))
                .toList());
        STATEMENTS.clear();

        List<PurchaseView> views =
                purchases.list(q -> q.limit(1000), PurchaseView.class).records();
        assertThat(tables()).containsExactly("store.Purchase", "store.Client", "store.Line");
        assertThat(STATEMENTS.stream().map(StatementEvent::rows)).containsExactly(1000L, 10L, 3000L);
        assertThat(views).hasSize(1000);
        for (int i = 0; i < 1000; i++) {
            Purchase purchase = stored.get(i);
            assertThat(views.get(i).id()).isEqualTo(purchase.id());
            assertThat(views.get(i).client()).isEqualTo(clients.get(i % 10));
            assertThat(views.get(i).lines())
                    .extracting(Line::purchaseId, Line::quantity)
                    .containsExactly(
                            org.assertj.core.groups.Tuple.tuple(purchase.id(), 0),
                            org.assertj.core.groups.Tuple.tuple(purchase.id(), 1),
                            org.assertj.core.groups.Tuple.tuple(purchase.id(), 2));
        }

        STATEMENTS.clear();
        Map<String, Object> page =
                df.node("PurchaseListNode").run(Map.of("limit", 1000, "include", List.of("client", "lines")));
        assertThat(STATEMENTS).hasSize(3);
        assertThat(records(page)).hasSize(1000).allSatisfy(row -> {
            assertThat((List<?>) row.get("lines")).hasSize(3);
            assertThat((Map<?, ?>) row.get("client")).extracting("id").isEqualTo(row.get("client_id"));
        });
    }

    record Place(String city) {}

    record Delivery(Long id, Place billingAddress, Optional<Place> shippingAddress) {}

    @Test
    void severalReferencesToOneTargetAreToldApart() {
        Client client = client("Ann");
        Address bath = address("Bath");
        Address york = address("York");
        Purchase sent = purchase(client, bath, york, "1.00");
        Purchase kept = purchase(client, york, null, "2.00");
        STATEMENTS.clear();
        assertThat(purchases.list(q -> {}, Delivery.class).records())
                .containsExactly(
                        new Delivery(sent.id(), new Place("Bath"), Optional.of(new Place("York"))),
                        new Delivery(kept.id(), new Place("York"), Optional.empty()));
        assertThat(STATEMENTS).hasSize(3);

        record Used(String city, Collection<Purchase> billedPurchases, Iterable<Purchase> shippedPurchases) {}
        List<Used> used = store.AddressNodes.on(df).list(q -> {}, Used.class).records();
        assertThat(used).extracting(Used::city).containsExactly("Bath", "York");
        assertThat(used.get(0).billedPurchases()).containsExactly(sent);
        assertThat(used.get(0).shippedPurchases()).isEmpty();
        assertThat(used.get(1).billedPurchases()).containsExactly(kept);
        assertThat(used.get(1).shippedPurchases()).containsExactly(sent);

        Map<String, Object> read = df.node("PurchaseReadNode")
                .run(Map.of("id", kept.id(), "include", List.of("billing_address", "shippingAddress")));
        assertThat(read).containsEntry("shipping_address", null).containsEntry("found", true);
        assertThat((Map<?, ?>) read.get("billing_address")).extracting("city").isEqualTo("York");
    }

    record Root(String name, @Nullable Category parent, List<Branch> children) {}

    record Branch(String name, List<Category> children) {}

    private Category category(String name, @Nullable UUID parent) {
        return categories.create(d -> d.name(name).parentId(parent));
    }

    @Test
    void treesAreReadLevelByLevel() {
        Category root = category("root", null);
        Category left = category("left", root.id());
        Category right = category("right", root.id());
        Category leaf = category("leaf", right.id());
        STATEMENTS.clear();
        List<Root> roots = categories
                .list(q -> q.sort("name").filter(java.util.Collections.singletonMap("parent_id", null)), Root.class)
                .records();
        assertThat(roots)
                .containsExactly(new Root(
                        "root", null, List.of(new Branch("left", List.of()), new Branch("right", List.of(leaf)))));
        // no parent is looked for where there is none
        assertThat(STATEMENTS).hasSize(3);

        record Child(String name, Optional<Category> parent) {}
        assertThat(categories.readAll(List.of(leaf.id(), root.id(), left.id()), Child.class))
                .containsExactly(
                        new Child("leaf", Optional.of(right)),
                        new Child("root", Optional.empty()),
                        new Child("left", Optional.of(root)));

        Map<String, Object> read = df.node("CategoryReadNode")
                .run(Map.of("id", leaf.id(), "include", List.of("parent.parent", "parent.children")));
        Map<?, ?> parent = (Map<?, ?>) read.get("parent");
        assertThat(parent.get("name")).isEqualTo("right");
        assertThat((Map<?, ?>) parent.get("parent")).extracting("name").isEqualTo("root");
        assertThat((List<?>) parent.get("children")).hasSize(1);
    }

    @Test
    void moreRowsThanOneStatementHoldsKeysOfAreReadInSeveral() {
        Category root = category("root", null);
        int many = (1 << 14) + 10;
        List<Category> children = IntStream.range(0, many)
                .mapToObj(i -> new Category(new UUID(7, i), "child " + i, root.id()))
                .toList();
        categories.bulkCreate(children);
        category("first", children.get(0).id());
        category("last", children.get(many - 1).id());
        STATEMENTS.clear();
        Root tree = categories.read(root.id(), Root.class).orElseThrow();
        assertThat(STATEMENTS).hasSize(4);
        assertThat(tree.children()).hasSize(many);
        assertThat(tree.children().stream()
                        .flatMap(branch -> branch.children().stream())
                        .map(Category::name))
                .containsExactlyInAnyOrder("first", "last");
    }

    @Test
    void rowsWithACompositeKeyLeadAndAreLedTo() {
        Address bath = address("Bath");
        Address york = address("York");
        product("pen");
        product("ink");
        StockNodes stocks = StockNodes.on(df);
        Stock penInYork = stocks.create(new Stock("pen", york.id(), 3));
        Stock penInBath = stocks.create(new Stock("pen", bath.id(), 2));
        Stock inkInBath = stocks.create(new Stock("ink", bath.id(), 1));
        STATEMENTS.clear();
        record Shelf(String code, List<Stock> stocks) {}
        assertThat(store.ProductNodes.on(df)
                        .list(q -> q.sort("-code"), Shelf.class)
                        .records())
                .containsExactly(new Shelf("pen", List.of(penInBath, penInYork)), new Shelf("ink", List.of(inkInBath)));
        assertThat(STATEMENTS).hasSize(2);

        record Place(int pieces, Address address, Product product) {}
        assertThat(stocks.readAll(List.of(new StockKey("pen", york.id()), new StockKey("ink", bath.id())), Place.class))
                .containsExactly(
                        new Place(3, york, new Product("pen", "The pen")),
                        new Place(1, bath, new Product("ink", "The ink")));
        assertThat(stocks.read(new StockKey("pen", bath.id()), Place.class))
                .get()
                .extracting(Place::pieces)
                .isEqualTo(2);
        assertThat(STATEMENTS).hasSize(8);

        Map<String, Object> read = df.node("StockReadNode")
                .run(Map.of(
                        "id", Map.of("product", "pen", "address_id", york.id()),
                        "fields", "pieces",
                        "include", "address.stocks"));
        assertThat(read).containsOnlyKeys("pieces", "address", "found");
        assertThat((List<?>) ((Map<?, ?>) read.get("address")).get("stocks")).hasSize(1);
    }

    record Pair<A>(A id, Client client) {}

    @Test
    void recordsMayBeGeneric() {
        Client ann = client("Ann");
        Purchase purchase = purchase(ann, address("Bath"), null, "1.00");
        product("pen");
        line(purchase, "pen", 1);
        record View(int quantity, Pair<Long> purchase) {}
        assertThat(lines.list(q -> {}, View.class).records())
                .containsExactly(new View(1, new Pair<>(purchase.id(), ann)));
    }

    @Test
    void pathsMayComeBackToWhereTheyBegan() {
        Client ann = client("Ann");
        client("Bob");
        Address address = address("Bath");
        Purchase purchase = purchase(ann, address, null, "1.00");
        product("pen");
        line(purchase, "pen", 2);
        record LineView(int quantity, Product product) {}
        record Order(BigDecimal total, Client client, List<LineView> lines) {}
        record ClientView(String name, List<Order> purchases) {}
        STATEMENTS.clear();
        assertThat(ClientNodes.on(df)
                        .list(q -> q.sort("name"), ClientView.class)
                        .records())
                .containsExactly(
                        new ClientView(
                                "Ann",
                                List.of(new Order(
                                        purchase.total(),
                                        ann,
                                        List.of(new LineView(2, new Product("pen", "The pen")))))),
                        new ClientView("Bob", List.of()));
        assertThat(STATEMENTS).hasSize(5);

        STATEMENTS.clear();
        Map<String, Object> page =
                df.node("ClientListNode").run(Map.of("sort", "name", "include", "purchases.client.purchases.lines"));
        assertThat(STATEMENTS).hasSize(5);
        assertThat(records(page).toString()).contains("quantity=2");
        assertThat(records(page).get(1)).containsEntry("purchases", List.of());
    }

    @Test
    void pagesTotalsAndOrderStayAsTheyAre() {
        Client client = client("Ann");
        Address address = address("Bath");
        product("pen");
        for (int i = 0; i < 5; i++) {
            Purchase purchase = purchase(client, address, null, i + ".00");
            line(purchase, "pen", 1);
            line(purchase, "pen", 1);
        }
        Page<PurchaseView> page = purchases.list(
                q -> q.orderBy(PURCHASE.TOTAL.desc()).limit(2).offset(1).withTotal(), PurchaseView.class);
        assertThat(page.total()).hasValue(5);
        assertThat(page.records())
                .extracting(PurchaseView::total)
                .containsExactly(new BigDecimal("3.00"), new BigDecimal("2.00"));
        assertThat(page.records()).allSatisfy(view -> assertThat(view.lines()).hasSize(2));
        assertThat(purchases
                        .list(q -> q.filter(Map.of("total", 77)), PurchaseView.class)
                        .records())
                .isEmpty();
    }

    @Test
    void includedRowsAreThoseOfTheTransaction() {
        Client client = client("Ann");
        Address address = address("Bath");
        product("pen");
        df.transaction(tx -> {
            Purchase purchase = purchase(client, address, null, "1.00");
            line(purchase, "pen", 7);
            assertThat(purchases
                            .read(purchase.id(), PurchaseView.class)
                            .orElseThrow()
                            .lines())
                    .extracting(Line::quantity)
                    .containsExactly(7);
        });
    }

    @Test
    void mapsOfSomeFieldsAndARelation() {
        Purchase purchase = purchase(client("Ann"), address("Bath"), null, "1.00");
        STATEMENTS.clear();
        Map<String, Object> page =
                df.node("PurchaseListNode").run(Map.of("fields", List.of("total"), "include", List.of("client")));
        assertThat(records(page).get(0)).containsOnlyKeys("total", "client").containsEntry("total", purchase.total());
        assertThat(STATEMENTS.get(0).sql()).contains("client_id").doesNotContain("priority");
    }
}
