package org.groupdigest.job.render;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.groupdigest.job.model.DigestRecord;
import org.groupdigest.job.model.text.CleanText;
import org.groupdigest.job.model.text.ShortName;
import org.groupdigest.udfs.text.TextSimilarity;

/** What composers of one digest share: its language, its links, the names of its people. */
final class Wording {

  private static final double SAME = 0.76;

  private final DigestRecord digest;
  private final Messages messages;
  private final LinkPattern links;
  private final ShownPeople people;
  private final DigestSources sources;
  private final SourceWords sourceWords;
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
    this.people = new ShownPeople(digest);
    this.sources = DigestSources.of(digest, links);
    this.sourceWords = new SourceWords(sources, this::address, messages, digest.window(), arrows);
    this.texts = new TextSpans(people.mentioned());
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

  /** What leads to at most this many messages, see {@link SourceWords}. */
  List<Span> sources(List<String> messageIds, int maxLinks) {
    List<String> shown = messageIds.stream().distinct().limit(brief ? 1 : maxLinks).toList();
    return sourceWords.of(shown, texts);
  }

  /** All that the digest cites. */
  DigestSources sources() {
    return sources;
  }

  /** How sources are called. */
  SourceWords sourceWords() {
    return sourceWords;
  }

  /** Where a message can be read, if anywhere. */
  Optional<String> address(String messageId) {
    return links.link(digest.group(), digest.window().groupId(), messageId);
  }

  /** How a participant is called, as plain text. */
  String person(String name) {
    return people.name(name);
  }

  /** Names as spans; a display name that looks like an address does not become a link. */
  List<Span> person(String name, Span.Style style) {
    return texts.ofName(people.name(name), style);
  }

  /** A name that stands behind a line as its source and calls nobody. */
  List<Span> author(String name) {
    return texts.ofName(ShortName.of(name), Span.Style.PLAIN);
  }

  /** The group's shown name. */
  String groupTitle() {
    for (String name : new String[] {digest.group().title(), digest.group().username()}) {
      String clean = CleanText.of(name);
      if (!clean.isEmpty()) {
        return CleanText.clip(clean, 80);
      }
    }
    return CleanText.clip(ShownId.of(digest.window().groupId()), 40);
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
}
