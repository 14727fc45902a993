package dev.dataflow.benchmarks.peers;

import jakarta.persistence.AttributeOverride;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/**
 * The same row with its number as the key, since Hibernate's upsert finds rows by the key only; the database makes the other.
 * The time of creation is written anew with each: an upsert leaves columns that are not updatable out of new rows, too.
 */
@Entity
@AttributeOverride(name = "createdAt", column = @Column(name = "created_at"))
@Table(name = "products")
class HibernateNumbered extends HibernateColumns {

    @Id
    String number = "";

    HibernateNumbered() {}
}
