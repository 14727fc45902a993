package dev.dataflow.suite.program;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a {@link World} knows of a model.
 *
 * @param name its name
 * @param key its key
 * @param soft whether deleted rows are kept
 * @param versioned whether rows count their changes
 * @param unique fields whose values no two live rows share
 * @param forever fields whose values no two rows share, deleted or not
 * @param plain a field with a few values, by which rows are found
 * @param links its references
 */
record Shape(
        String name,
        String key,
        boolean soft,
        boolean versioned,
        List<String> unique,
        List<String> forever,
        String plain,
        List<Link> links) {

    /** What a delete of the row a reference points to does to the row that has it. */
    enum Action {
        CASCADE,
        SET_NULL,
        RESTRICT
    }

    /**
     * A reference.
     *
     * @param field the field
     * @param target the name of the model it points to
     * @param back the relation back
     */
    record Link(String field, String target, String back, Action action) {}

    static final Shape AUTHOR = new Shape("Author", "id", true, false, List.of("email"), List.of(), "name", List.of());
    static final Shape ARTICLE = new Shape(
            "Article",
            "id",
            true,
            true,
            List.of("slug"),
            List.of(),
            "views",
            List.of(new Link("author_id", "Author", "articles", Action.CASCADE)));
    static final Shape REMARK = new Shape(
            "Remark",
            "id",
            true,
            false,
            List.of(),
            List.of(),
            "text",
            List.of(
                    new Link("article_id", "Article", "remarks", Action.CASCADE),
                    new Link("parent_id", "Remark", "answers", Action.CASCADE)));
    static final Shape BOOKMARK = new Shape(
            "Bookmark",
            "id",
            false,
            true,
            List.of(),
            List.of(),
            "label",
            List.of(new Link("article_id", "Article", "bookmarks", Action.SET_NULL)));
    static final Shape CONTRACT = new Shape(
            "Contract",
            "id",
            false,
            false,
            List.of(),
            List.of(),
            "terms",
            List.of(new Link("author_id", "Author", "contracts", Action.RESTRICT)));
    static final Shape COUPON = new Shape(
            "Coupon",
            "code",
            true,
            true,
            List.of("place"),
            List.of("serial"),
            "amount",
            List.of(new Link("author_id", "Author", "coupons", Action.SET_NULL)));

    static final Shape REDEMPTION = new Shape(
            "Redemption",
            "id",
            false,
            false,
            List.of(),
            List.of(),
            "note",
            List.of(new Link("coupon_id", "Coupon", "redemptions", Action.SET_NULL)));

    static final Shape CLAIM = new Shape(
            "Claim",
            "id",
            true,
            true,
            List.of(),
            List.of(),
            "title",
            List.of(new Link("coupon_id", "Coupon", "claims", Action.RESTRICT)));

    /** All models; those that are pointed to come first. */
    static final List<Shape> ALL = List.of(AUTHOR, ARTICLE, REMARK, BOOKMARK, CONTRACT, COUPON, REDEMPTION, CLAIM);

    /** Those whose deleted rows are kept. */
    static final List<Shape> SOFT = ALL.stream().filter(Shape::soft).toList();

    /** Those whose rows have versions. */
    static final List<Shape> VERSIONED = ALL.stream().filter(Shape::versioned).toList();

    /** The model of a name. */
    static Shape named(String name) {
        return ALL.stream()
                .filter(shape -> shape.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    /** All fields but the key, as NULL. */
    Map<String, @Nullable Object> fields() {
        Map<String, @Nullable Object> fields = new TreeMap<>();
        unique.forEach(field -> fields.put(field, null));
        forever.forEach(field -> fields.put(field, null));
        fields.put(plain, null);
        links.forEach(link -> fields.put(link.field(), null));
        return fields;
    }

    /** Whether callers say which key a new row has. */
    boolean assigned() {
        return !key.equals("id");
    }

    /** The models that point to this one, once for each of their references. */
    Stream<Referring> referring() {
        return ALL.stream()
                .flatMap(shape -> shape.links().stream()
                        .filter(link -> link.target().equals(name))
                        .map(link -> new Referring(shape, link)));
    }

    /** Cheap: the names are different. */
    @Override
    public int hashCode() {
        return name.hashCode();
    }

    /** A reference with the model that has it. */
    record Referring(Shape shape, Link link) {}
}
