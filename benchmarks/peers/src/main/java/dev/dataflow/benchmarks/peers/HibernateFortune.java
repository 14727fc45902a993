package dev.dataflow.benchmarks.peers;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** A saying as an entity. */
@Entity
@Table(name = "fortunes")
class HibernateFortune {

    @Id
    long id;

    String message = "";

    HibernateFortune() {}
}
