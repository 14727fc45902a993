package shop;

import static dev.dataflow.node.Conflict.UPSERT;
import static shop.ProductTable.PRODUCT;

import dev.dataflow.node.BulkResult;
import java.util.List;

/** Products with keys the database counts. */
final class AddProducts implements Step {

    @Override
    public String title() {
        return "BulkCreate: products; those with a known SKU get the new values";
    }

    @Override
    public void run(Stage stage) {
        ProductNodes products = stage.nodes().products();
        List<Product> list = ProductSource.products();
        BulkResult<Long> done = stage.call(
                "products.bulkCreate(list, o -> o.onConflict(UPSERT).conflictOn(PRODUCT.SKU).returnIds())",
                () -> products.bulkCreate(
                        list, o -> o.onConflict(UPSERT).conflictOn(PRODUCT.SKU).returnIds()));
        stage.result("%,d given: %,d inserted, %,d updated", done.processed(), done.inserted(), done.updated());
        stage.notes().products(done.ids());
    }
}
