package dev.dataflow.migrations.rule;

import static dev.dataflow.migrations.rule.Category.AVAILABILITY;
import static dev.dataflow.migrations.rule.Category.DATA_LOSS;
import static dev.dataflow.migrations.rule.Category.ROLLBACK;
import static dev.dataflow.migrations.rule.ClaimBuilder.mariaDb;
import static dev.dataflow.migrations.rule.ClaimBuilder.mySql;
import static dev.dataflow.migrations.rule.Work.REWRITE;

import dev.dataflow.migrations.statement.Action;
import java.util.Map;

/** All texts of a table are written in another character set. */
final class ConvertCharacterSet extends OperationRule {

    ConvertCharacterSet() {
        super(
                "convert-character-set",
                "all texts of a table get another character set",
                Level.HIGH,
                Map.of(AVAILABILITY, 80, DATA_LOSS, 30, ROLLBACK, 40),
                mySql(Lock.COPY, REWRITE)
                        .failsOn(
                                "texts that the character set does not have, keys that get too long, values that become equal")
                        .recipe("column by column, into a new one that is filled in batches")
                        .shownBy("ALTER TABLE `lines` CONVERT TO CHARACTER SET latin1", Verified.MYSQL),
                mariaDb(Lock.COPY_ONLINE, REWRITE)
                        .from("11.2")
                        .failsOn(
                                "texts that the character set does not have, primary keys that get too long, values that become equal; "
                                        + "other keys that get too long are cut, unique ones hashed")
                        .recipe("column by column, into a new one that is filled in batches")
                        .shownBy("ALTER TABLE `lines` CONVERT TO CHARACTER SET latin1", Verified.MARIADB),
                mariaDb(Lock.COPY, REWRITE)
                        .below("11.2")
                        .failsOn(
                                "texts that the character set does not have, primary keys that get too long, values that become equal; "
                                        + "other keys that get too long are cut, unique ones hashed")
                        .recipe("column by column, into a new one that is filled in batches")
                        .shownBy("ALTER TABLE `lines` CONVERT TO CHARACTER SET latin1", Evidence.DOCUMENTED));
    }

    @Override
    boolean covers(Occurrence occurrence) {
        return occurrence.is(Action.CONVERT_CHARACTER_SET);
    }
}
