package org.groupdigest.job.render;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.groupdigest.job.model.DigestRecord;
import org.groupdigest.job.model.Synthesis;
import org.groupdigest.job.model.text.CleanText;

/**
 * Self-contained web pages: a digest with everything that lets a reader check it, and an index over
 * several. No script and no request to anywhere; a content security policy says the same to the
 * browser. Light or dark as the reader's system is. Deterministic and thread-safe.
 */
public final class HtmlPage {

  /** Name of the index among the pages. */
  public static final String INDEX = "index.html";

  private static final int MAX_TEASER = 220;
  private static final int HEAD = 1024;
  private static final String POLICY = "content=\"default-src 'none'; style-src 'unsafe-inline'\"";
  private static final Pattern PAGE_NAME =
      Pattern.compile("\\d{4}-\\d\\d-\\d\\d-\\d{4}-\\d+h-.*\\.html");

  private final MessageCatalog catalog;
  private final LinkPattern links;
  private final String style;

  /** Pages with these words and links. */
  public HtmlPage(MessageCatalog catalog, LinkPattern links) {
    this.catalog = catalog;
    this.links = links;
    this.style = resource("/render/page.css");
  }

  /** The page of one digest, whatever its status, beside its {@link #index}. */
  public String digest(DigestRecord digest) {
    Wording words = wording(digest);
    String back = Html.link(INDEX, "back", "← " + Html.escape(words.messages().get("page.back")));
    return page(words, Html.element("nav", "", back));
  }

  /** The page of one digest, whatever its status, that stands alone. */
  public String alone(DigestRecord digest) {
    return page(wording(digest), "");
  }

  private String page(Wording words, String before) {
    DigestPage page = new DigestPage(words);
    DigestPanels panels = new DigestPanels(words);
    String main =
        before
            + page.header()
            + Html.element(
                "div",
                "columns",
                Html.element("main", "", page.content() + panels.below())
                    + Html.element("aside", "", panels.beside()));
    return document(words.messages(), words.groupTitle(), main);
  }

  /**
   * The index, in the order given.
   *
   * @param language ISO 639-1 code of the page's own words
   * @param digests digests whose pages stand beside it under {@link #fileName}
   */
  public String index(String language, List<DigestRecord> digests) {
    Messages messages = catalog.of(language);
    StringBuilder cards = new StringBuilder();
    digests.forEach(digest -> cards.append(card(digest)));
    String count = messages.count("page.index.count", digests.size());
    String main =
        Html.element(
                "header",
                "",
                Html.textElement("p", "date", count)
                    + Html.textElement("h1", "", messages.get("page.index.title")))
            + Html.element("div", "cards", cards.toString());
    return document(messages, messages.get("page.index.title"), main);
  }

  /** The file name of a digest's page: letters, digits and hyphens, sorted by local time. */
  public static String fileName(DigestRecord digest) {
    String start =
        DateTimeFormatter.ofPattern("yyyy-MM-dd-HHmm", Locale.ROOT)
            .format(digest.window().start().atZone(ZoneId.of(digest.window().timeZone())));
    return "%s-%dh-%s-%s.html"
        .formatted(
            start,
            digest.window().hours(),
            slug(ShownId.of(digest.window().groupId()), 32),
            slug(digest.window().windowId(), 13));
  }

  /** Whether a file is a page that was written here: by its name and by what is in its head. */
  public static boolean isPage(Path file) throws IOException {
    if (!PAGE_NAME.matcher(file.getFileName().toString()).matches()
        || !Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
      return false;
    }
    try (InputStream in = Files.newInputStream(file)) {
      return new String(in.readNBytes(HEAD), StandardCharsets.UTF_8).contains(POLICY);
    }
  }

  private String card(DigestRecord digest) {
    Wording words = wording(digest);
    Messages messages = words.messages();
    String facts =
        WindowWords.withYear(digest.window(), messages)
            + " · "
            + messages.count("messages", digest.messageCount());
    String card =
        Html.textElement("span", "date", facts)
            + Html.textElement("b", "name", words.groupTitle())
            + Html.textElement("span", "teaser", teaser(digest, messages))
            + DigestPage.statusChip(digest, messages);
    return Html.link(fileName(digest), "card", card) + "\n";
  }

  private static String teaser(DigestRecord digest, Messages messages) {
    Synthesis synthesis = digest.synthesis();
    if (synthesis == null) {
      return ReasonWords.of(digest, messages);
    }
    if (synthesis.headline() != null) {
      return CleanText.clip(CleanText.of(synthesis.headline().text()), MAX_TEASER);
    }
    return digest.topics().topics().stream()
        .map(topic -> CleanText.clip(CleanText.of(topic.title()), MAX_TEASER))
        .findFirst()
        .orElseGet(() -> messages.get("quiet"));
  }

  private Wording wording(DigestRecord digest) {
    return new Wording(digest, catalog.of(digest.language()), links);
  }

  private String document(Messages messages, String title, String body) {
    return """
        <!DOCTYPE html>
        <html lang="%s">
        <head>
        <meta charset="utf-8">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <meta name="referrer" content="no-referrer">
        <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
        <meta name="color-scheme" content="light dark">
        <title>%s</title>
        <style>
        %s</style>
        </head>
        <body>
        <div class="page">
        %s</div>
        </body>
        </html>
        """
        .formatted(messages.locale().toLanguageTag(), Html.escape(title), style, body);
  }

  private static String slug(String text, int length) {
    String slug = text.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-");
    String trimmed = slug.replaceAll("^-+", "");
    String cut = trimmed.substring(0, Math.min(length, trimmed.length())).replaceAll("-+$", "");
    return cut.isEmpty() ? "x" : cut;
  }

  private static String resource(String path) {
    try (InputStream in = HtmlPage.class.getResourceAsStream(path)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(path, e);
    }
  }
}
