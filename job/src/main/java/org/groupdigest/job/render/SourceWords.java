package org.groupdigest.job.render;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import org.groupdigest.job.model.WindowRef;
import org.groupdigest.job.model.text.CleanText;
import org.groupdigest.job.render.DigestSources.Source;

/**
 * Words that stand for a source behind a line: a link where there is one, else author, time and
 * number in brackets, which nobody takes for a link.
 */
final class SourceWords {

  private static final int MAX_NAME = 24;
  private static final Duration A_DAY = Duration.ofHours(25);
  private static final DateTimeFormatter DATE_AND_TIME =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.ROOT);

  private final DigestSources sources;
  private final Function<String, Optional<String>> address;
  private final Messages messages;
  private final WindowRef window;
  private final boolean arrows;

  /**
   * @param address where a message can be read, also one that the digest does not cite
   * @param arrows whether a link is an arrow where its target is told by nothing else
   */
  SourceWords(
      DigestSources sources,
      Function<String, Optional<String>> address,
      Messages messages,
      WindowRef window,
      boolean arrows) {
    this.sources = sources;
    this.address = address;
    this.messages = messages;
    this.window = window;
    this.arrows = arrows;
  }

  /** Spans for some messages, with a blank before them. */
  List<Span> of(List<String> messageIds, TextSpans texts) {
    List<Span> spans = new ArrayList<>();
    List<String> unlinked = new ArrayList<>();
    for (String id : messageIds) {
      Optional<String> href = address.apply(id);
      if (href.isEmpty()) {
        unlinked.add(label(id));
      } else {
        spans.add(Span.plain(" "));
        spans.add(Span.link(arrows && !sources.areCounted() ? "→" : number(id), href.get()));
      }
    }
    if (!unlinked.isEmpty()) {
      spans.add(Span.plain(" ("));
      spans.addAll(texts.ofName(String.join("; ", unlinked), Span.Style.PLAIN));
      spans.add(Span.plain(")"));
    }
    return spans;
  }

  /** The short number of a message, or an arrow for one that the digest does not cite. */
  String number(String messageId) {
    return sources.find(messageId).map(source -> "#" + source.number()).orElse("→");
  }

  /** Author, time and number of a message without a link, as far as they are known. */
  String label(String messageId) {
    Source source = sources.find(messageId).orElse(null);
    if (source == null || source.postedAt() == null) {
      return number(messageId);
    }
    String author = CleanText.clip(CleanText.of(source.author()), MAX_NAME);
    String time = time(source.postedAt());
    return (author.isEmpty() ? time : author + ", " + time) + " · #" + source.number();
  }

  /** Date and time of a message in the tenant's time zone, empty when it is not known. */
  String dateAndTime(Instant postedAt) {
    return postedAt == null ? "" : DATE_AND_TIME.format(postedAt.atZone(zone()));
  }

  private String time(Instant postedAt) {
    boolean oneDay = Duration.between(window.start(), window.end()).compareTo(A_DAY) <= 0;
    String pattern =
        oneDay ? messages.get("time") : messages.get("date.short") + ", " + messages.get("time");
    return DateTimeFormatter.ofPattern(pattern, messages.locale()).format(postedAt.atZone(zone()));
  }

  private ZoneId zone() {
    return ZoneId.of(window.timeZone());
  }
}
