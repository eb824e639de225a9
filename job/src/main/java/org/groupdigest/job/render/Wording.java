package org.groupdigest.job.render;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.groupdigest.job.model.ActionItem;
import org.groupdigest.job.model.DigestRecord;
import org.groupdigest.job.model.Roles;
import org.groupdigest.job.model.Synthesis;
import org.groupdigest.job.model.Topics.Topic;
import org.groupdigest.job.model.text.CleanText;
import org.groupdigest.udfs.text.TextSimilarity;

/** What composers of one digest share: its language, its links, the names of its people. */
final class Wording {

  private static final double SAME = 0.76;
  private static final int MAX_NAME = 40;
  private static final int MAX_MARKER = 12;
  private static final Pattern USER_NAME = Pattern.compile("(?=.*[A-Za-z])[A-Za-z0-9_]+");
  private static final Pattern TECHNICAL_ID = Pattern.compile("(?:user|channel|chat|id)?-?\\d+");

  private final DigestRecord digest;
  private final Messages messages;
  private final LinkPattern links;
  private final TextSpans texts;
  private final Set<String> authors;
  private final boolean arrows;
  private final boolean brief;

  Wording(DigestRecord digest, Messages messages, LinkPattern links) {
    this(digest, messages, links, true, false);
  }

  private Wording(
      DigestRecord digest, Messages messages, LinkPattern links, boolean arrows, boolean brief) {
    this.digest = digest;
    this.messages = messages;
    this.links = links;
    this.texts = new TextSpans(people(digest));
    this.authors = authors(digest);
    this.arrows = arrows;
    this.brief = brief;
  }

  /** The same, but links show which message they lead to. */
  static Wording withMarkers(DigestRecord digest, Messages messages, LinkPattern links) {
    return new Wording(digest, messages, links, false, false);
  }

  /** The same, but told briefly: one link a point, and topics without their details. */
  Wording briefly() {
    return new Wording(digest, messages, links, arrows, true);
  }

  /** Whether details are left out. */
  boolean isBrief() {
    return brief;
  }

  DigestRecord digest() {
    return digest;
  }

  Messages messages() {
    return messages;
  }

  /** A text of the chat or of a model as spans. */
  List<Span> text(String text) {
    return texts.of(text, Span.Style.PLAIN);
  }

  /** A heading of the chat or of a model as spans. */
  List<Span> bold(String text) {
    return texts.of(text, Span.Style.BOLD);
  }

  /** A remark in small print as spans. */
  List<Span> italic(String text) {
    return texts.of(text, Span.Style.ITALIC);
  }

  /** A text with links to at most this many of its sources. */
  List<Span> claim(String text, List<String> messageIds, int maxLinks) {
    List<Span> spans = new ArrayList<>(text(text));
    spans.addAll(sources(messageIds, maxLinks));
    return spans;
  }

  /** Links to at most this many messages; a marker where a message has no address. */
  List<Span> sources(List<String> messageIds, int maxLinks) {
    List<Span> spans = new ArrayList<>();
    messageIds.stream()
        .distinct()
        .limit(brief ? 1 : maxLinks)
        .forEach(id -> spans.addAll(source(id)));
    return spans;
  }

  private List<Span> source(String messageId) {
    Span separator = Span.plain(" ");
    return address(messageId)
        .map(href -> List.of(separator, Span.link(arrows ? "→" : marker(messageId), href)))
        .orElseGet(() -> List.of(separator, Span.plain(marker(messageId))));
  }

  /** Where a message can be read, if anywhere. */
  Optional<String> address(String messageId) {
    return links.link(digest.group(), digest.window().groupId(), messageId);
  }

  /** A message's short name. */
  static String marker(String messageId) {
    String id = CleanText.of(messageId).replaceAll("[^\\p{L}\\p{N}_-]", "");
    return "#" + CleanText.clip(id, MAX_MARKER);
  }

  /** How a participant is called: {@code @name} for what looks like a user name, else as it is. */
  static String person(String name) {
    String clean = CleanText.clip(CleanText.of(name), MAX_NAME);
    if (clean.isEmpty()) {
      return "?";
    }
    boolean userName = USER_NAME.matcher(clean).matches() && !TECHNICAL_ID.matcher(clean).matches();
    return userName ? "@" + clean : clean;
  }

  /** Names as spans; a display name that looks like an address does not become a link. */
  List<Span> person(String name, Span.Style style) {
    return texts.of(person(name), style);
  }

  /** The group's shown name. */
  String groupTitle() {
    for (String name : new String[] {digest.group().title(), digest.group().username()}) {
      String clean = CleanText.of(name);
      if (!clean.isEmpty()) {
        return CleanText.clip(clean, 80);
      }
    }
    return CleanText.clip(CleanText.of(digest.window().groupId()), 40);
  }

  /** Whether a text is what a participant said, after their name. */
  boolean isSaid(String text) {
    return authors.stream()
        .anyMatch(name -> text.startsWith(name + ": ") || text.startsWith(name + " ("));
  }

  /** Whether two texts say the same in nearly the same words. */
  static boolean same(String a, String b) {
    return a != null
        && b != null
        && (a.strip().equalsIgnoreCase(b.strip()) || TextSimilarity.cosine(a, b) >= SAME);
  }

  private static Set<String> authors(DigestRecord digest) {
    Set<String> authors = new HashSet<>();
    digest.sources().forEach(source -> authors.add(source.author()));
    return authors;
  }

  private static Set<String> people(DigestRecord digest) {
    Set<String> people = new HashSet<>();
    digest.roles().participants().stream().map(Roles.Participant::username).forEach(people::add);
    for (Topic topic : digest.topics().topics()) {
      people.addAll(topic.owners());
      topic.actions().stream().map(ActionItem::owner).forEach(people::add);
    }
    if (digest.synthesis() != null) {
      digest.synthesis().participants().stream()
          .map(Synthesis.Mention::username)
          .forEach(people::add);
      digest.synthesis().actions().stream().map(ActionItem::owner).forEach(people::add);
    }
    Set<String> lower = new HashSet<>();
    people.stream()
        .filter(name -> name != null)
        .forEach(name -> lower.add(name.toLowerCase(Locale.ROOT)));
    return lower;
  }
}
