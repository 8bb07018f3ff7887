package org.urunan.web;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.urunan.ledger.Day;
import org.urunan.ledger.LedgerFilter;
import org.urunan.ledger.LedgerPage;
import org.urunan.ledger.LedgerView;
import org.urunan.ledger.Total;
import org.urunan.money.Token;
import org.urunan.money.TokenList;

/** One page of the ledger with filter, totals and chart: of everything, or of one campaign. */
@ApplicationScoped
class LedgerOverview {

    private static final int ROWS = 25;

    @CheckedTemplate(basePath = "LedgerPages")
    static class Templates {
        static native TemplateInstance ledger(
                Page page,
                String path,
                @Nullable CampaignShown campaign,
                LedgerFilter filter,
                List<Token> tokens,
                List<Total> totals,
                DailyChart chart,
                List<EntryRow> rows,
                LedgerPage keys);
    }

    private final TokenList tokens;
    private final EntryRows entryRows;

    LedgerOverview(TokenList tokens, EntryRows entryRows) {
        this.tokens = tokens;
        this.entryRows = entryRows;
    }

    /**
     * @param path of this ledger, without a query
     * @param campaign null for the whole ledger
     */
    TemplateInstance of(
            LedgerView view,
            Page page,
            String path,
            @Nullable CampaignShown campaign,
            LedgerFilter filter,
            @Nullable String after) {
        var found = view.page(FilterInUrl.query(filter, false, after, ROWS));
        return Templates.ledger(
                page,
                path,
                campaign,
                filter,
                tokens.tokens(),
                totals(view, filter),
                new DailyChart(days(view, filter)),
                entryRows.of(view, found.entries()),
                found);
    }

    /** Of what the ledger keeps totals of: never a sum over its entries. */
    private static List<Total> totals(LedgerView view, LedgerFilter filter) {
        if (filter.campaign() != null) {
            return view.totalsOf(filter.campaign());
        }
        return filter.beneficiary() != null
                ? view.totalsOf(filter.beneficiary())
                : view.totalsOfEverything();
    }

    /** None for a filter that would have to be counted. */
    private static List<Day> days(LedgerView view, LedgerFilter filter) {
        if (!filter.isOfOneScope()) {
            return List.of();
        }
        if (filter.campaign() != null) {
            return view.daysOf(filter.campaign());
        }
        return filter.beneficiary() != null
                ? view.daysOf(filter.beneficiary())
                : view.daysOfEverything();
    }
}
