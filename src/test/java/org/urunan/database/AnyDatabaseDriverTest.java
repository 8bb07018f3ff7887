package org.urunan.database;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AnyDatabaseDriverTest {

    private final AnyDatabaseDriver driver = new AnyDatabaseDriver();

    @ParameterizedTest
    @ValueSource(strings = {"", ";LOCK_TIMEOUT=100"})
    void relativeFolderIsWhereTheProcessWorks(String settings) throws SQLException, IOException {
        var folder = Files.createTempDirectory(Path.of("target"), "relative");
        var url = "jdbc:h2:file:" + folder + "/urunan" + settings;

        try (var connection = requireNonNull(driver.connect(url, new Properties()));
                var statement = connection.createStatement()) {
            statement.execute("create table kept (id integer)");
        }

        assertThat(folder.resolve("urunan.mv.db")).exists();
    }

    @Test
    void otherDatabasesAreForOtherDrivers() throws SQLException {
        assertThat(driver.acceptsURL("jdbc:mysql://localhost/urunan")).isFalse();
        assertThat(driver.connect("jdbc:mysql://localhost/urunan", new Properties())).isNull();
    }
}
