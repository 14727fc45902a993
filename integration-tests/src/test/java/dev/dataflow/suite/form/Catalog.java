package dev.dataflow.suite.form;

import dev.dataflow.annotations.Model;
import dev.dataflow.annotations.References;
import dev.dataflow.annotations.Unique;
import org.jspecify.annotations.Nullable;

/** Models in another type, one of which mentions its own generated types. */
public final class Catalog {

    private Catalog() {}

    /** A nested record. */
    @Model
    public record Item(@Nullable Long id, @Unique String code, int stock) {

        public Catalog_ItemPatch restocked(Catalog_ItemPatch patch) {
            return patch.stock(stock + 1);
        }
    }

    /** A nested class in an interface, which refers to a nested record. */
    public interface Shelf {

        @Model
        class Place {
            @Nullable
            Integer id;

            @References(Item.class)
            long itemId;

            String name = "";
        }
    }
}
