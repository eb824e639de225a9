package org.groupdigest.job.llm.prompt;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.groupdigest.job.model.Message;
import org.groupdigest.job.model.WindowContext;
import org.groupdigest.job.model.sources.WindowMessages;

/**
 * The messages that a judge reads, in time order: a quarter of the window, but at least {@value
 * #LEAST} and at most {@value #MOST}. Two thirds of them are sources of the digest, the first one
 * of each line, then the second ones and so on, so that every line can be checked; the rest is the
 * window's own excerpt, so that something can be missing.
 */
final class ExcerptSection implements DataSection {

  static final int MOST = 20;
  static final int LEAST = 8;
  private static final int SHARE = 4;
  private static final int TEXT_TOKENS = 80;

  private final WindowContext context;
  private final MessageLines format;
  private final int room;
  private final Map<String, Integer> chosen = new LinkedHashMap<>();

  ExcerptSection(
      WindowContext context,
      WindowMessages messages,
      List<List<String>> sources,
      MessageLines format) {
    this.context = context;
    this.format = format;
    this.room = Math.max(LEAST, Math.min(MOST, context.messages().size() / SHARE));
    Set<String> cited = new LinkedHashSet<>();
    messages.findAll(inTurns(sources)).forEach(message -> cited.add(message.messageId()));
    cited.stream().limit(room * 2 / 3).forEach(this::choose);
    context.excerpt().forEach(this::choose);
    cited.forEach(this::choose);
  }

  @Override
  public SectionName name() {
    return SectionName.EXCERPT;
  }

  @Override
  public List<DataLine> lines(int textTokens) {
    int bound = Math.min(textTokens, TEXT_TOKENS);
    return context.messages().stream()
        .filter(message -> chosen.containsKey(message.messageId()))
        .map(message -> line(message, bound))
        .toList();
  }

  private DataLine line(Message message, int bound) {
    return format.line(message, null, chosen.get(message.messageId()), bound);
  }

  private void choose(String messageId) {
    if (chosen.size() < room) {
      chosen.putIfAbsent(messageId, chosen.size());
    }
  }

  private static List<String> inTurns(List<List<String>> sources) {
    List<String> turns = new ArrayList<>();
    int longest = sources.stream().mapToInt(List::size).max().orElse(0);
    for (int turn = 0; turn < longest; turn++) {
      for (List<String> ids : sources) {
        if (turn < ids.size()) {
          turns.add(ids.get(turn));
        }
      }
    }
    return turns;
  }
}
