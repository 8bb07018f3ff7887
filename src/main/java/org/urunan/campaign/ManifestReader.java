package org.urunan.campaign;

import java.math.BigInteger;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.urunan.campaign.Manifest.Category;
import org.urunan.campaign.Manifest.Goal;
import org.urunan.campaign.Manifest.Link;
import org.urunan.campaign.Problem.Kind;
import org.urunan.content.Cid;
import org.urunan.money.Address;
import org.urunan.money.Amount;

/** Reads one manifest; what is wrong is collected, so that a person sees all of it at once. */
final class ManifestReader {

    private static final Set<String> MEMBERS =
            Set.of(
                    "version",
                    "language",
                    "title",
                    "summary",
                    "story",
                    "category",
                    "place",
                    "goal",
                    "endDate",
                    "pictures",
                    "links");
    private static final List<String> CATEGORIES =
            Arrays.stream(Category.values()).map(Category::word).toList();
    private static final Pattern AMOUNT = Pattern.compile("[1-9][0-9]{0,77}");
    // java.time would also take years of more digits and signs.
    private static final Pattern DATE = Pattern.compile("20[0-9]{2}-[0-9]{2}-[0-9]{2}");

    private final List<Problem> problems = new ArrayList<>();

    Reading read(byte[] bytes) {
        if (bytes.length > Manifest.MAX_SIZE) {
            return refused(Problem.of("", Kind.TOO_LARGE, Manifest.MAX_SIZE));
        }
        var root = StrictJson.parse(bytes);
        if (root == null) {
            return refused(Problem.of("", Kind.NOT_JSON));
        }
        if (!root.isObject()) {
            return refused(Problem.of("", Kind.WRONG_TYPE));
        }
        var manifest = manifest(new Members("", root, problems));
        return problems.isEmpty()
                ? new Reading.Accepted(manifest)
                : new Reading.Refused(List.copyOf(problems));
    }

    private static Reading refused(Problem problem) {
        return new Reading.Refused(List.of(problem));
    }

    private Manifest manifest(Members members) {
        members.onlyHas(MEMBERS);
        version(members);
        return new Manifest(
                members.oneOf("language", Manifest.LANGUAGES),
                members.line("title", 1, Manifest.MAX_TITLE),
                members.line("summary", 1, Manifest.MAX_SUMMARY),
                members.story("story", Manifest.MAX_STORY),
                category(members),
                members.line("place", 0, Manifest.MAX_PLACE),
                goal(members),
                endDate(members),
                pictures(members),
                links(members));
    }

    private void version(Members members) {
        var version = members.required("version");
        if (version != null && !(version.isInt() && version.intValue() == 1)) {
            members.problem("version", Kind.WRONG_VERSION);
        }
    }

    private Category category(Members members) {
        var word = members.oneOf("category", CATEGORIES);
        return Arrays.stream(Category.values())
                .filter(category -> category.word().equals(word))
                .findFirst()
                .orElse(Category.OTHER);
    }

    private @Nullable Goal goal(Members members) {
        var goal = members.object("goal");
        if (goal == null) {
            return null;
        }
        goal.onlyHas(Set.of("token", "amount"));
        var token = address(goal);
        var amount = goal.text("amount");
        if (amount == null) {
            return null;
        }
        if (!AMOUNT.matcher(amount).matches() || new BigInteger(amount).compareTo(Amount.MAX) > 0) {
            goal.problem("amount", Kind.NOT_AN_AMOUNT);
            return null;
        }
        return token == null ? null : new Goal(token, new BigInteger(amount));
    }

    private static @Nullable Address address(Members goal) {
        var text = goal.text("token");
        if (text == null) {
            return null;
        }
        try {
            var address = Address.parse(text);
            if (!address.equals(Address.ZERO)) {
                return address;
            }
        } catch (IllegalArgumentException e) {
            // Told below, in the words of the form.
        }
        goal.problem("token", Kind.NOT_AN_ADDRESS);
        return null;
    }

    private static @Nullable LocalDate endDate(Members members) {
        if (!members.has("endDate")) {
            return null;
        }
        var text = members.text("endDate");
        if (text == null) {
            return null;
        }
        try {
            if (DATE.matcher(text).matches()) {
                return LocalDate.parse(text);
            }
        } catch (DateTimeParseException e) {
            // Told below: 2026-02-30 and the like.
        }
        members.problem("endDate", Kind.NOT_A_DATE);
        return null;
    }

    private List<Cid> pictures(Members members) {
        var pictures = new ArrayList<Cid>();
        for (var item : members.list("pictures", Manifest.MAX_PICTURES)) {
            var cid = cid(item);
            if (cid == null) {
                item.problem(Kind.NOT_A_CID);
            } else if (pictures.contains(cid)) {
                item.problem(Kind.DUPLICATE);
            } else {
                pictures.add(cid);
            }
        }
        return pictures;
    }

    private static @Nullable Cid cid(Members.Item item) {
        try {
            return item.value().isTextual() ? Cid.parse(item.value().textValue()) : null;
        } catch (IllegalArgumentException e) {
            return null;
        }
    }

    private List<Link> links(Members members) {
        var links = new ArrayList<Link>();
        for (var item : members.list("links", Manifest.MAX_LINKS)) {
            if (!item.value().isObject()) {
                item.problem(Kind.WRONG_TYPE);
                continue;
            }
            var link = new Members(item.field(), item.value(), problems);
            link.onlyHas(Set.of("label", "url"));
            links.add(new Link(link.line("label", 1, Manifest.MAX_LABEL), url(link)));
        }
        return links;
    }

    private static String url(Members link) {
        var url = link.text("url");
        if (url == null) {
            return "";
        }
        if (url.length() > Manifest.MAX_URL) {
            link.problem("url", Kind.TOO_LONG, Manifest.MAX_URL);
        } else if (!SafeUrl.isSafe(url)) {
            link.problem("url", Kind.NOT_HTTPS);
        }
        return url;
    }
}
