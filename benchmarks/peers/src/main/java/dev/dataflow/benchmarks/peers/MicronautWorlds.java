package dev.dataflow.benchmarks.peers;

import io.micronaut.data.repository.CrudRepository;

/** What the repositories of the dialects have in common. */
interface MicronautWorlds extends CrudRepository<MicronautWorld, Long> {}
