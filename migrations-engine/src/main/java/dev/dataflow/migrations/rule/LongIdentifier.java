package dev.dataflow.migrations.rule;

import static dev.dataflow.migrations.rule.Category.DEPENDENCIES;
import static dev.dataflow.migrations.rule.ClaimBuilder.mariaDb;
import static dev.dataflow.migrations.rule.ClaimBuilder.mySql;
import static dev.dataflow.migrations.rule.ClaimBuilder.postgres;
import static dev.dataflow.migrations.rule.Work.NONE;

import java.util.Map;

/** A name is longer than the database takes: PostgreSQL cuts it, so that two may become one. */
final class LongIdentifier extends OperationRule {

    LongIdentifier() {
        super(
                "identifier-too-long",
                "a name is too long",
                Level.MEDIUM,
                Map.of(DEPENDENCIES, 40),
                postgres(Lock.ACCESS_EXCLUSIVE, NONE)
                        .recipe("63 bytes at most")
                        .shownBy(
                                "ALTER TABLE orders ADD COLUMN "
                                        + "a_name_of_more_than_sixty_three_bytes_which_are_all_that_there_is_room_for int",
                                Verified.POSTGRESQL),
                mySql(Lock.INSTANT, NONE)
                        .failsOn("always")
                        .refused("too long")
                        .recipe("64 characters at most")
                        .shownBy(
                                "ALTER TABLE orders ADD COLUMN "
                                        + "a_name_of_more_than_sixty_four_characters_which_are_all_that_there_is_room_for INT",
                                Verified.MYSQL),
                mariaDb(Lock.INSTANT, NONE)
                        .failsOn("always")
                        .refused("too long")
                        .recipe("64 characters at most")
                        .shownBy(
                                "ALTER TABLE orders ADD COLUMN "
                                        + "a_name_of_more_than_sixty_four_characters_which_are_all_that_there_is_room_for INT",
                                Verified.MARIADB));
    }

    @Override
    boolean covers(Occurrence occurrence) {
        return Identifiers.tooLong(occurrence);
    }

    @Override
    boolean coversNewTables() {
        return true;
    }
}
