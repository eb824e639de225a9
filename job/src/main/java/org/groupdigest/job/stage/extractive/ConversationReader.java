package org.groupdigest.job.stage.extractive;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.groupdigest.job.model.DuplicateGroup;
import org.groupdigest.job.model.Message;
import org.groupdigest.job.model.MessageThread;
import org.groupdigest.job.model.WindowContext;
import org.groupdigest.udfs.language.Sentences;
import org.groupdigest.udfs.language.Term;

/**
 * Reads a window into a {@link Conversation}: cleans the texts, drops lines that a sender puts
 * under everything, joins messages of one person when a sentence runs on over several of them.
 * Messages that give orders to the engine are left out, see {@link Steering}.
 */
final class ConversationReader {

  private static final Duration RUN_ON = Duration.ofSeconds(90);
  private static final int MAX_JOINED = 4;
  private static final int REPEATED_LINE = 3;

  private final LanguagePack pack;
  private final WindowContext context;
  private final TextCleaner cleaner;
  private final Set<String> programs;
  private final Map<String, String> threadOf = new HashMap<>();
  private final Map<String, Integer> copies = new HashMap<>();
  private final Map<String, Integer> utteranceOf = new HashMap<>();

  private ConversationReader(WindowContext context, LanguagePack pack) {
    this.context = context;
    this.pack = pack;
    Names names = new Names(context);
    Addresses addresses = Addresses.of(context.messages(), pack.cues(), names);
    this.cleaner = new TextCleaner(pack.cues(), names, addresses);
    this.programs = Programs.among(context);
    for (MessageThread thread : context.threads()) {
      thread.messageIds().forEach(id -> threadOf.put(id, thread.threadId()));
    }
    for (DuplicateGroup group : context.duplicates()) {
      copies.put(group.keptId(), group.count());
    }
  }

  /** Reads a window. */
  static Conversation read(WindowContext context, LanguagePack pack) {
    return new ConversationReader(context, pack).read();
  }

  /** A message on its way to an utterance. */
  private record Draft(Message message, TextCleaner.Cleaned cleaned, List<Message> joined) {}

  private Conversation read() {
    List<Utterance> utterances = new ArrayList<>();
    for (Draft draft : joined(drafts())) {
      Utterance utterance = utterance(utterances.size(), draft);
      utterance.messageIds().forEach(id -> utteranceOf.put(id, utterance.index()));
      utterances.add(utterance);
    }
    return new Conversation(utterances);
  }

  private List<Draft> drafts() {
    List<Draft> drafts = new ArrayList<>();
    Map<String, Integer> lineCounts = new HashMap<>();
    for (Message message : context.messages()) {
      if (pack.steering().isOrder(message.readableText())) {
        continue;
      }
      TextCleaner.Cleaned cleaned = cleaner.clean(Attachments.quotable(message));
      new HashSet<>(cleaned.lines()).forEach(line -> lineCounts.merge(line, 1, Integer::sum));
      drafts.add(new Draft(message, cleaned, new ArrayList<>(List.of(message))));
    }
    drafts.replaceAll(draft -> withoutRepeatedLines(draft, lineCounts));
    return drafts;
  }

  private static Draft withoutRepeatedLines(Draft draft, Map<String, Integer> counts) {
    List<String> lines = draft.cleaned().lines();
    if (lines.size() < 2) {
      return draft;
    }
    List<String> own =
        lines.stream().filter(line -> counts.getOrDefault(line, 0) < REPEATED_LINE).toList();
    return own.isEmpty()
        ? draft
        : new Draft(
            draft.message(),
            new TextCleaner.Cleaned(draft.cleaned().addressee(), own),
            draft.joined());
  }

  private List<Draft> joined(List<Draft> drafts) {
    List<Draft> joined = new ArrayList<>();
    Map<String, Integer> lastOf = new HashMap<>();
    for (Draft draft : drafts) {
      Integer last = lastOf.get(draft.message().senderId());
      if (last != null && runsOn(joined.get(last), draft)) {
        joined.set(last, join(joined.get(last), draft));
      } else {
        lastOf.put(draft.message().senderId(), joined.size());
        joined.add(draft);
      }
    }
    return joined;
  }

  private boolean runsOn(Draft before, Draft draft) {
    Message last = before.joined().get(before.joined().size() - 1);
    boolean close =
        Duration.between(last.postedAt(), draft.message().postedAt()).compareTo(RUN_ON) <= 0;
    boolean sameAddress =
        draft.cleaned().addressee() == null
            || draft.cleaned().addressee().equals(before.cleaned().addressee());
    if (!close
        || !sameAddress
        || !Objects.equals(Forwards.from(last), Forwards.from(draft.message()))
        || Attachments.areAllOf(last) != Attachments.areAllOf(draft.message())
        || draft.message().replyToMessageId() != null
        || before.joined().size() >= MAX_JOINED
        || before.cleaned().lines().isEmpty()
        || draft.cleaned().lines().isEmpty()) {
      return false;
    }
    String end = before.cleaned().lines().get(before.cleaned().lines().size() - 1);
    String start = draft.cleaned().lines().get(0);
    return isUnfinished(end) || isContinuation(end, start);
  }

  private boolean isUnfinished(String end) {
    return end.matches("(?s).*[,，、،]")
        || end.endsWith("...")
        || end.endsWith("…")
        || end.endsWith(" -")
        || endsInDangling(end);
  }

  private boolean endsInDangling(String end) {
    String last = end.substring(end.lastIndexOf(' ') + 1);
    return end.indexOf(' ') > 0 && pack.cues().isAll("dangling", last) && isWord(last);
  }

  private static boolean isWord(String text) {
    return text.codePoints().allMatch(Character::isLetter);
  }

  private boolean isContinuation(String end, String start) {
    boolean open = !end.endsWith(".") && !end.endsWith("!") && !Sentences.isQuestion(end);
    return open
        && Character.isLowerCase(start.codePointAt(0))
        && pack.cues().begins("continuation", start);
  }

  private static Draft join(Draft before, Draft draft) {
    List<String> lines = new ArrayList<>(before.cleaned().lines());
    String run = lines.remove(lines.size() - 1).replaceFirst("\\s*(\\.\\.\\.|…)$", "");
    List<String> added = new ArrayList<>(draft.cleaned().lines());
    String next = added.remove(0).replaceFirst("^(\\.\\.+|…)\\s*", "");
    lines.add(run + Sentences.gap(run, next) + next);
    lines.addAll(added);
    List<Message> messages = new ArrayList<>(before.joined());
    messages.add(draft.message());
    return new Draft(
        before.message(), new TextCleaner.Cleaned(before.cleaned().addressee(), lines), messages);
  }

  private Utterance utterance(int index, Draft draft) {
    Message first = draft.message();
    return new Utterance(
        index,
        draft.joined().stream().map(Message::messageId).toList(),
        first.author(),
        first.bot() || programs.contains(first.senderId()),
        draft.cleaned().addressee(),
        utteranceOf.getOrDefault(String.valueOf(first.replyToMessageId()), -1),
        draft.joined().stream()
            .map(message -> threadOf.get(message.messageId()))
            .filter(Objects::nonNull)
            .findFirst()
            .orElse(null),
        first.postedAt(),
        Forwards.from(first),
        Attachments.areAllOf(first),
        String.join("\n", draft.joined().stream().map(Attachments::quotable).toList()),
        sentences(index, draft.cleaned().lines()),
        draft.joined().stream().mapToInt(this::votes).sum());
  }

  private int votes(Message message) {
    return copies.getOrDefault(message.messageId(), 0) + message.reactionCount();
  }

  /** Sentences, a quotation in one piece with those who are quoted. */
  private List<String> pieces(List<String> lines) {
    return pack.reported().joined(lines.stream().map(Sentences::of).toList());
  }

  private List<Sentence> sentences(int utterance, List<String> lines) {
    List<Sentence> sentences = new ArrayList<>();
    Set<String> seen = new HashSet<>();
    for (String piece : pieces(lines)) {
      String text = cleaner.trimmed(piece);
      List<Term> terms = Links.without(text, pack.analyzer().terms(text));
      List<String> stems = terms.stream().filter(term -> !term.stop()).map(Term::stem).toList();
      if (!terms.isEmpty() && !pack.steering().hasOrder(piece) && seen.add(text)) {
        sentences.add(new Sentence(utterance, sentences.size(), text, terms, stems));
      }
    }
    return sentences;
  }
}
