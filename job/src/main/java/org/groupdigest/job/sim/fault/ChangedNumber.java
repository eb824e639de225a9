package org.groupdigest.job.sim.fault;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.groupdigest.udfs.text.NumberMentions;

/** Changes a number, or makes one up where there is none. */
final class ChangedNumber implements LieTeller {

  /** Whole numbers alone: not a part of a time, a date, a range or a version. */
  private static final Pattern NUMBER =
      Pattern.compile("(?<![\\p{L}\\d.,:/\\-–_])\\d{1,6}(?![\\p{L}\\d:/\\-–_]|[.,]\\d)");

  /** Above days of a month and what could be a count of sources. */
  private static final int LEAST = 40;

  private static final int STEP = 13;

  @Override
  public List<Supplier<Lie>> ways(Scene scene) {
    List<Supplier<Lie>> ways = new ArrayList<>();
    List<Statement> statements = scene.statements();
    for (Statement statement : statements) {
      Matcher number = NUMBER.matcher(statement.text());
      if (number.find()) {
        ways.add(() -> change(scene, statement, number.start(), number.end()));
      }
    }
    if (ways.isEmpty()) {
      statements.forEach(statement -> ways.add(() -> add(scene, statement)));
    }
    return ways;
  }

  private static Lie change(Scene scene, Statement statement, int start, int end) {
    String text = statement.text();
    String number = other(scene, Long.parseLong(text.substring(start, end)));
    statement.say(text.substring(0, start) + number + text.substring(end));
    return lie(statement, number);
  }

  private static Lie add(Scene scene, Statement statement) {
    String number = other(scene, 0);
    String words = scene.isRussian() ? " (всего " : " (of ";
    statement.say(statement.text() + words + number + ")");
    return lie(statement, number);
  }

  /** A number that no message has. */
  private static String other(Scene scene, long number) {
    Set<String> known = NumberMentions.formsIn(scene.sources().text());
    long other = Math.max(number, LEAST) + 3 + scene.dice().below(50, "number");
    while (known.contains(Long.toString(other))) {
      other += STEP;
    }
    return Long.toString(other);
  }

  private static Lie lie(Statement statement, String number) {
    return new Lie(LieKind.CHANGED_NUMBER, statement.pointer(), number);
  }
}
