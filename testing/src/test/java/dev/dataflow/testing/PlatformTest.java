package dev.dataflow.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.opentest4j.TestAbortedException;

class PlatformTest {

    @Test
    void namesTheArchives() {
        assertThat(new Platform("Linux", "aarch64").postgresqlArchive()).isEqualTo("postgres-linux-arm_64.txz");
        assertThat(new Platform("Mac OS X", "x86_64").postgresqlArchive()).isEqualTo("postgres-darwin-x86_64.txz");
        assertThat(new Platform("Windows 11", "amd64").postgresqlArchive()).isEqualTo("postgres-windows-x86_64.txz");
        assertThat(new Platform("Linux", "amd64").mysqlArchive()).contains("mysql-Linux-amd64.tar.gz");
    }

    @Test
    void mysqlAbortsTheTestWithTheReasonWhereItHasNoBinaries() {
        assertThatThrownBy(() -> MysqlProgram.unpack(Servers.workspace(), new Platform("Linux", "aarch64")))
                .isInstanceOf(TestAbortedException.class)
                .hasMessageContaining("no embedded MySQL for Linux aarch64: set TESTDB_MYSQL_URL or start Docker");
    }

    @Test
    void mariadbDoesSoToo() {
        assertThatThrownBy(() -> MariadbProgram.unpack(Servers.workspace(), new Platform("Mac OS X", "x86_64")))
                .isInstanceOf(TestAbortedException.class)
                .hasMessageContaining("no embedded MariaDB for Mac OS X x86_64: set TESTDB_MARIADB_URL");
    }
}
