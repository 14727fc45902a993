package dev.dataflow.benchmarks.peers;

import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import org.jspecify.annotations.Nullable;

/** A row of many as an entity. */
@Entity
@Table(name = "products")
class HibernateProduct extends HibernateColumns {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    @Nullable
    Long id;

    String number = "";

    HibernateProduct() {}
}
