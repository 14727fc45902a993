package dev.dataflow.suite.form;

import static dev.dataflow.suite.form.BeanTable.BEAN;
import static dev.dataflow.suite.form.Catalog_ItemTable.CATALOG_ITEM;
import static dev.dataflow.suite.form.PersonTable.PERSON;
import static dev.dataflow.suite.form.PointTable.POINT;
import static dev.dataflow.suite.form.SensorTable.SENSOR;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dataflow.DataFlow;
import dev.dataflow.error.DataFlowException;
import dev.dataflow.error.ErrorCode;
import dev.dataflow.query.BulkQuery;
import dev.dataflow.testing.EveryEngine;
import dev.dataflow.testing.TestDatabase;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.AfterParameterizedClassInvocation;
import org.junit.jupiter.params.BeforeParameterizedClassInvocation;

/** Every form of model goes through every kind of node. */
@EveryEngine
class FormsTest {

    private static DataFlow df;

    FormsTest(TestDatabase database) {}

    @BeforeParameterizedClassInvocation
    static void open(TestDatabase database) {
        df = DataFlow.builder()
                .url(database.url())
                .models(
                        Bean.class,
                        Money.class,
                        Catalog.Item.class,
                        Catalog.Shelf.Place.class,
                        Person.class,
                        Point.class,
                        Sensor.class,
                        Event.class)
                .build();
    }

    @AfterParameterizedClassInvocation
    static void close() {
        df.close();
    }

    @BeforeEach
    void empty() {
        Catalog_Shelf_PlaceNodes.on(df).bulkDelete(BulkQuery::confirmed);
        Catalog_ItemNodes.on(df).bulkDelete(BulkQuery::confirmed);
        BeanNodes.on(df).bulkDelete(BulkQuery::confirmed);
        MoneyNodes.on(df).bulkDelete(BulkQuery::confirmed);
        PersonNodes.on(df).bulkDelete(BulkQuery::confirmed);
        PointNodes.on(df).bulkDelete(BulkQuery::confirmed);
        SensorNodes.on(df).bulkDelete(BulkQuery::confirmed);
    }

    @AfterEach
    void noConnectionIsLeaked() {
        assertThat(df.activeConnections()).as("connections in use").isZero();
    }

    private static Bean bean(String label, int count) {
        Bean bean = new Bean();
        bean.label(label);
        bean.setOpen(true);
        bean.setUrgent(null);
        bean.amount(new BigDecimal("2.25"));
        bean.count = count;
        bean.note = label + "!";
        return bean;
    }

    @Test
    void aBeanIsCreatedReadAndChanged() {
        BeanNodes nodes = BeanNodes.on(df);
        Bean given = bean("a", 1);

        Bean created = nodes.create(given);

        assertThat(given.getId()).as("the argument is left alone").isNull();
        assertThat(given.getCreatedAt()).isNull();
        assertThat(created).isNotSameAs(given);
        long id = Objects.requireNonNull(created.getId());
        assertThat(created.getCreatedAt()).isNotNull();
        Bean read = nodes.read(id).orElseThrow();
        assertThat(read).usingRecursiveComparison().isEqualTo(created);
        assertThat(List.of(read.getLabel(), read.isOpen(), read.amount(), read.count, read.note))
                .containsExactly("a", true, new BigDecimal("2.25"), 1, "a!");
        assertThat(read.getIsUrgent()).isNull();

        Bean patched = nodes.update(id, p -> p.isUrgent(true).count(5).note(null));
        assertThat(List.of(patched.getIsUrgent(), patched.count)).containsExactly(true, 5);
        assertThat(patched.note).isNull();
        assertThat(nodes.update(read, p -> p.open(false)).isOpen()).isFalse();
        assertThat(nodes.modify(id, (row, p) -> p.count(row.count + 1)).count).isEqualTo(6);
        assertThat(nodes.create(d -> d.label("d").open(false).count(1)).amount())
                .isEqualByComparingTo("1.50");
        assertThat(nodes.list(q -> q.where(BEAN.LABEL.eq("a"))).records()).hasSize(1);
        assertThat(nodes.delete(id)).isTrue();
    }

    @Test
    void beansAreWrittenInBulk() {
        BeanNodes nodes = BeanNodes.on(df);
        List<Long> ids = nodes.bulkCreate(List.of(bean("a", 1), bean("b", 2)), o -> o.returnIds())
                .ids();
        assertThat(nodes.readAll(ids)).extracting(Bean::getLabel).containsExactly("a", "b");

        List<Bean> rows = nodes.readAll(ids);
        rows.forEach(row -> row.count += 10);
        assertThat(nodes.bulkUpdate(rows).updated()).isEqualTo(2);
        assertThat(nodes.bulkUpsert(List.of(bean("b", 20), bean("c", 30)), o -> o.conflictOn(BEAN.LABEL))
                        .inserted())
                .isEqualTo(1);
        assertThat(nodes.list(q -> q.orderBy(BEAN.LABEL)).records())
                .extracting(row -> row.count)
                .containsExactly(11, 20, 30);
        assertThat(nodes.upsert(
                                d -> d.label("c").open(true).count(0),
                                o -> o.conflictOn(BEAN.LABEL).update(p -> p.count(31)))
                        .record()
                        .count)
                .isEqualTo(31);
        assertThat(nodes.count(q -> q.where(BEAN.COUNT.gt(15)))).isEqualTo(2);
    }

    @Test
    void tableAndColumnNamesAreThoseWritten() {
        BeanNodes.on(df).create(bean("a", 1));
        assertThat(BEAN.getName()).isEqualTo("bean_rows");
        assertThat(BEAN.fields())
                .extracting(field -> field.getName())
                .containsExactly(
                        "id", "tag", "open", "is_urgent", "amount", "count", "note", "created_at", "updated_at");
        assertThat(df.node("BeanListNode")
                        .run(Map.of("filter", Map.of("tag", "a")))
                        .get("count"))
                .isEqualTo(1);
    }

    @Test
    void anImmutableClassIsMadeByItsConstructor() {
        MoneyNodes nodes = MoneyNodes.on(df);
        UUID id = UUID.randomUUID();
        Money money = nodes.create(new Money("EUR", BigDecimal.TEN, null, id));
        assertThat(List.of(money.getId(), money.currency(), money.amount.intValueExact()))
                .containsExactly(id, "EUR", 10);
        assertThat(nodes.update(id, p -> p.note("n").currency("CHF")).currency())
                .isEqualTo("CHF");
        assertThat(nodes.bulkUpsert(List.of(new Money("USD", BigDecimal.ONE, "u", id)))
                        .updated())
                .isEqualTo(1);
        assertThat(nodes.read(id).orElseThrow().getNote()).isEqualTo("u");
        assertThatThrownBy(() -> nodes.create(d -> d.currency(" ").amount(BigDecimal.ONE)))
                .isInstanceOf(RuntimeException.class);
        assertThat(nodes.count())
                .as("what the constructor refuses is not stored")
                .isEqualTo(1);
    }

    @Test
    void nestedModelsHaveNodesOfTheirFullName() {
        Catalog_ItemNodes items = Catalog_ItemNodes.on(df);
        Catalog.Item item = items.create(new Catalog.Item(null, "i-1", 3));
        long id = Objects.requireNonNull(item.id());
        assertThat(items.modify(id, (row, p) -> row.restocked(p)).stock()).isEqualTo(4);
        Catalog.Shelf.Place place =
                Catalog_Shelf_PlaceNodes.on(df).create(d -> d.itemId(id).name("top"));
        assertThat(place.itemId).isEqualTo(id);
        assertThatThrownBy(() -> items.delete(id)).isInstanceOf(DataFlowException.class);
        assertThat(items.bulkUpsert(List.of(new Catalog.Item(null, "i-1", 9)), o -> o.conflictOn(CATALOG_ITEM.CODE))
                        .updated())
                .isEqualTo(1);
        assertThat(df.node("Catalog_ItemReadNode").run(Map.of("id", id))).containsEntry("stock", 9);
        assertThat(df.node("dev.dataflow.suite.form.Catalog_Shelf_PlaceCountNode")
                        .run(Map.of()))
                .containsEntry("count", 1L);
        assertThatThrownBy(() -> df.node("ItemReadNode"))
                .extracting(e -> ((DataFlowException) e).code())
                .isEqualTo(ErrorCode.NODE_UNKNOWN);
    }

    @Test
    void nodesMayBeLeftOut() {
        EventNodes events = EventNodes.on(df);
        Event event = events.create(d -> d.name("e"));
        assertThat(df.node("EventReadNode").run(Map.of("id", Objects.requireNonNull(event.id()))))
                .containsEntry("name", "e");
        assertThat(events.bulkDelete(BulkQuery::confirmed).deleted()).isEqualTo(1);
        assertThatThrownBy(() -> df.node("EventUpdateNode"))
                .isInstanceOfSatisfying(
                        DataFlowException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.NODE_LEFT_OUT))
                .hasMessageContaining("add NodeKind.UPDATE");
        assertThat(EventNodes.class.getMethods())
                .extracting(java.lang.reflect.Method::getName)
                .contains("create", "read", "readAll", "bulkDelete")
                .doesNotContain("update", "modify", "list", "count", "upsert", "bulkCreate", "bulkUpsert", "delete");
    }

    @Test
    void lombokBeans() {
        PersonNodes nodes = PersonNodes.on(df);
        Person ann = new Person();
        ann.setEmail("ann@x.com");
        ann.setAdmin(true);
        Person created = nodes.create(ann);
        assertThat(created).isEqualTo(ann);
        assertThat(ann.getId()).isNull();
        long id = Objects.requireNonNull(created.getId());
        assertThat(nodes.update(id, p -> p.name("Ann").active(true)).getName()).isEqualTo("Ann");
        Person read = nodes.read(id).orElseThrow();
        assertThat(List.of(read.isActive(), read.isAdmin())).containsExactly(true, true);
        ann.setName("Anna");
        assertThat(nodes.bulkUpsert(List.of(ann), o -> o.conflictOn(PERSON.EMAIL))
                        .updated())
                .isEqualTo(1);
        assertThat(df.node("PersonReadNode").run(Map.of("id", id))).containsEntry("full_name", "Anna");
    }

    @Test
    void lombokValues() {
        PointNodes nodes = PointNodes.on(df);
        Point point = Point.builder().id("p").x(1).y(2).build();
        assertThat(nodes.create(point)).isEqualTo(point);
        assertThat(nodes.update("p", p -> p.y(3)))
                .isEqualTo(point.toBuilder().y(3).build());
        List<Point> more = List.of(new Point("q", 1, 7), new Point("r", 4, 4));
        assertThat(nodes.bulkUpsert(more, o -> o.conflictOn(POINT.X)).inserted())
                .isEqualTo(1);
        assertThat(nodes.list(q -> q.orderBy(POINT.X)).records())
                .containsExactly(new Point("p", 1, 7), new Point("r", 4, 4));
    }

    @Test
    void lombokParts() {
        SensorNodes nodes = SensorNodes.on(df);
        Sensor sensor = nodes.create(new Sensor(null, "s", 1.5));
        long id = Objects.requireNonNull(sensor.id());
        assertThat(nodes.read(id).orElseThrow().value()).isEqualTo(1.5);
        assertThat(nodes.bulkCreate(List.of(new Sensor(null, "t", 2)), o -> o.returnIds())
                        .ids())
                .hasSize(1);
        assertThat(nodes.upsert(
                                d -> d.name("s").value(3),
                                o -> o.conflictOn(SENSOR.NAME).update(p -> p.value(4)))
                        .record()
                        .value())
                .isEqualTo(4);
    }
}
