package shop;

import java.util.List;
import java.util.Map;

/** Nodes found by name, with maps in and out, as workflows use them. */
final class RunByName implements Step {

    @Override
    public String title() {
        return "Map face: nodes by name, maps in and out";
    }

    @Override
    public void run(Stage stage) {
        Map<String, Object> fields = Map.of(
                "number", stage.notes().passing("D"),
                "customer_id", stage.notes().customers().get(0).toString(),
                "total", "9.90");
        Map<String, ?> created = stage.call(
                "df.node(\"OrderCreateNode\").run(Map.of(\"number\", n, \"customer_id\", \"...\", \"total\", \"9.90\"))",
                () -> stage.df().node("OrderCreateNode").run(fields));
        stage.result("status %s, total %s, keys %s", created.get("status"), created.get("total"), created.keySet());
        Map<String, Object> query =
                Map.of("filter", Map.of("status", "CANCELLED"), "sort", List.of(Map.of("total", -1)), "limit", 2);
        Map<String, ?> listed = stage.call(
                "df.node(\"OrderListNode\").run(Map.of(\"filter\", Map.of(\"status\", \"CANCELLED\"),"
                        + " \"sort\", List.of(Map.of(\"total\", -1)), \"limit\", 2))",
                () -> stage.df().node("OrderListNode").run(query));
        stage.result("count %s, keys %s", listed.get("count"), listed.keySet());
    }
}
