package org.urunan.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicBoolean;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

class WriterLockTest {

    /** A node asks for it every second: a pool would soon have no connection left. */
    @Test
    void whoCannotBeAskedForItGetsTheConnectionBack() {
        var isClosed = new AtomicBoolean();
        var connection =
                proxy(
                        Connection.class,
                        method -> {
                            if (!method.equals("close")) {
                                throw new SQLException("The database has gone away");
                            }
                            isClosed.set(true);
                            return null;
                        });
        var source = proxy(DataSource.class, _ -> connection);
        assertThatThrownBy(() -> WriterLock.tryAcquire(source))
                .isInstanceOf(DatabaseException.class)
                .hasRootCauseMessage("The database has gone away");
        assertThat(isClosed).isTrue();
    }

    private interface Answer {
        Object to(String method) throws SQLException;
    }

    private static <T> T proxy(Class<T> type, Answer answer) {
        return type.cast(
                Proxy.newProxyInstance(
                        type.getClassLoader(),
                        new Class<?>[] {type},
                        (_, method, _) -> answer.to(method.getName())));
    }
}
