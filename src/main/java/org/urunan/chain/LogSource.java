package org.urunan.chain;

/** The logs of one span of blocks, however they are asked for. */
interface LogSource {

    Logs logs(LogFilter filter) throws InterruptedException;
}
