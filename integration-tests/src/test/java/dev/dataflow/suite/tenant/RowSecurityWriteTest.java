package dev.dataflow.suite.tenant;

import dev.dataflow.testing.TestDatabase;

/** The same with row security. */
@UnderRowSecurity
class RowSecurityWriteTest extends TenancyWriteTest {

    RowSecurityWriteTest(TestDatabase database) {
        super(database);
    }
}
