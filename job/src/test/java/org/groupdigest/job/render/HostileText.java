package org.groupdigest.job.render;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Tuple;

/** Texts that try to break out: markup, links, direction marks, joiners, giants, halves. */
public final class HostileText {

  private HostileText() {}

  /** Any such text, up to some ten thousand characters. */
  public static Arbitrary<String> any() {
    Arbitrary<String> known =
        Arbitraries.of(
            "<b>",
            "</b>",
            "<a href=\"https://evil.example/x\">",
            "</a>",
            "<script>",
            "&lt;",
            "&",
            "&amp",
            "\"",
            "'",
            "`",
            "```",
            "**",
            "__",
            "[x](https://evil.example)",
            "~~",
            "https://evil.example/a?b=c&d",
            "evil.example",
            "www.evil.example",
            "tg://resolve",
            "@evil_channel",
            "/start",
            "javascript:alert(1)",
            "t.me/evil",
            "a@evil.example",
            "\u202e",
            "\u2066",
            "\u200b",
            "\u200d",
            "\ufeff",
            "\u0000",
            "\n",
            "\t",
            "\u2028",
            "👩‍👩‍👧‍👦",
            "👍🏽",
            "🇷🇺",
            "𝒳",
            "\ud83d",
            "\ude00",
            "é́́́́́́́́",
            "ы",
            "слово",
            " ",
            "1.",
            "# x",
            "- y",
            "> z",
            "]]>",
            "<!--",
            "=cmd",
            "|",
            "\\");
    Arbitrary<String> piece =
        Arbitraries.frequencyOf(
            Tuple.of(20, known),
            Tuple.of(10, Arbitraries.strings().ofMaxLength(40)),
            Tuple.of(1, Arbitraries.of("<", "&", "w", "𝒳", "ж").map(unit -> unit.repeat(10_000))));
    return piece.list().ofMaxSize(15).map(pieces -> String.join("", pieces));
  }
}
