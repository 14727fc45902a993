/* A libnuma that says "no NUMA here" (numa_available is -1), so mysqld falls back to malloc. */

#define RETURNS(value, name) long name(void) { return value; }

RETURNS(-1, numa_available)
RETURNS(-1, set_mempolicy)
RETURNS(-1, mbind)
RETURNS(0, numa_alloc_local)
RETURNS(0, numa_free)
RETURNS(0, numa_bitmask_free)
RETURNS(0, numa_get_mems_allowed)
