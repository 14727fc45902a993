package dev.dataflow.benchmarks.peers;

import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import org.jspecify.annotations.Nullable;

/** The row as an entity. */
@Entity
@Table(name = "offers")
class HibernateOffer extends HibernateColumns {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    @Nullable
    Long id;

    String number = "";

    HibernateOffer() {}
}
