package org.groupdigest.job.stage.extractive;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.groupdigest.job.model.Message;
import org.groupdigest.udfs.language.LanguageAnalyzer;

/**
 * How far a claim follows from the messages it cites: share of its content stems that stand in them
 * (authors' names included), nothing when it cites nothing or what is not in the window, half when
 * it has a number that they do not have.
 */
final class ClaimSupport {

  private static final Pattern NUMBER = Pattern.compile("\\p{N}+");
  private static final double WRONG_NUMBER = 0.5;

  private final LanguageAnalyzer analyzer;
  private final Map<String, Message> messages;

  ClaimSupport(LanguageAnalyzer analyzer, Map<String, Message> messages) {
    this.analyzer = analyzer;
    this.messages = messages;
  }

  /** Support in 0..1. */
  double of(String claim, List<String> messageIds) {
    if (messageIds == null || messageIds.isEmpty() || !messages.keySet().containsAll(messageIds)) {
      return 0;
    }
    StringBuilder source = new StringBuilder();
    for (String id : messageIds) {
      Message message = messages.get(id);
      source.append(message.author()).append(' ');
      source.append(message.forwardedFrom() == null ? "" : message.forwardedFrom()).append(' ');
      source.append(message.readableText()).append('\n');
    }
    Set<String> stems = new HashSet<>(analyzer.contentStems(claim));
    Set<String> known = new HashSet<>(analyzer.contentStems(source.toString()));
    double share =
        stems.isEmpty()
            ? 1
            : stems.stream().filter(known::contains).count() / (double) stems.size();
    return numbers(source.toString()).containsAll(numbers(claim)) ? share : share * WRONG_NUMBER;
  }

  private static Set<String> numbers(String text) {
    Set<String> numbers = new HashSet<>();
    Matcher matcher = NUMBER.matcher(text);
    while (matcher.find()) {
      numbers.add(matcher.group());
    }
    return numbers;
  }
}
