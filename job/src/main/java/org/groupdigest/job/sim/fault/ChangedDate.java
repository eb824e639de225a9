package org.groupdigest.job.sim.fault;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Changes a month or a weekday, or makes a day up where there is none. */
final class ChangedDate implements LieTeller {

  /** Names that stand in the same place of a sentence, in the order of the calendar. */
  private static final List<List<String>> CALENDARS =
      List.of(
          List.of(
              "января",
              "февраля",
              "марта",
              "апреля",
              "мая",
              "июня",
              "июля",
              "августа",
              "сентября",
              "октября",
              "ноября",
              "декабря"),
          List.of(
              "January",
              "February",
              "March",
              "April",
              "May",
              "June",
              "July",
              "August",
              "September",
              "October",
              "November",
              "December"),
          List.of(
              "понедельник", "вторник", "среду", "четверг", "пятницу", "субботу", "воскресенье"),
          List.of(
              "понедельника", "вторника", "среды", "четверга", "пятницы", "субботы", "воскресенья"),
          List.of(
              "понедельнику", "вторнику", "среде", "четвергу", "пятнице", "субботе", "воскресенью"),
          List.of("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"));

  private static final int MONTHS = 12;
  private static final Pattern WORD = Pattern.compile("\\p{L}++");
  private static final Pattern MONTH_IN_FIGURES =
      Pattern.compile("(?<![\\d.])\\d{1,2}\\.(0\\d|1[0-2])(?!\\d|\\.\\d{1,3}(?!\\d))");

  @Override
  public List<Supplier<Lie>> ways(Scene scene) {
    List<Supplier<Lie>> ways = new ArrayList<>();
    for (Statement statement : scene.statements()) {
      changes(scene, statement.text(), statement.pointer(), statement::say, ways);
    }
    Tree.walk(scene.answer(), (pointer, object) -> due(scene, pointer, object, ways));
    if (ways.isEmpty()) {
      scene.statements().forEach(statement -> ways.add(() -> add(scene, statement)));
    }
    return ways;
  }

  private static void due(
      Scene scene, String pointer, ObjectNode object, List<Supplier<Lie>> ways) {
    if (object.path("due").isTextual()) {
      changes(
          scene,
          object.get("due").asText(),
          pointer + "/due",
          text -> object.put("due", text),
          ways);
    }
  }

  private static void changes(
      Scene scene, String text, String at, Consumer<String> say, List<Supplier<Lie>> ways) {
    for (Matcher word = WORD.matcher(text); word.find(); ) {
      String other = otherThan(word.group(), scene);
      if (other != null && isDay(text, word, other)) {
        int start = word.start();
        int end = word.end();
        ways.add(() -> put(at, say, text, start, end, other));
      }
    }
    for (Matcher month = MONTH_IN_FIGURES.matcher(text); month.find(); ) {
      int start = month.start(1);
      int end = month.end(1);
      int other = (Integer.parseInt(month.group(1)) + 5) % MONTHS + 1;
      ways.add(() -> put(at, say, text, start, end, String.format(Locale.ROOT, "%02d", other)));
    }
  }

  /** Weekdays always are; months only beside a number: "may" is a word like any other. */
  private static boolean isDay(String text, Matcher word, String other) {
    boolean month = CALENDARS.get(0).contains(other) || CALENDARS.get(1).contains(other);
    String before = text.substring(0, word.start()).stripTrailing();
    String after = text.substring(word.end()).stripLeading();
    return !month
        || (!before.isEmpty() && Character.isDigit(before.charAt(before.length() - 1)))
        || (!after.isEmpty() && Character.isDigit(after.charAt(0)));
  }

  /** The name that is farthest away in the year or week, unless a message names it too. */
  private static String otherThan(String word, Scene scene) {
    for (List<String> calendar : CALENDARS) {
      for (int i = 0; i < calendar.size(); i++) {
        if (calendar.get(i).equalsIgnoreCase(word)) {
          String other = calendar.get((i + calendar.size() / 2) % calendar.size());
          return isNamed(other, scene) ? null : other;
        }
      }
    }
    return null;
  }

  private static boolean isNamed(String name, Scene scene) {
    String stem = name.toLowerCase(Locale.ROOT).substring(0, Math.min(3, name.length()));
    return scene.sources().text().toLowerCase(Locale.ROOT).contains(stem);
  }

  private static Lie put(
      String at, Consumer<String> say, String text, int start, int end, String other) {
    say.accept(text.substring(0, start) + other + text.substring(end));
    return new Lie(LieKind.CHANGED_DATE, at, other);
  }

  private static Lie add(Scene scene, Statement statement) {
    List<String> months = CALENDARS.get(scene.isRussian() ? 0 : 1);
    int day = 17 + scene.dice().below(11, "day");
    String date = day + " " + scene.dice().pick(months, "month");
    statement.say(statement.text() + (scene.isRussian() ? " (до " : " (by ") + date + ")");
    return new Lie(LieKind.CHANGED_DATE, statement.pointer(), date);
  }
}
