package shop;

import dev.dataflow.DataFlow;

/** The nodes of all models of the shop. */
record ShopNodes(
        CurrencyNodes currencies,
        TimeZoneNodes timeZones,
        CountryNodes countries,
        CustomerNodes customers,
        ProductNodes products,
        OrderNodes orders,
        OrderLineNodes orderLines) {

    static ShopNodes on(DataFlow df) {
        return new ShopNodes(
                CurrencyNodes.on(df),
                TimeZoneNodes.on(df),
                CountryNodes.on(df),
                CustomerNodes.on(df),
                ProductNodes.on(df),
                OrderNodes.on(df),
                OrderLineNodes.on(df));
    }
}
