package org.groupdigest.job.stage.extractive;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.groupdigest.udfs.language.Term;

/**
 * Finds what is to be done. The owner is who says "I will", or who is asked by name; what merely
 * "needs to be done" has no owner. A request counts when it has a date or the person takes it on.
 */
final class ActionFinder {

  private static final int ACCEPT_WITHIN = 6;
  private static final int OBJECT_STEMS = 1;

  private final LanguagePack pack;
  private final Conversation conversation;
  private final CueWords cues;
  private final DueDates dates;
  private final SentenceFitness fitness;

  ActionFinder(LanguagePack pack, Conversation conversation) {
    this.pack = pack;
    this.conversation = conversation;
    this.cues = pack.cues();
    this.dates = new DueDates(cues);
    this.fitness = new SentenceFitness(cues);
  }

  /**
   * An action.
   *
   * @param owner shown name, or null
   * @param text the sentence
   * @param due until when, or null
   * @param sources what says so
   * @param strength how surely somebody is to do it
   */
  record Action(String owner, String text, String due, List<Utterance> sources, double strength) {}

  /** Actions, in the order of their strength. */
  List<Action> find() {
    List<Action> actions = new ArrayList<>();
    for (Utterance utterance : conversation.utterances()) {
      for (Sentence sentence : utterance.sentences()) {
        Action action = action(utterance, sentence);
        if (action != null) {
          actions.add(action);
        }
      }
    }
    actions.sort(
        Comparator.comparingDouble((Action one) -> -one.strength())
            .thenComparingInt(one -> one.sources().get(0).index()));
    return actions;
  }

  private Action action(Utterance utterance, Sentence sentence) {
    String text = sentence.text();
    double fit = fitness.of(sentence, utterance);
    boolean weak = cues.in("action.weak", text) || cues.in("undecided", text);
    String due = dates.find(text);
    double dated = due == null ? 0 : 1;
    if (cues.begins("action.label", text)) {
      return labelled(utterance, text, due);
    }
    if (fit < 0.2 || utterance.automatic()) {
      return null;
    }
    if (sentence.isQuestion() && !isRequest(utterance, text)) {
      return null;
    }
    if (isPromise(utterance, text) && !weak && hasObject(sentence, due)) {
      return new Action(utterance.author(), text, due, List.of(utterance), 1 + fit + dated);
    }
    if (isRequest(utterance, text)) {
      return request(utterance, text, due, fit);
    }
    boolean open = cues.in("action.open", text) && !weak && !sentence.isQuestion();
    return open ? new Action(null, text, due, List.of(utterance), fit + dated) : null;
  }

  /** "I will ..." in the words of the sender: what is passed on is no promise of theirs. */
  private boolean isPromise(Utterance utterance, String text) {
    return utterance.isOwn() && pack.reported().isOwn("action.self", text);
  }

  /** "I'll call after lunch" leaves open whom: a reader can do nothing with it. */
  private boolean hasObject(Sentence sentence, String due) {
    String rest = due == null ? sentence.text() : sentence.text().replace(due, " ");
    rest = rest.replace(cues.find("action.self", rest).orElse(""), " ");
    int all = 0;
    for (Term term : pack.analyzer().terms(rest)) {
      all += term.stop() || cues.isAll("weak-word", term.surface()) ? 0 : 1;
    }
    return all >= OBJECT_STEMS;
  }

  /** What is marked as an action names its owner first: {@code ACTION: ann to call the bank}. */
  private Action labelled(Utterance utterance, String text, String due) {
    String what = text.substring(Math.max(0, cues.leadingLength("action.label", text)));
    what = what.replaceFirst("^[\\s:—–-]+", "");
    String first = what.replaceFirst("^@", "").split("[\\s,:]+", 2)[0];
    String owner =
        conversation.authors().stream().filter(first::equalsIgnoreCase).findFirst().orElse(null);
    return new Action(owner, what, due, List.of(utterance), 3 + (due == null ? 0 : 1));
  }

  private boolean isRequest(Utterance utterance, String text) {
    return spokenTo(utterance) != null && cues.in("action.request", text);
  }

  /** Whom an utterance speaks to: the name it begins with, else whom it replies to. */
  private String spokenTo(Utterance utterance) {
    if (utterance.addressee() != null) {
      return utterance.addressee();
    }
    if (utterance.replyTo() < 0) {
      return null;
    }
    String answered = conversation.get(utterance.replyTo()).author();
    return answered.equals(utterance.author()) ? null : answered;
  }

  private Action request(Utterance utterance, String text, String due, double fit) {
    String owner = spokenTo(utterance);
    Utterance acceptance = acceptance(utterance, owner);
    if (due == null && acceptance == null) {
      return null;
    }
    List<Utterance> sources =
        acceptance == null ? List.of(utterance) : List.of(utterance, acceptance);
    double strength = fit + (due == null ? 0 : 1) + (acceptance == null ? 0 : 1);
    return new Action(owner, text, due, sources, strength);
  }

  private Utterance acceptance(Utterance request, String owner) {
    int end = Math.min(conversation.utterances().size(), request.index() + 1 + ACCEPT_WITHIN);
    for (int i = request.index() + 1; i < end; i++) {
      Utterance later = conversation.get(i);
      boolean toOther = later.addressee() != null && !later.addressee().equals(request.author());
      if (later.author().equals(owner) && !toOther && cues.begins("acceptance", later.text())) {
        return later;
      }
    }
    return null;
  }
}
