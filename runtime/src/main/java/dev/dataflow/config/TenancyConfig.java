package dev.dataflow.config;

import java.util.Objects;

/**
 * What an instance can be told about rows that belong to tenants. Immutable.
 *
 * @param tenancyStrategy where the rows of tenants lie
 * @param openTenants for how many tenants connections are held at once, where each has a schema or a database of its own
 * @param requireRowSecurity whether PostgreSQL's row security confines each statement to its tenant, too: tables are made with
 *     policies, and an instance whose tables have none, or whose user they do not bind, is not opened
 * @param allowAcrossTenants whether {@code acrossTenants} may be used
 */
public record TenancyConfig(
        TenancyStrategy tenancyStrategy, int openTenants, boolean requireRowSecurity, boolean allowAcrossTenants) {

    /** Checks the values; a bad one is DF-015. */
    public TenancyConfig {
        Objects.requireNonNull(tenancyStrategy, "tenancyStrategy");
        if (openTenants < 1 || openTenants > 1000) {
            throw Setting.OPEN_TENANTS.invalid(openTenants);
        }
    }

    static TenancyConfig from(EnvironmentSettings given) {
        return new TenancyConfig(
                given.strategy(Setting.TENANCY_STRATEGY, TenancyStrategy.COLUMN),
                given.number(Setting.OPEN_TENANTS, 20),
                given.flag(Setting.REQUIRE_ROW_SECURITY, false),
                given.flag(Setting.ALLOW_ACROSS_TENANTS, false));
    }

    /** The same settings with another strategy. */
    public TenancyConfig withTenancyStrategy(TenancyStrategy value) {
        return new TenancyConfig(value, openTenants, requireRowSecurity, allowAcrossTenants);
    }

    /** The same settings, with connections for another number of tenants. */
    public TenancyConfig withOpenTenants(int value) {
        return new TenancyConfig(tenancyStrategy, value, requireRowSecurity, allowAcrossTenants);
    }

    /** The same settings, with row security or without. */
    public TenancyConfig withRequireRowSecurity(boolean value) {
        return new TenancyConfig(tenancyStrategy, openTenants, value, allowAcrossTenants);
    }

    /** The same settings, where all tenants' rows may be read at once or not. */
    public TenancyConfig withAllowAcrossTenants(boolean value) {
        return new TenancyConfig(tenancyStrategy, openTenants, requireRowSecurity, value);
    }

    /** The settings, one after the other. */
    @Override
    public String toString() {
        return "tenancyStrategy=" + tenancyStrategy + ", openTenants=" + openTenants + ", requireRowSecurity="
                + requireRowSecurity + ", allowAcrossTenants=" + allowAcrossTenants;
    }
}
