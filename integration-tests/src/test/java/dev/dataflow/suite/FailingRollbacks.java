package dev.dataflow.suite;

import dev.dataflow.testing.TestDatabase;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Locale;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** Gives out one connection, as it was left, until it is closed; and has rollbacks fail when asked to. */
final class FailingRollbacks {

    private final TestDatabase database;
    private @Nullable Connection physical;
    private boolean failing;

    FailingRollbacks(TestDatabase database) {
        this.database = database;
    }

    void fail(boolean now) {
        failing = now;
    }

    /** The connection that is given out. */
    Connection physical() throws SQLException {
        Connection open = physical;
        if (open == null || open.isClosed()) {
            open = DriverManager.getConnection(database.url());
            physical = open;
        }
        return open;
    }

    void close() throws SQLException {
        if (physical != null) {
            physical.close();
        }
    }

    DataSource dataSource() {
        return proxy(DataSource.class, (proxy, method, arguments) -> {
            if (!method.getName().equals("getConnection")) {
                throw new UnsupportedOperationException(method.getName());
            }
            return connection(physical());
        });
    }

    private Connection connection(Connection of) {
        return proxy(Connection.class, (proxy, method, arguments) -> {
            switch (method.getName()) {
                case "close":
                    return null;
                case "rollback":
                    refuse("rollback");
                    return call(of, method, arguments);
                case "createStatement":
                    return statement((Statement) call(of, method, arguments));
                default:
                    return call(of, method, arguments);
            }
        });
    }

    private Statement statement(Statement of) {
        return proxy(Statement.class, (proxy, method, arguments) -> {
            if (method.getName().equals("execute")) {
                refuse(String.valueOf(arguments[0]));
            }
            return call(of, method, arguments);
        });
    }

    private void refuse(String sql) throws SQLException {
        if (failing && sql.toLowerCase(Locale.ROOT).equals("rollback")) {
            throw new SQLException("no rollback today", "58000");
        }
    }

    private static @Nullable Object call(Object of, Method method, Object @Nullable [] arguments) throws Throwable {
        try {
            return method.invoke(of, arguments);
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }

    private static <T> T proxy(Class<T> type, InvocationHandler handler) {
        return type.cast(
                Proxy.newProxyInstance(FailingRollbacks.class.getClassLoader(), new Class<?>[] {type}, handler));
    }
}
