package shop;

/** What the shop holds in the end. */
final class ShowTotals implements Step {

    @Override
    public String title() {
        return "Rows in the shop";
    }

    @Override
    public void run(Stage stage) {
        ShopNodes nodes = stage.nodes();
        row(stage, "currencies", nodes.currencies().count());
        row(stage, "time_zones", nodes.timeZones().count());
        row(stage, "countries", nodes.countries().count());
        row(stage, "products", nodes.products().count());
        row(stage, "customers", nodes.customers().count());
        row(stage, "orders", nodes.orders().count());
        row(stage, "order_lines", nodes.orderLines().count());
    }

    private static void row(Stage stage, String table, long rows) {
        stage.result("%-12s %,9d", table, rows);
    }
}
