package dev.dataflow.migrations.open;

import dev.dataflow.database.SchemaRequest;
import dev.dataflow.database.SchemaStep;
import dev.dataflow.migrations.descriptor.DescriptorReader;
import dev.dataflow.migrations.descriptor.Models;
import dev.dataflow.migrations.desired.TargetSchema;
import dev.dataflow.migrations.limit.Limits;
import java.sql.SQLException;

/** Brings the schema to the models when an instance opens: what is missing is created, what differs is refused. */
public final class ModelSchemaStep implements SchemaStep {

    /** Found by {@link java.util.ServiceLoader}. */
    public ModelSchemaStep() {}

    @Override
    public void run(SchemaRequest request) throws SQLException {
        Models models = Models.read(request.models(), new DescriptorReader(request.classLoader()));
        TargetSchema target = TargetSchema.of(request.engine(), models);
        Limits.of(request.engine()).check(target.tables());
        new CollationCheck(request.connection(), request.engine()).run(models);
        new SchemaOpening(request, models, target).run();
    }
}
