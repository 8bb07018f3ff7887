package org.urunan.web;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import org.urunan.ledger.LedgerEntry;
import org.urunan.ledger.LedgerView;
import org.urunan.money.Amount;

/**
 * The ledger as RFC 4180 CSV. No field that a spreadsheet would compute is left as it is: what
 * begins like a formula gets an apostrophe in front.
 */
final class LedgerCsv {

    private static final String HEADER =
            "time,block,block_hash,tx_hash,log_index,campaign,beneficiary,donor,token,symbol,"
                    + "decimals,amount_base_units,amount,way,self,after_closing,final\r\n";

    private LedgerCsv() {}

    static void write(LedgerView view, LedgerFilter filter, Writer out) throws IOException {
        out.write(HEADER);
        view.stream(
                filter.query(true, null, 1),
                entry -> {
                    try {
                        line(entry, out);
                    } catch (IOException e) {
                        throw new UncheckedIOException(e);
                    }
                });
    }

    private static void line(LedgerEntry entry, Writer out) throws IOException {
        var token = entry.token();
        out.append(entry.time().toString()).append(',');
        out.append(Long.toString(entry.blockNumber())).append(',');
        out.append(entry.blockHash().toString()).append(',');
        out.append(entry.txHash().toString()).append(',');
        out.append(entry.logIndex() == null ? "" : entry.logIndex().toString()).append(',');
        out.append(entry.campaign() == null ? "" : entry.campaign().toString()).append(',');
        out.append(entry.beneficiary().toString()).append(',');
        out.append(entry.donor().toString()).append(',');
        out.append(token.address().toString()).append(',');
        out.append(field(token.symbol())).append(',');
        out.append(Integer.toString(token.decimals())).append(',');
        out.append(entry.amount().toString()).append(',');
        out.append(Amount.toDecimal(entry.amount(), token.decimals())).append(',');
        out.append(entry.way().word()).append(',');
        out.append(entry.isSelf() ? "yes," : "no,");
        out.append(entry.isAfterClosing() ? "yes," : "no,");
        out.append(entry.isFinal() ? "yes\r\n" : "no\r\n");
    }

    /** Text of anyone's making, so that it stays text in a spreadsheet. */
    static String field(String text) {
        var safe = !text.isEmpty() && "=+-@\t\r".indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
        return safe.chars().anyMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r')
                ? '"' + safe.replace("\"", "\"\"") + '"'
                : safe;
    }
}
