package dev.dataflow.migrations.change;

import dev.dataflow.migrations.schema.Check;
import dev.dataflow.migrations.schema.Domain;
import java.util.List;
import java.util.Optional;

/** A domain comes, goes or becomes another. */
public sealed interface DomainChange extends SchemaObjectChange {

    /**
     * It comes.
     *
     * @param domain what comes
     */
    record Create(Domain domain) implements DomainChange {
        @Override
        public ChangeKind kind() {
            return ChangeKind.DOMAIN_CREATE;
        }

        @Override
        public String name() {
            return domain.name();
        }

        @Override
        public String describe() {
            return "create domain " + name();
        }

        @Override
        public Optional<Change> inverse() {
            return Optional.of(new Drop(domain));
        }
    }

    /**
     * It goes.
     *
     * @param domain what goes
     */
    record Drop(Domain domain) implements DomainChange {
        @Override
        public ChangeKind kind() {
            return ChangeKind.DOMAIN_DROP;
        }

        @Override
        public String name() {
            return domain.name();
        }

        @Override
        public String describe() {
            return "drop domain " + name();
        }

        @Override
        public Optional<Change> inverse() {
            return Optional.of(new Create(domain));
        }
    }

    /**
     * It becomes another.
     *
     * @param before what it is
     * @param after what it is to be
     */
    record Alter(Domain before, Domain after) implements DomainChange {

        /** The checks that it has then and has not now, also one that is to be valid and is not. */
        public List<Check> added() {
            return after.checks().stream()
                    .filter(check -> !before.checks().contains(check))
                    .toList();
        }

        /** Whether it refuses NULL then and does not now. */
        public boolean isFilled() {
            return before.nullable() && !after.nullable();
        }

        @Override
        public ChangeKind kind() {
            return ChangeKind.DOMAIN_ALTER;
        }

        @Override
        public String name() {
            return after.name();
        }

        @Override
        public String describe() {
            return "domain " + name() + ": alter";
        }

        @Override
        public Optional<Change> inverse() {
            return Optional.of(new Alter(after, before));
        }
    }
}
