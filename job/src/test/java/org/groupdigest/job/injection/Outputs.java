package org.groupdigest.job.injection;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.groupdigest.job.files.DigestLine;
import org.groupdigest.job.model.DigestRecord;
import org.groupdigest.job.model.Message;
import org.groupdigest.job.model.WindowContext;
import org.groupdigest.job.render.HtmlPage;
import org.groupdigest.job.render.LinkPattern;
import org.groupdigest.job.render.MessageCatalog;
import org.groupdigest.job.render.StrictTelegramHtml;

/** Reads everything that a digest is shown or sent as, and says what should not be there. */
final class Outputs {

  private static final HtmlPage PAGE =
      new HtmlPage(new MessageCatalog(), LinkPattern.telegramOnly());
  private static final String CHAT = "https://t.me/c/1234567890/";
  private static final Pattern OWN =
      Pattern.compile("https://t\\.me/c/1234567890/(\\d+)(?=[\\s),\"]|$)");
  private static final Pattern TAG = Pattern.compile("<([^>]*)>");
  private static final Pattern HREF = Pattern.compile("(?:href|src|srcset|action)=\"([^\"]*)\"");
  private static final Pattern ENTITY = Pattern.compile("&(?!(?:lt|gt|amp|quot|#39);)");
  private static final Set<String> VOID = Set.of("meta", "!DOCTYPE");
  private static final Set<String> PAGE_TAGS =
      Set.of(
          "!DOCTYPE",
          "html",
          "head",
          "meta",
          "title",
          "body",
          "div",
          "nav",
          "header",
          "main",
          "aside",
          "section",
          "article",
          "p",
          "h1",
          "h2",
          "h3",
          "ul",
          "li",
          "a",
          "b",
          "i",
          "em",
          "code",
          "span",
          "table",
          "thead",
          "tbody",
          "tr",
          "th",
          "td",
          "footer",
          "details",
          "summary");
  private static final Set<String> FORMS = Set.of("html", "markdown", "text");

  private final Set<String> ids;
  private final LinkHunter hunter;
  private final List<String> problems = new ArrayList<>();

  private Outputs(WindowContext window) {

    this.ids =
        window.messages().stream().map(Message::messageId).collect(Collectors.toUnmodifiableSet());
    this.hunter =
        new LinkHunter(
            window.messages().stream()
                .map(message -> message.author().toLowerCase(Locale.ROOT))
                .collect(Collectors.toSet()));
  }

  /** What is wrong with the outputs of a digest; empty when nothing is. */
  static List<String> problems(DigestRecord digest, WindowContext window) {
    Outputs outputs = new Outputs(window);
    outputs.telegram(digest.rendered().html());
    digest.rendered().htmlParts().forEach(outputs::telegram);
    outputs.markdown(digest.rendered().markdown());
    outputs.plain(digest.rendered().text());
    outputs.page(PAGE.digest(digest));
    outputs.page(PAGE.index("en", List.of(digest)));
    outputs.json(DigestLine.of(digest, LinkPattern.telegramOnly()));
    return outputs.problems;
  }

  private void telegram(String html) {
    invisible("html", html);
    try {
      StrictTelegramHtml read = StrictTelegramHtml.read(html);
      read.hrefs().forEach(href -> own("html", href));
      hunter.shown(read.outsideCode()).forEach(link -> problems.add("html links " + link));
    } catch (AssertionError broken) {
      problems.add("html " + broken.getMessage());
    }
    if (html.length() > 4096) {
      problems.add("html too long");
    }
  }

  private void markdown(String markdown) {
    invisible("markdown", markdown);
    StringBuilder shown = new StringBuilder();
    int at = 0;
    while (at < markdown.length()) {
      char c = markdown.charAt(at);
      if (c == '\\') {
        shown.append(markdown, at + 1, Math.min(at + 2, markdown.length()));
        at += 2;
      } else if (c == '`') {
        at = end(markdown, "`", at) + 1;
        shown.append('\u0001');
      } else if (markdown.startsWith("](", at)) {
        int end = end(markdown, ")", at);
        own("markdown", markdown.substring(at + 2, end));
        at = end + 1;
      } else {
        if ("<>&~|".indexOf(c) >= 0) {
          problems.add("markdown has markup " + c);
        }
        shown.append(c);
        at++;
      }
    }
    hunter.written(shown.toString()).forEach(link -> problems.add("markdown links " + link));
  }

  private int end(String text, String mark, int from) {
    int end = text.indexOf(mark, from + 1);
    if (end < 0) {
      problems.add("markdown leaves " + mark + " open");
    }
    return end < 0 ? text.length() : end;
  }

  private void plain(String text) {
    invisible("text", text);
    hunter.written(withoutOwn(text)).forEach(link -> problems.add("text links " + link));
  }

  private void page(String page) {
    String html = page.replaceAll("(?s)<style>.*?</style>", "");
    invisible("page", html);
    Deque<String> open = new ArrayDeque<>();
    for (Matcher tag = TAG.matcher(html); tag.find(); ) {
      pageTag(tag.group(1), open);
    }
    if (!open.isEmpty()) {
      problems.add("page leaves open " + open);
    }
    String text = TAG.matcher(html).replaceAll("\u0001");
    if (text.indexOf('<') >= 0 || ENTITY.matcher(text).find()) {
      problems.add("page has a bare mark");
    }
    HREF.matcher(html).results().map(found -> found.group(1)).forEach(this::pageLink);
  }

  private void pageTag(String tag, Deque<String> open) {
    String name = tag.split("[\\s/]", 2)[0];
    if (tag.startsWith("/")) {
      String closed = tag.substring(1);
      if (open.isEmpty() || !open.pop().equals(closed)) {
        problems.add("page closes what is not open: " + closed);
      }
    } else if (!PAGE_TAGS.contains(name) || tag.matches("(?i).*\\bon[a-z]+\\s*=.*")) {
      problems.add("page has the tag " + tag);
    } else if (!VOID.contains(name)) {
      open.push(name);
    }
  }

  private void pageLink(String href) {
    if (!href.matches("[a-z0-9-]+\\.html|#[a-z-]*")) {
      own("page", href);
    }
  }

  private void json(ObjectNode line) {
    line.path("sources").findValues("link").stream()
        .filter(JsonNode::isTextual)
        .forEach(link -> own("json sources", link.textValue()));
    line.path("sources").forEach(source -> ((ObjectNode) source).remove("link"));
    line.properties()
        .forEach(
            field -> {
              if (!FORMS.contains(field.getKey())) {
                texts(field.getValue(), text -> data(field.getKey(), text));
              }
            });
  }

  private void data(String field, String text) {
    invisible("json " + field, text);
    hunter.addresses(text).forEach(link -> problems.add("json " + field + " links " + link));
  }

  private static void texts(JsonNode node, Consumer<String> reader) {
    if (node.isTextual()) {
      reader.accept(node.textValue());
    }
    node.forEach(child -> texts(child, reader));
  }

  private void own(String form, String href) {
    Matcher own = OWN.matcher(href);
    if (!own.matches() || !ids.contains(own.group(1))) {
      problems.add(form + " leads to " + href);
    }
  }

  private String withoutOwn(String text) {
    return OWN.matcher(text)
        .replaceAll(found -> ids.contains(found.group(1)) ? "\u0001" : CHAT + "unknown");
  }

  private void invisible(String form, String text) {
    text.codePoints()
        .filter(Outputs::isHidden)
        .distinct()
        .forEach(c -> problems.add(form + " hides U+" + Integer.toHexString(c)));
  }

  // The chats have no emoji that are joined: a joiner anywhere is out of place.
  private static boolean isHidden(int c) {
    return switch (Character.getType(c)) {
      case Character.CONTROL -> c != '\n';
      case Character.FORMAT, Character.SURROGATE, Character.LINE_SEPARATOR -> true;
      default ->
          (c >= 0xFE00 && c <= 0xFE0E)
              || (c >= 0xE0000 && c <= 0xE0FFF)
              || Set.of(0x34F, 0x115F, 0x1160, 0x17B4, 0x17B5, 0x180B, 0x3164, 0xFFA0, 0x2800)
                  .contains(c);
    };
  }
}
