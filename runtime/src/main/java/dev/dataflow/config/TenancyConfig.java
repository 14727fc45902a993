package dev.dataflow.config;

/**
 * What an instance can be told about rows that belong to tenants. Immutable.
 *
 * @param requireRowSecurity whether PostgreSQL's row security confines each statement to its tenant, too: tables are made with
 *     policies, and an instance whose tables have none, or whose user they do not bind, is not opened
 * @param allowAcrossTenants whether {@code acrossTenants} may be used
 */
public record TenancyConfig(boolean requireRowSecurity, boolean allowAcrossTenants) {

    static TenancyConfig from(EnvironmentSettings given) {
        return new TenancyConfig(
                given.flag(Setting.REQUIRE_ROW_SECURITY, false), given.flag(Setting.ALLOW_ACROSS_TENANTS, false));
    }

    /** The same settings, with row security or without. */
    public TenancyConfig withRequireRowSecurity(boolean value) {
        return new TenancyConfig(value, allowAcrossTenants);
    }

    /** The same settings, where all tenants' rows may be read at once or not. */
    public TenancyConfig withAllowAcrossTenants(boolean value) {
        return new TenancyConfig(requireRowSecurity, value);
    }

    /** The settings, one after the other. */
    @Override
    public String toString() {
        return "requireRowSecurity=" + requireRowSecurity + ", allowAcrossTenants=" + allowAcrossTenants;
    }
}
