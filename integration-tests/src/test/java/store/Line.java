package store;

import dev.dataflow.annotations.Model;
import dev.dataflow.annotations.References;

@Model
public record Line(
        Long id,

        @References(value = Purchase.class, inverse = "lines")
        long purchaseId,

        @References(value = Product.class, inverse = "lines")
        String product,

        int quantity) {}
