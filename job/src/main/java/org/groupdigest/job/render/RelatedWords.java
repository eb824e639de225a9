package org.groupdigest.job.render;

import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import org.groupdigest.job.model.RelatedTopic;
import org.groupdigest.job.model.WindowRef;

/** When a topic was discussed before, with a link to where; in the tenant's time zone. */
final class RelatedWords {

  private RelatedWords() {}

  /** The remark on a topic; empty when it has no earlier one. */
  static List<Span> of(String topicId, Wording words) {
    List<Span> spans = new ArrayList<>();
    words.digest().related().stream()
        .filter(earlier -> earlier.topicId().equals(topicId))
        .findFirst()
        .ifPresent(
            earlier -> {
              spans.add(Span.italic(when(earlier, words.digest().window(), words.messages())));
              spans.addAll(link(earlier.messageId(), words));
            });
    return spans;
  }

  /** A message without an address would be a riddle: the day alone is told. */
  private static List<Span> link(String messageId, Wording words) {
    return messageId == null || words.address(messageId).isEmpty()
        ? List.of()
        : words.sources(List.of(messageId), 1);
  }

  private static String when(RelatedTopic earlier, WindowRef window, Messages messages) {
    ZoneId zone = ZoneId.of(window.timeZone());
    LocalDate today = window.start().atZone(zone).toLocalDate();
    // A window that ends at midnight belongs to the day before.
    LocalDate day = earlier.windowEnd().minusMillis(1).atZone(zone).toLocalDate();
    if (day.equals(today)) {
      return messages.get("related.same_day");
    }
    String pattern = day.getYear() == today.getYear() ? "date.short" : "date.short.year";
    DateTimeFormatter format =
        DateTimeFormatter.ofPattern(messages.get(pattern), messages.locale());
    return messages.get("related.day", format.format(day));
  }
}
