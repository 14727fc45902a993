package dev.dataflow.migrations.rule;

import dev.dataflow.migrations.plan.Step;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** The catalogue of rules. */
public final class Rules {

    private static final List<OperationRule> PLAIN = List.of(
            new CreateTable(),
            new ChangeNewTable(),
            new ReferenceFromNewTable(),
            new DropTable(),
            new DropCascade(),
            new TruncateTable(),
            new RenameTable(),
            new TableOption(),
            new TableProperty(),
            new RewriteTable(),
            new ConvertCharacterSet(),
            new RebuildTable(),
            new RebuildWithForeignKeys(),
            new LockTable(),
            new AttachPartition(),
            new CreatePartition(),
            new CreatePartitionBesideDefault(),
            new DetachPartition(),
            new DetachPartitionConcurrently(),
            new AddPartition(),
            new DropPartition(),
            new AddColumn(),
            new AddNotNullColumn(),
            new AddNotNullColumnWithoutDefault(),
            new AddColumnWithVolatileDefault(),
            new AddIdentityColumn(),
            new AddStoredColumn(),
            new AddVirtualColumn(),
            new AddColumnOfDomain(),
            new AddCheckedColumn(),
            new AddUniqueColumn(),
            new AddReferencingColumn(),
            new AddColumnAtPlace(),
            new DropColumn(),
            new DropColumnInUse(),
            new RenameColumn(),
            new ChangeDefault(),
            new ChangeIdentity(),
            new DropExpression(),
            new ChangeExpression(),
            new SetNotNull(),
            new SetProvenNotNull(),
            new AddNotNullConstraint(),
            new DropNotNull(),
            new WidenType(),
            new WidenTypeInExpression(),
            new AppendEnumValue(),
            new NarrowType(),
            new RewriteType(),
            new ChangeUnknownType(),
            new TruncatingCast(),
            new ChangeZone(),
            new ChangeCollation(),
            new ChangeKeyType(),
            new ChangeTypeInView(),
            new RenameAndChangeColumn(),
            new MoveColumn(),
            new AddForeignKey(),
            new AddForeignKeyNotValid(),
            new AddForeignKeyToPartitions(),
            new ValidateConstraint(),
            new ValidateCheck(),
            new DropForeignKey(),
            new DropConstraint(),
            new AddCheck(),
            new AddCheckNotValid(),
            new DropCheck(),
            new AddUnique(),
            new AddPrimaryKey(),
            new ConstraintUsingIndex(),
            new PrimaryKeyUsingIndex(),
            new AddExclusion(),
            new DropUnique(),
            new DropPrimaryKey(),
            new RenameConstraint(),
            new AlterDomain(),
            new AlterDomainNotValid(),
            new CreateIndex(),
            new CreateIndexConcurrently(),
            new ConcurrentIndexIfNotExists(),
            new ConcurrentIndexOfPartitions(),
            new CreateSpecialIndex(),
            new DropIndex(),
            new DropIndexConcurrently(),
            new RenameIndex(),
            new Reindex(),
            new ReindexConcurrently(),
            new IndexVisibility(),
            new CreateTrigger(),
            new DropTrigger(),
            new RowSecurity(),
            new DisableRowSecurity(),
            new RewriteRule(),
            new CreateView(),
            new ReplaceView(),
            new DropView(),
            new CreateMaterialisedView(),
            new RefreshMaterialisedView(),
            new RefreshMaterialisedViewConcurrently(),
            new AddEnumValue(),
            new RenameEnumValue(),
            new CreateObject(),
            new DropObject(),
            new InsertRows(),
            new UpdateRows(),
            new UpdateAllRows(),
            new Backfill(),
            new DeleteRows(),
            new DeleteAllRows(),
            new ConcurrentlyInTransaction(),
            new EnumValueInTransaction(),
            new ForeignKeyWithoutIndex(),
            new LongIdentifier(),
            new RowVersions());

    private static final Locks LOCKS = new Locks(PLAIN);

    static final List<OperationRule> RULES = Stream.of(
                    PLAIN.stream(),
                    Stream.of(
                            new SeveralRewrites(LOCKS),
                            new TwoTablesLocked(LOCKS),
                            new SlowAfterLock(LOCKS),
                            new MissingLockTimeout(LOCKS),
                            new UnknownStatement(LOCKS)))
            .flatMap(each -> each)
            .toList();

    private Rules() {}

    /** All rules; their order means nothing. */
    public static List<Rule> all() {
        return List.copyOf(RULES);
    }

    /**
     * All hazards of a step. Whatever it does is in one of them at least, except settings and queries.
     *
     * @param step a step of the plan that the context is of, or one that stands alone
     * @param context what else is known
     */
    public static List<Match> matches(Step step, PlanContext context) {
        List<Match> matches = new ArrayList<>();
        for (Occurrence occurrence : context.occurrences(step)) {
            RULES.forEach(rule -> rule.match(occurrence).ifPresent(matches::add));
        }
        return matches;
    }
}
