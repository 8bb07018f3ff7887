package org.urunan.web;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.urunan.ledger.LedgerEntry;
import org.urunan.ledger.LedgerFilter;
import org.urunan.ledger.LedgerQuery;
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

    private static final byte[] YES = ",yes".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] NO = ",no".getBytes(StandardCharsets.US_ASCII);

    private final CsvBytes out;

    /** Many entries are of one block: its time is written once. */
    private Instant time = Instant.EPOCH;

    private byte[] timeText = time.toString().getBytes(StandardCharsets.US_ASCII);

    private LedgerCsv(OutputStream out) {
        this.out = new CsvBytes(out);
    }

    static void write(LedgerView view, LedgerFilter filter, OutputStream out) throws IOException {
        var csv = new LedgerCsv(out);
        csv.out.text(HEADER);
        view.stream(
                new LedgerQuery(filter, true, null, 1),
                entry -> {
                    try {
                        csv.line(entry);
                    } catch (IOException e) {
                        throw new UncheckedIOException(e);
                    }
                });
        csv.out.flush();
    }

    private void line(LedgerEntry entry) throws IOException {
        var token = entry.token();
        var amount = entry.amount().toString();
        out.raw(timeOf(entry)).then(',').number(entry.blockNumber()).then(',');
        out.hex(entry.blockHash().bytes()).then(',').hex(entry.txHash().bytes()).then(',');
        if (entry.logIndex() != null) {
            out.number(entry.logIndex());
        }
        out.then(',');
        if (entry.campaign() != null) {
            out.hex(entry.campaign().beneficiary().bytes()).then('/');
            out.text(entry.campaign().number().toString());
        }
        out.then(',').hex(entry.beneficiary().bytes()).then(',').hex(entry.donor().bytes());
        out.then(',').hex(token.address().bytes()).then(',').text(field(token.symbol()));
        out.then(',').number(token.decimals()).then(',').text(amount);
        out.then(',').text(Amount.toDecimal(amount, token.decimals()));
        out.then(',').text(entry.way().word());
        out.raw(entry.isSelf() ? YES : NO).raw(entry.isAfterClosing() ? YES : NO);
        out.raw(entry.isFinal() ? YES : NO).then('\r').then('\n');
    }

    private byte[] timeOf(LedgerEntry entry) {
        if (!entry.time().equals(time)) {
            time = entry.time();
            timeText = time.toString().getBytes(StandardCharsets.US_ASCII);
        }
        return timeText;
    }

    /** Text of anyone's making, so that it stays text in a spreadsheet. */
    static String field(String text) {
        var safe = !text.isEmpty() && "=+-@\t\r".indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
        return safe.chars().anyMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r')
                ? '"' + safe.replace("\"", "\"\"") + '"'
                : safe;
    }
}
