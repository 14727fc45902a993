package shop;

import static dev.dataflow.node.Conflict.SKIP;
import static shop.CustomerTable.CUSTOMER;

import dev.dataflow.node.BulkResult;
import java.util.List;
import java.util.UUID;

/** Customers with keys DataFlow makes. */
final class AddCustomers implements Step {

    @Override
    public String title() {
        return "BulkCreate: customers; those with a known e-mail stay as they are";
    }

    @Override
    public void run(Stage stage) {
        CustomerNodes customers = stage.nodes().customers();
        List<Customer> list = CustomerSource.customers();
        BulkResult<UUID> done = stage.call(
                "customers.bulkCreate(list, o -> o.onConflict(SKIP).conflictOn(CUSTOMER.EMAIL).returnIds())",
                () -> customers.bulkCreate(
                        list, o -> o.onConflict(SKIP).conflictOn(CUSTOMER.EMAIL).returnIds()));
        stage.result("%,d given: %,d inserted, %,d skipped", done.processed(), done.inserted(), done.skipped());
        stage.notes().customers(done.ids());
    }
}
