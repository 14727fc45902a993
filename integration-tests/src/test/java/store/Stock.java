package store;

import dev.dataflow.annotations.Id;
import dev.dataflow.annotations.Model;
import dev.dataflow.annotations.References;

@Model
public record Stock(
        @Id @References(value = Product.class, inverse = "stocks")
        String product,

        @Id @References(value = Address.class, inverse = "stocks")
        long addressId,

        int pieces) {}
