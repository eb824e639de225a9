package org.groupdigest.job.llm.prompt;

import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.groupdigest.job.model.Checksums;

/**
 * Data as it is sent: sections of lines inside a fence. The fence's word is a part of the data's
 * own checksum: nobody in the chat can know it, and a replay has the same.
 *
 * @param sections its sections
 */
record DataBlock(List<Section> sections) {

  private static final int WORD_LENGTH = 8;

  /** A block with its sections in the usual order, without those that are empty. */
  DataBlock {
    sections =
        sections.stream()
            .filter(section -> !section.lines().isEmpty())
            .sorted(Comparator.comparing(Section::name))
            .toList();
  }

  /**
   * A section with its final records.
   *
   * @param name its name
   * @param lines its records
   */
  record Section(SectionName name, List<DataLine> lines) {

    /** Heading, group lines and records. */
    Stream<String> text() {
      Stream.Builder<String> text = Stream.builder();
      text.add("## " + name.wireName());
      String group = null;
      for (DataLine line : lines) {
        if (line.group() != null && !Objects.equals(line.group(), group)) {
          text.add(line.group());
        }
        group = line.group();
        text.add(line.text());
      }
      return text.build();
    }
  }

  /** The same with one more section. */
  DataBlock with(DataSection more) {
    Section added = new Section(more.name(), more.lines(DataFitter.USUAL_TEXT));
    return new DataBlock(Stream.concat(sections.stream(), Stream.of(added)).toList());
  }

  /** The sections that are there. */
  List<SectionName> names() {
    return sections.stream().map(Section::name).toList();
  }

  /** All lines, without the fence. */
  String content() {
    return String.join("\n", sections.stream().flatMap(Section::text).toList());
  }

  /** All lines inside the fence. */
  String fenced() {
    String content = content();
    String word = Checksums.sha256(content).substring(0, WORD_LENGTH);
    return "<<<DATA " + word + "\n" + content + "\nDATA " + word + ">>>";
  }
}
