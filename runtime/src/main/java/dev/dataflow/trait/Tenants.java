package dev.dataflow.trait;

/** Whose rows a call reaches, of models whose rows belong to tenants. */
public enum Tenants {
    /** Nobody's: a call that says no tenant is refused. */
    NONE,
    /** Those of the tenant that the call's scope is bound to. */
    ONE,
    /** Those of all, to be read only. */
    ALL
}
