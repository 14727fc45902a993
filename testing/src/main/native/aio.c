/* A libaio that offers nothing: it lets mysqld load, which then runs with --innodb-use-native-aio=OFF. */

#define ENOSYS 38
#define MISSING(name) int name(void) { return -ENOSYS; }

MISSING(io_setup)
MISSING(io_getevents)
MISSING(io_submit)
