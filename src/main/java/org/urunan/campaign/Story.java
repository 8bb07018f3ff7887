package org.urunan.campaign;

import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Heading;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.HtmlRenderer;
import org.owasp.html.HtmlPolicyBuilder;
import org.owasp.html.PolicyFactory;

/**
 * A campaign's story as HTML that cannot do anything but be read: CommonMark with HTML escaped and
 * URLs checked, then an allow-list. No pictures, no ids, no classes; links are https alone. Its
 * headings begin at h3, below the page's own.
 */
public final class Story {

    // Deeper nesting than any reader follows; without a limit it would cost stack and time.
    private static final int DEEPEST = 24;
    private static final int FIRST_HEADING = 3;
    private static final int LAST_HEADING = 6;

    private static final Parser MARKDOWN =
            Parser.builder().maxOpenBlockParsers(DEEPEST).maxInlineNesting(DEEPEST).build();
    private static final HtmlRenderer HTML =
            HtmlRenderer.builder().escapeHtml(true).sanitizeUrls(true).build();
    private static final PolicyFactory ALLOWED =
            new HtmlPolicyBuilder()
                    .allowElements(
                            "p",
                            "br",
                            "hr",
                            "strong",
                            "em",
                            "h3",
                            "h4",
                            "h5",
                            "h6",
                            "ul",
                            "ol",
                            "li",
                            "blockquote",
                            "code",
                            "pre",
                            "a")
                    .allowUrlProtocols("https")
                    .allowAttributes("href")
                    .matching(SafeUrl::isSafe)
                    .onElements("a")
                    .requireRelsOnLinks("nofollow", "noopener", "ugc")
                    .toFactory();

    private Story() {}

    /**
     * @param markdown of any origin and any content; cut behind {@link Manifest#MAX_STORY}
     *     characters
     * @return HTML that may be put into a page unescaped
     */
    public static String render(String markdown) {
        var length = markdown.codePointCount(0, markdown.length());
        var text =
                length <= Manifest.MAX_STORY
                        ? markdown
                        : markdown.substring(0, markdown.offsetByCodePoints(0, Manifest.MAX_STORY));
        var document = MARKDOWN.parse(text);
        document.accept(new ShiftedHeadings());
        return ALLOWED.sanitize(HTML.render(document));
    }

    private static final class ShiftedHeadings extends AbstractVisitor {
        @Override
        public void visit(Heading heading) {
            heading.setLevel(Math.min(LAST_HEADING, heading.getLevel() + FIRST_HEADING - 1));
            visitChildren(heading);
        }
    }
}
