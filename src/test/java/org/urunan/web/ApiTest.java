package org.urunan.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.urunan.support.ChainScript;
import org.urunan.support.SampleLedger;

@QuarkusTest
class ApiTest extends SampleTest {

    @Test
    void statusSaysHowFarThisNodeHasRead() {
        var status = json("/api/v1/status");
        assertThat(status.<Map<String, Object>>get("$").keySet())
                .containsExactly(
                        "asOf",
                        "chainId",
                        "contract",
                        "latest",
                        "finalised",
                        "lagBlocks",
                        "digest",
                        "tokenListHash",
                        "version");
        assertThat(status.getString("contract")).isEqualTo(SampleLedger.CONTRACT.toString());
        assertThat(status.getString("digest.value")).matches("0x[0-9a-f]{64}");
        assertThat(status.getLong("digest.block")).isEqualTo(status.getLong("finalised.number"));
        assertThat(status.getString("asOf.hash")).isEqualTo(heads.last().asOf().hash().toString());
    }

    @Test
    void entryHasExactlyTheMembersThatAreDocumented() {
        var entry = json("/api/v1/ledger?limit=1").<Map<String, Object>>get("entries[0]");
        assertThat(entry.keySet())
                .containsExactly(
                        "campaign",
                        "beneficiary",
                        "donor",
                        "token",
                        "symbol",
                        "decimals",
                        "amount",
                        "way",
                        "marks",
                        "blockNumber",
                        "blockHash",
                        "time",
                        "txHash",
                        "logIndex",
                        "final",
                        "confirmations");
        assertThat(entry)
                .containsEntry("amount", "7500000")
                .containsEntry("way", "contract")
                .containsEntry("final", false)
                .containsEntry("confirmations", 3)
                .containsEntry("marks", List.of())
                .containsEntry(
                        "campaign",
                        Map.of("beneficiary", SampleLedger.SCHOOL.toString(), "number", "2"));
    }

    @Test
    void entryWithoutCampaignOrLogHasNullsAndMarks() {
        assertThat(json("/api/v1/ledger?way=tagged").<Object>get("entries[0].logIndex")).isNull();
        var direct = json("/api/v1/ledger?way=direct&limit=3&beneficiary=" + SampleLedger.SCHOOL);
        assertThat(direct.<Object>get("entries[0].campaign")).isNull();
        assertThat(direct.getList("entries[0].marks")).containsExactly("self");
    }

    @Test
    void outgoingTransfersJoinToAllThatABeneficiarySent() {
        var amounts = new ArrayList<String>();
        var path = "/api/v1/outgoing?limit=7&beneficiary=" + SampleLedger.SCHOOL;
        var after = "";
        while (after != null) {
            var page = json(path + after);
            amounts.addAll(page.getList("transfers.amount"));
            var next = page.getString("next");
            after = next == null ? null : "&after=" + next;
        }
        var sent = new ArrayList<String>();
        for (var i = SampleLedger.SPENT; i >= 1; i--) {
            sent.add(i + "000000");
        }
        sent.add("999000000"); // to itself
        assertThat(amounts).containsExactlyElementsOf(sent);
        assertThat(json("/api/v1/outgoing").getList("transfers")).hasSize(sent.size());
    }

    @Test
    void outgoingTransferHasExactlyTheMembersThatAreDocumented() {
        var transfer =
                json("/api/v1/outgoing?limit=1&beneficiary=" + SampleLedger.SCHOOL)
                        .<Map<String, Object>>get("transfers[0]");
        assertThat(transfer.keySet())
                .containsExactly(
                        "beneficiary",
                        "to",
                        "token",
                        "symbol",
                        "decimals",
                        "amount",
                        "blockNumber",
                        "blockHash",
                        "time",
                        "txHash",
                        "logIndex",
                        "final",
                        "confirmations");
        assertThat(transfer)
                .containsEntry("to", ChainScript.address("bookshop").toString())
                .containsEntry("final", true);
        assertThat(json("/api/v1/tx/" + transfer.get("txHash")).getList("outgoing")).hasSize(1);
    }

    @Test
    void beneficiaryTellsWhatIsExplainedAndWhatIsNotKnown() {
        var answer = json("/api/v1/beneficiaries/" + SampleLedger.SCHOOL);
        assertThat(answer.getBoolean("known")).isTrue();
        assertThat(answer.<Map<String, Object>>get("reconciliation.find { it.symbol == 'USDC' }"))
                .containsEntry("symbol", "USDC")
                .containsEntry("opening", "5000000")
                .containsEntry("received", "3000000")
                .containsEntry("sent", "1000000")
                .containsEntry("balance", "4000000")
                .containsEntry("unexplained", "-3000000");
        assertThat(answer.getLong("reconciliation[0].block.number"))
                .isLessThan(answer.getLong("asOf.number"));
        assertThat(answer.<Map<String, Object>>get("reconciliation.find { it.symbol == 'IDRX' }"))
                .containsEntry("opening", null)
                .containsEntry("unexplained", null);
        assertThat(answer.<Map<String, Object>>get("reconciliation.find { it.symbol == 'ETH' }"))
                .containsEntry("opening", "0")
                .containsEntry("unexplained", "0");
        var stranger = json("/api/v1/beneficiaries/" + SampleLedger.DONOR);
        assertThat(stranger.getBoolean("known")).isFalse();
        assertThat(stranger.getList("reconciliation")).isEmpty();
        assertThat(getData("/api/v1/outgoing?after=x").statusCode()).isEqualTo(400);
        assertThat(getData("/api/v1/outgoing?donor=x").statusCode()).isEqualTo(400);
    }

    @Test
    void pagesJoinToTheWholeLedgerInBothOrders() {
        var newestFirst = names("/api/v1/ledger?limit=7", "");
        var oldestFirst = names("/api/v1/ledger?limit=7&order=asc", "");
        assertThat(newestFirst).hasSize(SampleLedger.ENTRIES).doesNotHaveDuplicates();
        assertThat(oldestFirst).containsExactlyElementsOf(newestFirst.reversed());
    }

    @Test
    void campaignHasManifestStatementsAndTotals() {
        var answer = json("/api/v1/campaigns/" + SampleLedger.BOOKS);
        assertThat(answer.getString("campaign.title")).isEqualTo("Buku untuk sekolah di Sumba");
        assertThat(answer.getBoolean("campaign.contentAvailable")).isTrue();
        assertThat(answer.getString("campaign.goal.amount")).isEqualTo("2500000000");
        assertThat(answer.getString("campaign.totals.find { it.symbol == 'USDC' }.amount"))
                .isEqualTo(SampleLedger.BOOKS_USDC.toString());
        assertThat(answer.getInt("campaign.totals.find { it.symbol == 'USDC' }.donations"))
                .isEqualTo(SampleLedger.BOOKS_DONATIONS);
    }

    @Test
    void campaignWithoutTextHasWhatTheChainSays() {
        var answer = json("/api/v1/campaigns/" + SampleLedger.WITHOUT_TEXT);
        assertThat(answer.getBoolean("campaign.contentAvailable")).isFalse();
        assertThat(answer.<Object>get("campaign.title")).isNull();
        assertThat(answer.getString("campaign.contentHash")).matches("0x[0-9a-f]{64}");
    }

    @Test
    void campaignsAreFilteredAndPaged() {
        assertThat(json("/api/v1/campaigns?open=false").getList("campaigns")).hasSize(2);
        var first = json("/api/v1/campaigns?limit=4");
        var rest = json("/api/v1/campaigns?limit=4&after=" + first.getString("next"));
        assertThat(first.getList("campaigns")).hasSize(4);
        assertThat(rest.getList("campaigns")).hasSize(2);
        assertThat(rest.getString("next")).isNull();
    }

    @Test
    void transactionTellsWhatDidNotCountAndWhy() {
        var fake = json("/api/v1/tx/" + sample.fakeGift());
        assertThat(fake.getList("entries")).isEmpty();
        assertThat(fake.getString("rejected[0].reason")).isEqualTo("unlisted-token");
        assertThat(fake.getString("rejected[0].sentence")).endsWith(".");
        assertThat(json("/api/v1/tx/" + sample.announcement()).getString("statements[0].kind"))
                .isEqualTo("announced");
    }

    @Test
    void digestOfTheFinalisedBlockIsTheOneOfTheStatus() {
        var status = json("/api/v1/status");
        var digest = json("/api/v1/digest/" + status.getLong("finalised.number"));
        assertThat(digest.getString("value")).isEqualTo(status.getString("digest.value"));
    }

    @Test
    void uint256StaysExact() {
        var entries = json("/api/v1/ledger?beneficiary=" + SampleLedger.HOSTILE);
        assertThat(new BigInteger(entries.getString("entries[0].amount")))
                .isEqualTo(org.urunan.money.Amount.MAX);
    }

    @Test
    void answersMayBeReadFromAnySite() {
        assertThat(getData("/api/v1/status").header("Access-Control-Allow-Origin")).isEqualTo("*");
    }

    @Test
    void openApiDescribesEveryPath() {
        assertThat(getData("/q/openapi?format=json").asString())
                .contains(
                        "/api/v1/status",
                        "/api/v1/ledger",
                        "/api/v1/campaigns",
                        "/api/v1/campaigns/{beneficiary}/{number}",
                        "/api/v1/digest/{block}",
                        "/api/v1/tx/{hash}",
                        "/api/v1/stream",
                        "fromBlock");
    }

    private List<String> names(String path, String after) {
        var page = json(path + after);
        var names = new ArrayList<String>();
        List<Map<String, Object>> entries = page.getList("entries");
        entries.forEach(e -> names.add(e.get("txHash") + " " + e.get("logIndex")));
        var next = page.getString("next");
        if (next != null) {
            names.addAll(names(path, "&after=" + next));
        }
        return names;
    }

    private JsonPath json(String path) {
        return getData(path).then().log().ifValidationFails().statusCode(200).extract().jsonPath();
    }
}
