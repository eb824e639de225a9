package org.groupdigest.job.render;

import java.util.ArrayList;
import java.util.List;
import org.groupdigest.job.model.ActionItem;
import org.groupdigest.job.model.Claim;
import org.groupdigest.job.model.DigestRecord;
import org.groupdigest.job.model.Synthesis.Mention;
import org.groupdigest.job.model.text.CleanText;

/** Writes the lists after the topics: other points, decisions, actions, questions, people. */
final class SectionComposer {

  private static final int MAX_PEOPLE = 4;

  private final Wording words;

  SectionComposer(Wording words) {
    this.words = words;
  }

  /** A heading with one line a claim; nothing without claims. */
  List<Item> claims(String label, List<Claim> claims) {
    List<List<Span>> bullets = new ArrayList<>();
    claims.forEach(claim -> bullets.add(words.claim(claim.text(), claim.messageIds(), 2)));
    return list(words.messages().get(label), bullets);
  }

  /** Open questions; a single one stands beside its label. */
  List<Item> questions(List<Claim> questions) {
    if (questions.size() != 1) {
      return claims("label.questions", questions);
    }
    List<Span> spans = label("label.question");
    spans.addAll(words.claim(questions.get(0).text(), questions.get(0).messageIds(), 2));
    return List.of(new Item(List.of(new Line(Line.Kind.TEXT, spans)), true, 1));
  }

  /** What is to be done. */
  List<Item> actions(DigestRecord digest) {
    List<List<Span>> bullets = allActions(digest).stream().map(this::action).toList();
    return list(words.messages().get("label.actions"), bullets);
  }

  /** Actions of the synthesis, then those of topics that say something else. */
  List<ActionItem> allActions(DigestRecord digest) {
    List<ActionItem> all = new ArrayList<>(digest.synthesis().actions());
    digest.topics().topics().stream()
        .flatMap(topic -> topic.actions().stream())
        .filter(action -> all.stream().noneMatch(o -> Wording.same(o.action(), action.action())))
        .forEach(all::add);
    return all;
  }

  /** Who mattered, in one line. */
  List<Item> people(List<Mention> people) {
    if (people.isEmpty()) {
      return List.of();
    }
    List<Span> spans = label("label.people");
    for (Mention person : people.stream().limit(MAX_PEOPLE).toList()) {
      spans.add(Span.plain(spans.size() > 2 ? ", " : ""));
      spans.addAll(words.person(person.username(), Span.Style.PLAIN));
      spans.add(Span.plain(" — "));
      spans.addAll(words.text(role(person.role())));
      spans.addAll(words.sources(person.messageIds(), 1));
    }
    return List.of(new Item(List.of(new Line(Line.Kind.TEXT, spans)), true, 1));
  }

  /** A role in the digest's language; one that is not known stays as it is. */
  private String role(String role) {
    String key = "role." + role;
    return words.messages().has(key) ? words.messages().get(key) : role;
  }

  private List<Span> action(ActionItem action) {
    List<Span> spans = new ArrayList<>();
    if (action.owner() != null) {
      spans.addAll(words.person(action.owner(), Span.Style.PLAIN));
      spans.add(Span.plain(" — "));
    }
    String due = CleanText.of(action.due());
    String what = CleanText.of(action.action());
    String text = due.isEmpty() || what.contains(due) ? what : what + " — " + due;
    spans.addAll(words.claim(text, action.messageIds(), 2));
    return spans;
  }

  private List<Span> label(String key) {
    List<Span> spans = new ArrayList<>();
    spans.add(Span.bold(words.messages().get(key)));
    spans.add(Span.plain(" "));
    return spans;
  }

  private static List<Item> list(String heading, List<List<Span>> bullets) {
    List<Item> items = new ArrayList<>();
    for (List<Span> bullet : bullets) {
      Line line = new Line(Line.Kind.BULLET, bullet);
      Line title = new Line(Line.Kind.HEADING, List.of(Span.bold(heading)));
      boolean first = items.isEmpty();
      items.add(first ? new Item(List.of(title, line), true, 1) : Item.of(line));
    }
    return items;
  }
}
