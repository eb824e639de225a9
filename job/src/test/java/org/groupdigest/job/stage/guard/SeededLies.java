package org.groupdigest.job.stage.guard;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.groupdigest.job.model.ActionItem;
import org.groupdigest.job.model.Claim;
import org.groupdigest.job.model.Json;
import org.groupdigest.job.model.Message;
import org.groupdigest.job.model.Roles;
import org.groupdigest.job.model.Stage;
import org.groupdigest.job.model.Synthesis;
import org.groupdigest.job.model.Synthesis.Mention;
import org.groupdigest.job.model.WindowContext;
import org.groupdigest.job.model.sources.WindowMessages;
import org.groupdigest.udfs.text.Negation;
import org.groupdigest.udfs.text.NumberMentions;
import org.groupdigest.udfs.text.Weekdays;

/**
 * Turns a true answer into false ones, one lie each, of every kind that a model tells. Choices are
 * drawn with a seed; who or what is put in the place of the truth never stands in the sources.
 */
final class SeededLies {

  /** Kinds of lies. */
  enum Kind {
    WRONG_AUTHOR,
    FOREIGN_ID,
    CHANGED_NUMBER,
    CHANGED_DATE,
    INVENTED_PARTICIPANT,
    INVENTED_DECISION,
    REVERSED
  }

  /**
   * A false answer.
   *
   * @param kind what is false in it
   * @param stage whose answer it is
   * @param answer the answer in JSON
   * @param mark what an answer holds if and only if the lie is in it
   */
  record Lie(Kind kind, Stage stage, String answer, String mark) {}

  private static final Map<String, List<String>> WEEKDAYS =
      Map.of(
          "ru", List.of("во вторник", "в четверг", "в пятницу", "в субботу", "в воскресенье"),
          "en", List.of("on Tuesday", "on Thursday", "on Friday", "on Saturday", "on Sunday"));

  private final Random random;
  private final WindowContext window;
  private final WindowMessages messages;
  private final boolean russian;
  private final Synthesis truth;
  private final Roles roles;
  private final List<Lie> lies = new ArrayList<>();

  /**
   * @param truth a true synthesis of the window
   * @param roles true roles of the window
   */
  SeededLies(WindowContext window, Synthesis truth, Roles roles, long seed) {
    this.random = new Random(seed);
    this.window = window;
    this.messages = new WindowMessages(window);
    this.russian = window.language().equals("ru");
    this.truth = truth;
    this.roles = roles;
  }

  /**
   * All lies about the window.
   *
   * @param elsewhere texts of decisions and points of other windows in the same language
   */
  List<Lie> all(List<String> elsewhere) {
    truth.keyPoints().forEach(this::lieAbout);
    truth.decisions().forEach(this::lieAbout);
    truth.actions().forEach(this::lieAbout);
    roles.participants().forEach(this::lieAbout);
    elsewhere.forEach(this::invent);
    return lies;
  }

  private void lieAbout(Claim claim) {
    String speaker = stranger(claim.messageIds());
    if (speaker != null) {
      String said = russian ? speaker + " сообщил: " : speaker + " said: ";
      point(Kind.WRONG_AUTHOR, claim, text -> said + text);
      String lead = russian ? "по словам " + speaker + ", " : "according to " + speaker + ", ";
      point(Kind.WRONG_AUTHOR, claim, text -> lead + text);
    }
    point(Kind.CHANGED_NUMBER, claim, this::withOtherNumber);
    point(Kind.CHANGED_DATE, claim, this::withOtherDay);
    point(Kind.INVENTED_PARTICIPANT, claim, text -> text + " — @nobody_" + random.nextInt(99));
    foreign(claim);
    if (!Negation.isIn(claim.text()) && claim.text().indexOf(' ') > 0) {
      point(Kind.REVERSED, claim, this::denied);
    }
  }

  private void lieAbout(ActionItem action) {
    String stranger = stranger(action.messageIds());
    if (stranger != null) {
      action(
          Kind.WRONG_AUTHOR,
          new ActionItem(stranger, action.action(), null, action.messageIds()),
          "\"" + stranger + "\"");
    }
    String day = otherDay(action.messageIds());
    action(Kind.CHANGED_DATE, new ActionItem(null, action.action(), day, action.messageIds()), day);
    action(
        Kind.INVENTED_PARTICIPANT,
        new ActionItem("Phantom Person", action.action(), null, action.messageIds()),
        "Phantom Person");
  }

  private void lieAbout(Roles.Participant person) {
    String stranger = notAuthorOf(person.messageIds());
    if (stranger != null) {
      role(Kind.WRONG_AUTHOR, person, stranger);
      mention(Kind.WRONG_AUTHOR, person, stranger);
    }
    role(Kind.INVENTED_PARTICIPANT, person, "phantom_" + random.nextInt(99));
    mention(Kind.INVENTED_PARTICIPANT, person, "Phantom Person");
  }

  private void invent(String text) {
    List<Message> all = window.messages();
    Set<String> ids = new HashSet<>();
    for (int i = 0; i <= random.nextInt(3); i++) {
      ids.add(all.get(random.nextInt(all.size())).messageId());
    }
    Claim invented = new Claim(text, List.copyOf(ids));
    Synthesis lie = synthesis(List.of(), List.of(invented), List.of(), List.of());
    lies.add(new Lie(Kind.INVENTED_DECISION, Stage.SYNTHESIS_AGENT, Json.write(lie), mark(text)));
  }

  private void foreign(Claim claim) {
    String id = "foreign-" + random.nextInt(1000);
    Claim lie = new Claim(claim.text(), List.of(id));
    lies.add(
        new Lie(
            Kind.FOREIGN_ID,
            Stage.SYNTHESIS_AGENT,
            Json.write(synthesis(List.of(lie), List.of(), List.of(), List.of())),
            id));
    List<String> mixed = new ArrayList<>(claim.messageIds());
    mixed.add(id);
    lies.add(
        new Lie(
            Kind.FOREIGN_ID,
            Stage.SYNTHESIS_AGENT,
            Json.write(
                synthesis(
                    List.of(new Claim(claim.text(), mixed)), List.of(), List.of(), List.of())),
            id));
  }

  private void point(Kind kind, Claim claim, UnaryOperator<String> change) {
    String text = change.apply(claim.text());
    if (!text.equals(claim.text())) {
      Claim lie = new Claim(text, claim.messageIds());
      lies.add(
          new Lie(
              kind,
              Stage.SYNTHESIS_AGENT,
              Json.write(synthesis(List.of(lie), List.of(), List.of(), List.of())),
              mark(text)));
    }
  }

  private void action(Kind kind, ActionItem lie, String mark) {
    lies.add(
        new Lie(
            kind,
            Stage.SYNTHESIS_AGENT,
            Json.write(synthesis(List.of(), List.of(), List.of(lie), List.of())),
            mark));
  }

  private void mention(Kind kind, Roles.Participant person, String name) {
    Mention lie = new Mention(name, person.dominantRole(), "", person.messageIds());
    lies.add(
        new Lie(
            kind,
            Stage.SYNTHESIS_AGENT,
            Json.write(synthesis(List.of(), List.of(), List.of(), List.of(lie))),
            "\"" + name + "\""));
  }

  private void role(Kind kind, Roles.Participant person, String name) {
    Roles.Participant lie =
        new Roles.Participant(
            name, person.roles(), person.dominantRole(), person.messageIds(), person.comment());
    lies.add(
        new Lie(kind, Stage.ROLES_AGENT, Json.write(new Roles(List.of(lie))), "\"" + name + "\""));
  }

  private static Synthesis synthesis(
      List<Claim> points, List<Claim> decisions, List<ActionItem> actions, List<Mention> people) {
    return new Synthesis(null, points, decisions, List.of(), actions, people);
  }

  /** Another figure in the place of the first; a new one where there is none. */
  private String withOtherNumber(String text) {
    List<String> numbers = NumberMentions.in(text);
    String other = Integer.toString(317 + random.nextInt(500));
    return numbers.isEmpty()
        ? text + (russian ? ", всего " : ", in all ") + other
        : text.replace(numbers.get(0), other);
  }

  private String withOtherDay(String text) {
    return random.nextBoolean()
        ? text + (russian ? ", срок 29 января" : ", due January 29")
        : text + " " + otherDay(List.of());
  }

  /** A weekday that no message of the window names and on which none was posted. */
  private String otherDay(List<String> sources) {
    List<String> days = new ArrayList<>(WEEKDAYS.get(russian ? "ru" : "en"));
    List<Message> cited =
        sources.isEmpty() ? window.messages() : messages.around(messages.findAll(sources));
    days.removeIf(
        day ->
            cited.stream()
                .anyMatch(
                    one ->
                        Weekdays.perhapsIn(one.text()).containsAll(Weekdays.in(day))
                            || Weekdays.in(day)
                                .contains(one.postedAt().atZone(messages.zone()).getDayOfWeek())));
    return days.isEmpty()
        ? (russian ? "29 января" : "January 29")
        : days.get(random.nextInt(days.size()));
  }

  private String denied(String text) {
    int blank = text.lastIndexOf(' ', text.length() / 2);
    int at = blank < 0 ? text.indexOf(' ') : blank;
    return text.substring(0, at) + (russian ? " не" : " not") + text.substring(at);
  }

  /** Somebody who has nothing to do with the messages. */
  private String stranger(List<String> ids) {
    NameMentions names = new NameMentions(messages);
    List<Message> cited = messages.findAll(ids);
    return any(
        window.participants().stream()
            .map(one -> one.username())
            .filter(one -> !names.isConcerned(one, cited))
            .toList());
  }

  private String notAuthorOf(List<String> ids) {
    NameMentions names = new NameMentions(messages);
    List<Message> cited = messages.findAll(ids);
    return any(
        window.participants().stream()
            .map(one -> one.username())
            .filter(one -> !names.isAuthor(one, cited))
            .toList());
  }

  private String any(List<String> of) {
    return of.isEmpty() ? null : of.get(random.nextInt(of.size()));
  }

  /** A text as it stands in JSON. */
  private static String mark(String text) {
    return Json.write(text.strip());
  }
}
