package dev.dataflow.benchmarks.bulk;

import static dev.dataflow.benchmarks.bulk.ProductTable.PRODUCT;

import dev.dataflow.DataFlow;
import java.util.List;
import javax.sql.DataSource;

/** Our bulk nodes. */
public final class DataFlowBulk implements BulkPeer<Product> {

    private final DataFlow dataFlow;
    private final ProductNodes products;

    /** Opens it on a pool. */
    public DataFlowBulk(DataSource pool) {
        dataFlow = DataFlow.builder().dataSource(pool).build();
        products = ProductNodes.on(dataFlow);
    }

    @Override
    public Product row(Product product) {
        return product;
    }

    @Override
    public void create(List<Product> rows) {
        products.bulkCreate(rows);
    }

    @Override
    public List<Long> createReturning(List<Product> rows) {
        return products.bulkCreate(rows, o -> o.returnIds()).ids();
    }

    @Override
    public void update(List<Product> rows) {
        products.bulkUpdate(rows);
    }

    @Override
    public void upsert(List<Product> rows) {
        products.bulkUpsert(rows);
    }

    @Override
    public long delete(int stock) {
        return products.bulkDelete(q -> q.gte(PRODUCT.STOCK, stock)).deleted();
    }

    @Override
    public void close() {
        dataFlow.close();
    }
}
