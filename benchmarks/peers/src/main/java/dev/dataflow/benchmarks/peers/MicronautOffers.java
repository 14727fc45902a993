package dev.dataflow.benchmarks.peers;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.Query;
import io.micronaut.data.model.Pageable;
import io.micronaut.data.repository.CrudRepository;
import java.time.Instant;
import java.util.List;

/** What the repositories of the dialects have in common; queries are made when it is compiled. */
interface MicronautOffers extends CrudRepository<MicronautOffer, Long> {

    /** An update of three columns. */
    long update(@Id Long id, String title, int stock, Instant updatedAt);

    /** How many rows there were. */
    @Query("delete from offers where id = :id")
    int remove(long id);

    /** A page by key. */
    List<MicronautOffer> findByStockGreaterThanEqualsOrderById(int stock, Pageable page);

    /** A page by key. */
    List<MicronautOffer> findByStockOrderById(int stock, Pageable page);

    /** The rows in the order of stock and key. */
    @Query("select * from offers order by stock, id limit :size offset :start")
    List<MicronautOffer> inOrder(int size, int start);

    /** Those behind one. */
    @Query("select * from offers where stock >= :stock and (stock > :stock or id > :id) order by stock, id limit :size")
    List<MicronautOffer> behind(int stock, long id, int size);

    /** Groups. */
    @Query("select listed, count(*) as number_of, sum(stock) as stock, max(price) as price from offers"
            + " where stock >= :stock group by listed order by listed")
    List<MicronautTotal> totals(int stock);

    /** How many. */
    long countByStockGreaterThanEquals(int stock);
}
