package org.urunan.database;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Driver;
import java.sql.DriverPropertyInfo;
import java.sql.SQLException;
import java.sql.SQLFeatureNotSupportedException;
import java.util.Locale;
import java.util.Properties;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * The driver of the one datasource: opens PostgreSQL or H2, whichever the JDBC URL names, so that
 * one jar serves both. H2 is opened in its PostgreSQL mode, which is what lets the same SQL and the
 * same Hibernate dialect serve both.
 */
public final class AnyDatabaseDriver implements Driver {

    /**
     * H2 settings this node relies on; a URL that sets one of them itself is refused by H2 only if
     * it differs. Without a write delay its file is written when a transaction ends, and by nobody
     * in the background ({@link Database}). A place in its file that is free is written to again
     * only some time later (RETENTION_TIME, 45 seconds by itself), when what took its place has
     * surely reached the disk, so that a power failure leaves a whole file.
     */
    private static final String H2_SETTINGS =
            ";MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE;DEFAULT_NULL_ORDERING=HIGH"
                    + ";WRITE_DELAY=0;NON_KEYWORDS=VALUE";

    private static final String H2_FILE = "jdbc:h2:file:";

    private final Driver h2 = new org.h2.Driver();
    private final Driver postgresql = new org.postgresql.Driver();

    @Override
    public @Nullable Connection connect(String url, Properties info) throws SQLException {
        if (url.startsWith("jdbc:h2:")) {
            return h2.connect(withAbsolutePath(url) + H2_SETTINGS + h2CacheSize(), info);
        }
        if (url.startsWith("jdbc:postgresql:")) {
            return postgresql.connect(url, withMultiRowInserts(info));
        }
        return null;
    }

    /**
     * A quarter of the memory Java may take, for pages that would be read and taken apart again and
     * again; by itself H2 takes a sixteenth.
     */
    private static String h2CacheSize() {
        return ";CACHE_SIZE=" + Runtime.getRuntime().maxMemory() / 4 / 1024;
    }

    /** H2 refuses a path from the working directory on, which is what {@code data} is. */
    private static String withAbsolutePath(String url) {
        if (!url.startsWith(H2_FILE) || url.startsWith("~", H2_FILE.length())) {
            return url;
        }
        var settings = url.indexOf(';');
        var end = settings < 0 ? url.length() : settings;
        var path = Path.of(url.substring(H2_FILE.length(), end));
        return H2_FILE + path.toAbsolutePath() + url.substring(end);
    }

    /** Batches of inserts travel as inserts of many rows: several times faster. */
    private static Properties withMultiRowInserts(Properties info) {
        var all = new Properties(info);
        all.putAll(info);
        all.putIfAbsent("reWriteBatchedInserts", "true");
        return all;
    }

    @Override
    public boolean acceptsURL(String url) {
        var lower = url.toLowerCase(Locale.ROOT);
        return lower.startsWith("jdbc:h2:") || lower.startsWith("jdbc:postgresql:");
    }

    @Override
    public DriverPropertyInfo[] getPropertyInfo(String url, Properties info) {
        return new DriverPropertyInfo[0];
    }

    @Override
    public int getMajorVersion() {
        return 1;
    }

    @Override
    public int getMinorVersion() {
        return 0;
    }

    @Override
    public boolean jdbcCompliant() {
        return true;
    }

    @Override
    public Logger getParentLogger() throws SQLFeatureNotSupportedException {
        throw new SQLFeatureNotSupportedException();
    }
}
