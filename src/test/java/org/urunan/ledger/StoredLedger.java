package org.urunan.ledger;

import java.time.LocalDate;
import java.util.HexFormat;
import java.util.List;
import java.util.TreeSet;
import org.urunan.ledger.independent.IndependentLedger;
import org.urunan.money.CampaignId;
import org.urunan.support.TestDatabase;

/** What a database holds, in the words of {@link IndependentLedger}. */
final class StoredLedger {

    private static final List<String> REASONS =
            List.of("unlisted-token", "no-transfer", "zero-amount", "beneficiary-not-announced");

    private final TestDatabase database;

    StoredLedger(TestDatabase database) {
        this.database = database;
    }

    List<String> entries() {
        return database
                .rows(
                        """
                        select e.position, e.tx_hash, c.campaign_id, b.address, d.address, t.address,
                            e.amount, e.way, e.self, e.after_closing
                        from entry e join beneficiary b on b.id = e.beneficiary
                        join donor d on d.id = e.donor join token t on t.id = e.token
                        left join campaign c on c.id = e.campaign order by e.position
                        """)
                .stream()
                .map(
                        r ->
                                "%s 0x%s %s 0x%s 0x%s 0x%s %s %s %s %s"
                                        .formatted(
                                                r.get(0),
                                                r.get(1),
                                                campaign(r.get(2)),
                                                r.get(3),
                                                r.get(4),
                                                r.get(5),
                                                r.get(6),
                                                List.of(
                                                                "contract",
                                                                "authorization",
                                                                "tagged",
                                                                "direct")
                                                        .get(Integer.parseInt(r.get(7))),
                                                r.get(8),
                                                r.get(9)))
                .toList();
    }

    List<String> rejected() {
        return database
                .rows(
                        """
                        select position, tx_hash, campaign, beneficiary, donor, token, amount, reason
                        from rejected order by position
                        """)
                .stream()
                .map(
                        r ->
                                "%s 0x%s %s 0x%s 0x%s 0x%s %s %s"
                                        .formatted(
                                                r.get(0),
                                                r.get(1),
                                                campaign(r.get(2)),
                                                r.get(3),
                                                r.get(4),
                                                r.get(5),
                                                r.get(6),
                                                REASONS.get(Integer.parseInt(r.get(7)))))
                .toList();
    }

    List<String> outgoing() {
        return database
                .rows(
                        """
                        select o.position, o.tx_hash, b.address, o.to_address, t.address, o.amount
                        from outgoing o join beneficiary b on b.id = o.beneficiary
                        join token t on t.id = o.token order by o.position
                        """)
                .stream()
                .map(
                        r ->
                                "%s 0x%s 0x%s 0x%s 0x%s %s"
                                        .formatted(
                                                r.get(0), r.get(1), r.get(2), r.get(3), r.get(4),
                                                r.get(5)))
                .toList();
    }

    /** beneficiary token received sent last movement */
    List<String> tally() {
        return sorted(
                database
                        .rows(
                                """
                                select b.address, a.address, t.received, t.sent, t.moved_at
                                from tally t join beneficiary b on b.id = t.beneficiary
                                join token a on a.id = t.token
                                """)
                        .stream()
                        .map(
                                r ->
                                        "0x%s 0x%s %s %s %s"
                                                .formatted(
                                                        r.get(0), r.get(1), r.get(2), r.get(3),
                                                        r.get(4)))
                        .toList());
    }

    List<String> statements() {
        return database
                .rows(
                        """
                        select s.position, c.campaign_id, s.kind, s.content_hash, s.moved_to,
                            s.tx_hash
                        from statement s join campaign c on c.id = s.campaign order by s.position
                        """)
                .stream()
                .map(
                        r ->
                                "%s %s %s %s 0x%s"
                                        .formatted(
                                                r.get(0),
                                                campaign(r.get(1)),
                                                List.of("announced", "closed", "moved")
                                                        .get(Integer.parseInt(r.get(2))),
                                                r.get(3).equals("null")
                                                        ? campaign(r.get(4))
                                                        : "0x" + r.get(3),
                                                r.get(5)))
                .toList();
    }

    List<String> totals() {
        return sorted(
                database
                        .rows(
                                """
                                select case when t.scope = 0 then 'everything' else '' end,
                                    c.campaign_id, b.address, a.address, t.amount, t.donations,
                                    t.donors
                                from total t join token a on a.id = t.token
                                left join campaign c on c.id = t.scope
                                left join beneficiary b on b.id = -t.scope
                                """)
                        .stream()
                        .map(
                                r ->
                                        "%s 0x%s %s %s %s"
                                                .formatted(
                                                        scope(r), r.get(3), r.get(4), r.get(5),
                                                        r.get(6)))
                        .toList());
    }

    List<String> days() {
        return sorted(
                database
                        .rows(
                                """
                                select case when d.scope = 0 then 'everything' else '' end,
                                    c.campaign_id, b.address, d.day_number, d.donations
                                from daily d
                                left join campaign c on c.id = d.scope
                                left join beneficiary b on b.id = -d.scope
                                """)
                        .stream()
                        .map(
                                r ->
                                        "%s %s %s"
                                                .formatted(
                                                        scope(r),
                                                        LocalDate.ofEpochDay(
                                                                Long.parseLong(r.get(3))),
                                                        r.get(4)))
                        .toList());
    }

    List<String> campaigns() {
        return sorted(
                database
                        .rows(
                                """
                                select campaign_id, announced_at, revised_at, closed_at, moved_to,
                                    content_hash
                                from campaign
                                """)
                        .stream()
                        .map(
                                r ->
                                        "%s %s %s %s %s 0x%s"
                                                .formatted(
                                                        campaign(r.get(0)),
                                                        r.get(1),
                                                        r.get(2),
                                                        r.get(3),
                                                        campaign(r.get(4)),
                                                        r.get(5)))
                        .toList());
    }

    List<String> beneficiaries() {
        return sorted(
                database.rows("select address, known_from from beneficiary").stream()
                        .map(r -> "0x%s %s".formatted(r.get(0), r.get(1)))
                        .toList());
    }

    List<String> donors() {
        return sorted(
                database.rows("select address from donor").stream()
                        .map(r -> "0x" + r.getFirst())
                        .toList());
    }

    List<String> digests() {
        return database
                .rows("select block_number, value from digest order by block_number")
                .stream()
                .map(r -> r.get(0) + " 0x" + r.get(1))
                .toList();
    }

    List<String> blocks() {
        return database.rows("select number, hash from block order by number").stream()
                .map(r -> r.get(0) + " 0x" + r.get(1))
                .toList();
    }

    private static String scope(List<String> row) {
        if (!row.get(0).isEmpty()) {
            return row.get(0);
        }
        return row.get(1).equals("null") ? "0x" + row.get(2) : campaign(row.get(1));
    }

    private static String campaign(String hex) {
        return hex.equals("null") ? hex : CampaignId.of(HexFormat.of().parseHex(hex)).toString();
    }

    private static List<String> sorted(List<String> rows) {
        return List.copyOf(new TreeSet<>(rows));
    }
}
