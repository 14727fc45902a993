package dev.dataflow.database;

import dev.dataflow.config.DatabaseEngine;
import org.jooq.Configuration;
import org.jooq.conf.RenderQuotedNames;
import org.jooq.conf.Settings;
import org.jooq.impl.DefaultConfiguration;

/** How jOOQ renders: quoted names, plain SQL, one form per statement shape. */
public final class JooqSettings {

    private JooqSettings() {}

    /**
     * A new configuration without connections.
     *
     * @param engine the database that is rendered for
     */
    public static Configuration configuration(DatabaseEngine engine) {
        silence("org.jooq.no-logo");
        silence("org.jooq.no-tips");
        return new DefaultConfiguration()
                .set(engine.dialect())
                .set(new Settings()
                        .withRenderQuotedNames(RenderQuotedNames.EXPLICIT_DEFAULT_QUOTED)
                        .withRenderFormatted(false)
                        .withExecuteLogging(false)
                        .withInListPadding(false)
                        .withFetchWarnings(false)
                        .withDiagnosticsLogging(false));
    }

    /** jOOQ prints a banner and a tip into the log of whoever uses it first, and listens to nothing else. */
    private static void silence(String property) {
        if (System.getProperty(property) == null) {
            System.setProperty(property, "true");
        }
    }
}
