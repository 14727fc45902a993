package dev.dataflow.benchmarks.peers;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** A row as an entity. */
@Entity
@Table(name = "worlds")
class HibernateWorld {

    @Id
    long id;

    @Column(name = "random_number")
    int randomNumber;

    HibernateWorld() {}

    HibernateWorld(long id, int randomNumber) {
        this.id = id;
        this.randomNumber = randomNumber;
    }
}
