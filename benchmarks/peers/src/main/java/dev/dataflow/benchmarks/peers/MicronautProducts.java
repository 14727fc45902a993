package dev.dataflow.benchmarks.peers;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.repository.CrudRepository;
import java.util.List;

/** What the repositories of the dialects have in common. */
interface MicronautProducts extends CrudRepository<MicronautProduct, Long> {

    /** Inserts a row, or updates one; each dialect completes it. */
    String INSERT = "insert into products (number, title, description, stock, listed, price, changed, created_at,"
            + " updated_at) values (:number, :title, :description, :stock, :listed, :price, :changed, :createdAt,"
            + " :updatedAt)";

    /** A batch; the repository's own update would write the time of creation, too. */
    @Query("update products set number = :number, title = :title, description = :description, stock = :stock,"
            + " listed = :listed, price = :price, changed = :changed, updated_at = :updatedAt where id = :id")
    void rewrite(List<MicronautProduct> rows);

    /** A batch; repositories have no upsert. */
    void upsert(List<MicronautProduct> rows);

    /** How many rows there were. */
    @Query("delete from products where stock >= :stock")
    int remove(int stock);
}
