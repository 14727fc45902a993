package dev.dataflow.database;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;

/** A data source that gives out one connection again and again, as one aware of transactions does. */
final class Unclosed {

    private final Connection shared;
    private final AtomicInteger out = new AtomicInteger();

    Unclosed(Connection shared) {
        this.shared = shared;
    }

    int out() {
        return out.get();
    }

    DataSource dataSource() {
        return (DataSource) Proxy.newProxyInstance(
                Unclosed.class.getClassLoader(), new Class<?>[] {DataSource.class}, (proxy, method, args) -> {
                    if (!method.getName().equals("getConnection")) {
                        throw new UnsupportedOperationException(method.getName());
                    }
                    out.incrementAndGet();
                    return connection();
                });
    }

    private Object connection() {
        return Proxy.newProxyInstance(
                Unclosed.class.getClassLoader(), new Class<?>[] {Connection.class}, (proxy, method, args) -> {
                    if (method.getName().equals("close")) {
                        out.decrementAndGet();
                        return null;
                    }
                    try {
                        return method.invoke(shared, args);
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                });
    }
}
