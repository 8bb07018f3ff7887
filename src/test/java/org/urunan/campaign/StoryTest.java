package org.urunan.campaign;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.time.Duration;
import java.util.Locale;
import java.util.Random;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StoryTest {

    @Test
    void rendersMarkdown() {
        assertThat(Story.render("Kami *butuh* **air**.\n\n- satu\n- dua\n\n> kata\n\n`x<y`"))
                .isEqualTo(
                        """
                        <p>Kami <em>butuh</em> <strong>air</strong>.</p>
                        <ul><li>satu</li><li>dua</li></ul>
                        <blockquote>
                        <p>kata</p>
                        </blockquote>
                        <p><code>x&lt;y</code></p>
                        """);
    }

    @Test
    void headingsBeginBelowThePagesOwn() {
        assertThat(Story.render("# A\n## B\n###### C"))
                .isEqualTo("<h3>A</h3>\n<h4>B</h4>\n<h6>C</h6>\n");
    }

    @Test
    void linksAreHttpsAndSayThatPeopleSetThem() {
        assertThat(Story.render("[a](https://a.example/x?b=1&c=2 \"title\")"))
                .startsWith("<p><a href=\"https://a.example/x?b&#61;1&amp;c&#61;2\"")
                .contains("rel=\"nofollow noopener ugc\"")
                .doesNotContain("title=");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<script>alert(1)</script>",
                "<img src=x onerror=alert(1)>",
                "![x](https://elsewhere.example/pixel.png)",
                "![x](data:image/png;base64,AAAA)",
                "[x](javascript:alert(1))",
                "[x](JaVaScRiPt:alert(1))",
                "[x](\u0001javascript:alert(1))",
                "[x](data:text/html;base64,PHNjcmlwdD4=)",
                "[x](vbscript:x)",
                "[x](ethereum:0x5fbdb2315678afecb367f032d93f642f64180aa3)",
                "[x](http://a.example)",
                "[x](//a.example)",
                "[x](/campaigns/new)",
                "[x](#id)",
                "[x](https://user@a.example)",
                "[x](mailto:a@b.example)",
                "<javascript:alert(1)>",
                "<http://a.example>",
                "<div id=pay class=button style='position:fixed'>pay here</div>",
                "<a href=javascript:alert(1)>x</a>",
                "<svg/onload=alert(1)>",
                "<style>*{display:none}</style>",
                "<form action=https://a.example><input name=seed></form>",
                "<iframe src=https://a.example></iframe>",
                "<base href=https://a.example>",
                "<meta http-equiv=refresh content=0>",
                "```html onmouseover=alert(1)\n<script>x</script>\n```",
                "[x]: javascript:alert(1)\n\n[x]",
                "&lt;script&gt;alert(1)&lt;/script&gt;",
                "<!-- <script> -->",
                "<![CDATA[<script>]]>",
                "\u0000<script>alert(1)</script>",
            })
    void hostileStoriesAreText(String markdown) {
        var html = Story.render(markdown).toLowerCase(Locale.ROOT);
        assertThat(html.replaceAll("</?(p|code|pre|h3|a)>|<(br|hr) ?/>", ""))
                .as("no element but text: %s", html)
                .doesNotContain("<");
    }

    @Test
    void onlyAllowedElementsComeOutOfAnything() {
        var random = new Random(20_261_120);
        var pieces =
                new String[] {
                    "<",
                    ">",
                    "\"",
                    "'",
                    "`",
                    "[",
                    "](",
                    ")",
                    "!",
                    "*",
                    "_",
                    "#",
                    "\n",
                    "\n\n",
                    "> ",
                    "- ",
                    "1. ",
                    "script",
                    "a href=",
                    "javascript:",
                    "https://a.example",
                    "&#x3c;",
                    "\\",
                    "\t",
                    "    ",
                    "\u0000",
                    "\u2028",
                    "<!--",
                    "-->",
                    "]]>",
                    "onload=",
                    "ä",
                    "💧"
                };
        for (var round = 0; round < 3_000; round++) {
            var markdown = new StringBuilder();
            for (var i = random.nextInt(60); i >= 0; i--) {
                markdown.append(pieces[random.nextInt(pieces.length)]);
            }
            var html = Story.render(markdown.toString());
            assertThat(
                            html.replaceAll(
                                    "</?(p|strong|em|h[3-6]|ul|ol|li|blockquote|code|pre|a)>"
                                            + "|<[bh]r />"
                                            + "|<a href=\"https://[^\"<>]*\" rel=\"nofollow noopener"
                                            + " ugc\">",
                                    ""))
                    .as(markdown.toString())
                    .doesNotContain("<");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "> ", "- ", "[", "![", "*a ", "**a ", "_a*", "`", "((", "<", "&", "[a](", "1) ",
                "\n#"
            })
    void deepNestingCostsNeitherStackNorTime(String piece) {
        var markdown = piece.repeat(20_000 / piece.length());
        Assertions.assertTimeout(
                Duration.ofSeconds(5),
                () -> assertThatCode(() -> Story.render(markdown)).doesNotThrowAnyException());
    }

    @Test
    void textBehindTheLimitIsCut() {
        assertThat(Story.render("a".repeat(30_000))).hasSize("<p></p>\n".length() + 20_000);
    }
}
