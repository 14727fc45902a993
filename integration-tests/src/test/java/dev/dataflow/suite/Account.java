package dev.dataflow.suite;

import dev.dataflow.annotations.Model;
import dev.dataflow.annotations.References;
import org.jspecify.annotations.Nullable;
import shop.Customer;

/** References to one model twice, and to itself. */
@Model(timestamps = false)
public record Account(
        Long id,

        @References(value = Customer.class, inverse = "billedAccounts")
        long billingCustomerId,

        @Nullable @References(value = Customer.class, inverse = "shippedAccounts")
        Long shippingCustomerId,

        @Nullable @References(value = Account.class, inverse = "children")
        Long parentId) {}
