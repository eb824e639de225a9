package org.groupdigest.job.render;

import java.util.ArrayList;
import java.util.List;
import org.groupdigest.job.model.BaselineDelta;
import org.groupdigest.job.model.BaselineDelta.ContinuedTopic;
import org.groupdigest.job.model.DeterministicChecks;
import org.groupdigest.job.model.DigestRecord;
import org.groupdigest.job.model.text.CleanText;

/** Writes what ends a digest: the comparison with the previous one, and how it was made. */
final class FootComposer {

  private static final int MAX_CONTINUED = 2;
  private static final int MAX_QUOTE = 40;
  private static final String EXTRACTIVE = "extractive";

  private final Wording words;
  private final Messages messages;

  FootComposer(Wording words) {
    this.words = words;
    this.messages = words.messages();
  }

  List<Item> foot(DigestRecord digest) {
    List<Item> items = new ArrayList<>();
    List<Span> since = since(digest);
    if (!since.isEmpty()) {
      items.add(new Item(List.of(new Line(Line.Kind.TEXT, since)), true, 0));
    }
    List<String> sentences = sentences(digest);
    if (!sentences.isEmpty()) {
      List<Span> footer = words.italic(String.join(" ", sentences));
      Line line = new Line(Line.Kind.FOOTER, footer);
      items.add(new Item(List.of(line), items.isEmpty(), 0));
    }
    return items;
  }

  /** The comparison with the previous digest; nothing without one or without topics. */
  List<Span> since(DigestRecord digest) {
    BaselineDelta delta = digest.baselineDelta();
    List<Span> spans = new ArrayList<>();
    if (delta != null && delta.hasBaseline() && !digest.topics().topics().isEmpty()) {
      spans.add(Span.bold(messages.get("label.since")));
      spans.add(Span.plain(" "));
      spans.addAll(words.text(String.join(", ", news(digest, delta))));
    }
    return spans;
  }

  private List<String> news(DigestRecord digest, BaselineDelta delta) {
    List<String> news = new ArrayList<>();
    if (delta.novelTopics() > 0) {
      news.add(messages.count("since.novel", delta.novelTopics()));
    }
    String key = digest.window().hours() == 24 ? "since.days" : "since.digests";
    for (ContinuedTopic topic : delta.continued().stream().limit(MAX_CONTINUED).toList()) {
      String title = CleanText.clip(CleanText.of(topic.title()), MAX_QUOTE);
      news.add(messages.get(key, messages.get("quote", title), topic.streak()));
    }
    if (news.isEmpty()) {
      news.add(messages.get("since.none"));
    }
    if (delta.degraded()) {
      news.add(messages.get("since.degraded"));
    }
    return news;
  }

  private List<String> sentences(DigestRecord digest) {
    List<String> sentences = new ArrayList<>();
    if (digest.emotions() != null) {
      sentences.add(ToneWords.of(digest.emotions(), messages));
    }
    DeterministicChecks checks = digest.checks();
    if (checks != null && checks.citations() > 0) {
      sentences.add(messages.get("citations", checks.resolvedCitations(), checks.citations()));
    }
    String model = CleanText.clip(CleanText.of(digest.synthesisModel()), MAX_QUOTE);
    if (!model.equals("none") && !model.isEmpty()) {
      boolean builtIn = model.startsWith(EXTRACTIVE);
      sentences.add(messages.get(builtIn ? "model.none" : "model", model));
    }
    digest.degradations().forEach(degradation -> sentences.add(degradation(degradation, messages)));
    return sentences;
  }

  /** A degradation in the digest's language, by its code; other text stays as it is. */
  static String degradation(String degradation, Messages messages) {
    String key = "degradation." + degradation;
    return messages.has(key)
        ? messages.get(key)
        : CleanText.clip(CleanText.of(degradation), 3 * MAX_QUOTE);
  }
}
