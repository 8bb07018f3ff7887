package org.urunan.dev;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.urunan.money.Address;
import org.urunan.money.CampaignId;
import org.urunan.money.Token;

/**
 * A campaign of the demo data: what is said of it, and when. Read from a resource of lines {@code
 * name: value}, an empty line, and the story.
 *
 * @param day of its announcement, 0 being the first of the demo's 90
 * @param weight how many of the gifts it draws, relative to the others
 * @param revision what a revised announcement adds to the story, or null
 */
record DemoCampaign(
        Map<String, String> says,
        List<String> pictures,
        List<Link> links,
        String story,
        @Nullable String revision,
        CampaignId id,
        double day,
        double weight) {

    record Link(String label, String url) {}

    private static final List<String> FILES =
            List.of(
                    "clinic-fridge",
                    "perahu-pustaka",
                    "air-bersih",
                    "mangroves",
                    "sarapan",
                    "turtles",
                    "atap-musala",
                    "gamelan",
                    "jembatan",
                    "wheelchairs",
                    "wheelchairs-moved",
                    "dana-warga",
                    "farm-radio");

    /**
     * @param accounts the chain's own, which the demo wallet has: a few beneficiaries are among
     *     them
     */
    static List<DemoCampaign> all(List<Address> accounts) {
        return FILES.stream().map(file -> read(file, accounts)).toList();
    }

    boolean isOpenOn(double day) {
        var closed = dayOf("closed");
        return this.day < day && (closed == null || closed > day);
    }

    /** Where it goes on, as its file says it: a person and number 1. */
    CampaignId successor() {
        var name = Objects.requireNonNull(says.get("successor"));
        return new CampaignId(Person.named(name).address(), BigInteger.ONE);
    }

    /** A day of the demo on which something else happens to it, for example {@code closed}. */
    @Nullable Double dayOf(String event) {
        var day = says.get(event);
        return day == null ? null : Double.valueOf(day);
    }

    /** What its goal is in, or the native coin. */
    Token goalToken(DevTokens tokens) {
        var goal = says.get("goal");
        return goal == null
                ? tokens.ether()
                : tokens.bySymbol(goal.substring(goal.indexOf(' ') + 1));
    }

    /** The size of gifts, in play dollars, that brings it near its goal in the demo's time. */
    double usualGift() {
        var goal = says.get("goal");
        if (goal == null) {
            return 30;
        }
        var parts = goal.split(" ", 2);
        var dollars = Double.parseDouble(parts[0]) * worth(parts[1]);
        return dollars * Double.parseDouble(says.getOrDefault("reached", "0.75")) / (2 * weight);
    }

    /** A play price in play dollars. */
    static double worth(Token token) {
        return worth(token.symbol());
    }

    private static double worth(String symbol) {
        return switch (symbol) {
            case "ETH" -> 2500;
            case "DEV" -> 0.1;
            default -> 1;
        };
    }

    /**
     * The members of its manifest, but for the pictures' CIDs.
     *
     * @param today the demo's last day
     */
    Map<String, Object> manifest(
            DevTokens tokens, LocalDate today, List<String> cids, boolean revised) {
        var manifest = new LinkedHashMap<String, Object>();
        manifest.put("version", 1);
        for (var member : List.of("language", "title", "summary")) {
            manifest.put(member, Objects.requireNonNull(says.get(member)));
        }
        manifest.put("story", revised && revision != null ? story + "\n\n" + revision : story);
        manifest.put("category", Objects.requireNonNull(says.get("category")));
        manifest.put("place", says.getOrDefault("place", ""));
        var goal = says.get("goal");
        if (goal != null) {
            manifest.put("goal", goal(tokens, goal.split(" ", 2)));
        }
        var days = says.get("ends");
        if (days != null) {
            manifest.put("endDate", today.plusDays(Long.parseLong(days)).toString());
        }
        manifest.put("pictures", cids);
        manifest.put(
                "links", links.stream().map(l -> Map.of("label", l.label, "url", l.url)).toList());
        return manifest;
    }

    private static Map<String, String> goal(DevTokens tokens, String[] amountAndSymbol) {
        var token = tokens.bySymbol(amountAndSymbol[1]);
        var amount = new BigDecimal(amountAndSymbol[0]).movePointRight(token.decimals());
        return Map.of(
                "token",
                token.address().toString(),
                "amount",
                amount.toBigIntegerExact().toString());
    }

    private static DemoCampaign read(String name, List<Address> accounts) {
        var says = new LinkedHashMap<String, String>();
        var pictures = new ArrayList<String>();
        var links = new ArrayList<Link>();
        try (var lines = open(name)) {
            for (var line = lines.readLine(); !line.isEmpty(); line = lines.readLine()) {
                var parts = line.split(": ", 2);
                switch (parts[0]) {
                    case "picture" -> pictures.add(parts[1]);
                    case "link" -> links.add(link(parts[1].split(" ", 2)));
                    default -> says.put(parts[0], parts[1]);
                }
            }
            var texts = String.join("\n", lines.readAllLines()).split("\n\n--- later\n\n", 2);
            return new DemoCampaign(
                    says,
                    pictures,
                    links,
                    texts[0].strip(),
                    texts.length > 1 ? texts[1].strip() : null,
                    idOf(says, accounts),
                    Double.parseDouble(Objects.requireNonNull(says.get("day"))),
                    Double.parseDouble(Objects.requireNonNull(says.get("weight"))));
        } catch (IOException e) {
            throw new UncheckedIOException("The demo campaign %s is unreadable".formatted(name), e);
        }
    }

    private static CampaignId idOf(Map<String, String> says, List<Address> accounts) {
        var name = Objects.requireNonNull(says.get("beneficiary"));
        var address =
                name.startsWith("anvil:")
                        ? accounts.get(Integer.parseInt(name.substring(6)))
                        : Person.named(name).address();
        return CampaignId.of(address, says.getOrDefault("number", "1"));
    }

    private static Link link(String[] urlAndLabel) {
        return new Link(urlAndLabel[1], urlAndLabel[0]);
    }

    private static BufferedReader open(String name) {
        var file = DemoCampaign.class.getResourceAsStream("/demo/%s.md".formatted(name));
        return new BufferedReader(
                new InputStreamReader(Objects.requireNonNull(file, name), StandardCharsets.UTF_8));
    }
}
