package dev.dataflow.benchmarks.peers;

import io.micronaut.data.repository.CrudRepository;

/** What the repositories of the dialects have in common. */
interface MicronautFortunes extends CrudRepository<MicronautFortune, Long> {}
