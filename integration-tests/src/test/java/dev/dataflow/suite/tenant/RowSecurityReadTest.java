package dev.dataflow.suite.tenant;

import dev.dataflow.testing.TestDatabase;

/** The same with row security. */
@UnderRowSecurity
class RowSecurityReadTest extends TenancyReadTest {

    RowSecurityReadTest(TestDatabase database) {
        super(database);
    }
}
