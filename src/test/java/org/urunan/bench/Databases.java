package org.urunan.bench;

import io.agroal.api.AgroalDataSource;
import io.agroal.api.configuration.supplier.AgroalDataSourceConfigurationSupplier;
import java.sql.SQLException;
import java.time.Duration;
import org.flywaydb.core.Flyway;
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
        Flyway.configure().dataSource(source).locations("classpath:db/migration").load().migrate();
        return source;
    }
}
