package org.urunan.database;

import java.sql.SQLException;

/** The database refused or was gone; whatever was being done was rolled back. */
public final class DatabaseException extends RuntimeException {

    public DatabaseException(String sentence, SQLException cause) {
        super(sentence + ": " + cause.getMessage(), cause);
    }
}
