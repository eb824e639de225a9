package org.groupdigest.job.llm.prompt;

import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Makes data fit into the tokens that there are: first long texts are shortened, more and more,
 * then the worst ranked records are left out.
 */
final class DataFitter {

  /** Most tokens of a free text when there is room. */
  static final int USUAL_TEXT = 160;

  /**
   * Share of all text that may be shortened away before the data counts as truncated. A few long
   * messages that are shown by their beginning are the rule; a tenth of what was said is not.
   */
  static final double LOSS_OF_NOTE = 0.1;

  private static final int[] TEXT_BOUNDS = {USUAL_TEXT, 80, 40};

  private final TokenCounter counter;

  DataFitter(TokenCounter counter) {
    this.counter = counter;
  }

  /**
   * Data that fits.
   *
   * @param block the data
   * @param tokens tokens of its content
   * @param truncated whether a record is missing or more than {@link #LOSS_OF_NOTE} of the text
   */
  record Fitted(DataBlock block, int tokens, boolean truncated) {}

  /**
   * Fits sections into a number of tokens.
   *
   * @return empty when not even one record of those that may go has room
   */
  Optional<Fitted> fit(List<DataSection> sections, int tokens) {
    Fitted fitted = null;
    for (int bound : TEXT_BOUNDS) {
      fitted = whole(block(sections, bound));
      if (fitted.tokens() <= tokens) {
        return Optional.of(fitted);
      }
    }
    return leaveOut(fitted.block(), fitted.tokens() - tokens);
  }

  private Fitted whole(DataBlock block) {
    return new Fitted(block, counter.count(block.content()), loss(block) > LOSS_OF_NOTE);
  }

  private static DataBlock block(List<DataSection> sections, int bound) {
    return new DataBlock(
        sections.stream()
            .map(section -> new DataBlock.Section(section.name(), section.lines(bound)))
            .toList());
  }

  private Optional<Fitted> leaveOut(DataBlock block, int tokensTooMany) {
    List<DataLine> worstFirst =
        lines(block)
            .filter(DataLine::mayGo)
            .sorted(Comparator.comparingInt(DataLine::rank).reversed())
            .toList();
    int excess = tokensTooMany;
    Set<DataLine> gone = new HashSet<>();
    for (DataLine line : worstFirst) {
      if (excess <= 0) {
        break;
      }
      gone.add(line);
      excess -= counter.count(line.text() + "\n");
    }
    if (excess > 0 || gone.size() == worstFirst.size()) {
      return Optional.empty();
    }
    DataBlock rest = without(block, gone);
    return Optional.of(new Fitted(rest, counter.count(rest.content()), true));
  }

  private static DataBlock without(DataBlock block, Set<DataLine> gone) {
    return new DataBlock(
        block.sections().stream()
            .map(
                section ->
                    new DataBlock.Section(
                        section.name(),
                        section.lines().stream().filter(line -> !gone.contains(line)).toList()))
            .toList());
  }

  private static double loss(DataBlock block) {
    long all = lines(block).mapToLong(DataLine::units).sum();
    long lost = lines(block).mapToLong(DataLine::lost).sum();
    return all == 0 ? 0 : (double) lost / all;
  }

  private static Stream<DataLine> lines(DataBlock block) {
    return block.sections().stream().flatMap(section -> section.lines().stream());
  }
}
