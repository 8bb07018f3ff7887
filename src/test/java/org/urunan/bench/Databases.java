package org.urunan.bench;

import io.agroal.api.AgroalDataSource;
import io.agroal.api.configuration.supplier.AgroalDataSourceConfigurationSupplier;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Objects;
import org.urunan.database.AnyDatabaseDriver;

/** A pool and a schema as the node has them. */
final class Databases {

    private Databases() {}

    static AgroalDataSource open(String jdbcUrl) throws SQLException {
        var source =
                AgroalDataSource.from(
                        new AgroalDataSourceConfigurationSupplier()
                                .connectionPoolConfiguration(
                                        pool ->
                                                pool.maxSize(4)
                                                        .acquisitionTimeout(Duration.ofSeconds(10))
                                                        .connectionFactoryConfiguration(
                                                                connection ->
                                                                        connection
                                                                                .jdbcUrl(jdbcUrl)
                                                                                .connectionProviderClass(
                                                                                        AnyDatabaseDriver
                                                                                                .class))));
        createTables(source);
        return source;
    }

    /** Where nobody made them before: in a database that only this process can open. */
    private static void createTables(AgroalDataSource source) throws SQLException {
        try (var connection = source.getConnection();
                var statement = connection.createStatement();
                var tables = connection.getMetaData().getTables(null, null, "cursor", null)) {
            if (!tables.next()) {
                statement.execute(migration("V1__ledger.sql"));
                statement.execute(migration("V2__content.sql"));
            }
        }
    }

    private static String migration(String name) {
        try (var script = Databases.class.getResourceAsStream("/db/migration/" + name)) {
            return new String(
                    Objects.requireNonNull(script, name).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
