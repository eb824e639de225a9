package org.groupdigest.job.llm.prompt;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.groupdigest.job.model.ActionItem;
import org.groupdigest.job.model.Claim;
import org.groupdigest.job.model.EmotionProfile;
import org.groupdigest.job.model.Evaluation;
import org.groupdigest.job.model.Json;
import org.groupdigest.job.model.Message;
import org.groupdigest.job.model.Roles;
import org.groupdigest.job.model.Segments;
import org.groupdigest.job.model.Segments.Unit;
import org.groupdigest.job.model.Stage;
import org.groupdigest.job.model.StageArtifact;
import org.groupdigest.job.model.StageOutcome;
import org.groupdigest.job.model.Synthesis;
import org.groupdigest.job.model.Topics;
import org.groupdigest.job.model.Topics.Topic;
import org.groupdigest.job.model.WindowContext;

/** What a talkative model within the limits would find in a window. */
final class Answers {

  private static final String RUSSIAN =
      "Очередь возвратов на тестовом стенде упала из-за нехватки соединений, выкат решили откатить";
  private static final String ENGLISH =
      "The refund queue on staging failed for want of connections, the release is to be rolled back";

  private final WindowContext window;
  private final AnswerLimits limits;
  private final String sentence;

  Answers(WindowContext window) {
    this.window = window;
    this.limits = AnswerLimits.of(window.messages().size());
    this.sentence = window.language().equals("ru") ? RUSSIAN : ENGLISH;
  }

  /** Artifacts of these stages. */
  static Map<String, StageArtifact> artifacts(Map<Stage, Object> payloads) {
    Map<String, StageArtifact> artifacts = new HashMap<>();
    payloads.forEach(
        (stage, payload) -> artifacts.put(stage.wireName(), artifact(stage, Json.write(payload))));
    return artifacts;
  }

  private static StageArtifact artifact(Stage stage, String payload) {
    return new StageArtifact(
        stage, StageOutcome.OK, "m", "p", "v1", "1", "0", 1, 1, 0, 0, List.of(), payload);
  }

  Segments segments() {
    String[] kinds = {"problem", "solution", "decision", "question"};
    List<Unit> units = new ArrayList<>();
    for (int i = 0; i < limits.units(); i++) {
      units.add(new Unit("u" + i, kinds[i % kinds.length], sentence, ids(i), 0.9 - i / 100.0));
    }
    return new Segments(units);
  }

  EmotionProfile emotions() {
    return new EmotionProfile("neutral", 0.2, 0.1, 0.6, 0.3, 0.1, List.of());
  }

  Roles roles() {
    List<Roles.Participant> people =
        window.participants().stream()
            .limit(limits.people())
            .map(
                one ->
                    new Roles.Participant(
                        one.username(),
                        List.of(
                            new Roles.WeightedRole("expert", 0.7),
                            new Roles.WeightedRole("supporter", 0.3)),
                        "expert",
                        own(one.username()),
                        ""))
            .toList();
    return new Roles(people);
  }

  Topics topics() {
    List<Topic> topics = new ArrayList<>();
    for (int i = 0; i < limits.topics(); i++) {
      List<String> ids = new ArrayList<>(ids(i));
      ids.addAll(ids(i + 7));
      topics.add(
          new Topic(
              "topic-" + (i + 1),
              sentence.substring(0, 30),
              "high",
              ids,
              List.of(),
              sentence + ". " + sentence,
              ids(i),
              i % 2 == 0 ? sentence : null,
              i % 2 == 0 ? ids(i) : List.of(),
              "in_progress",
              List.of(author(i)),
              List.of(),
              i % 2 == 0 ? List.of(action(i)) : List.of(),
              List.of(sentence.substring(0, 15)),
              ids.size()));
    }
    return new Topics(topics);
  }

  Synthesis synthesis() {
    List<Claim> points = new ArrayList<>();
    for (int i = 0; i < limits.points(); i++) {
      points.add(claim(i));
    }
    List<Synthesis.Mention> people =
        roles().participants().stream()
            .limit(3)
            .map(
                one ->
                    new Synthesis.Mention(
                        one.username(), "expert", sentence.substring(0, 40), one.messageIds()))
            .toList();
    int few = Math.max(1, limits.points() / 2);
    return new Synthesis(
        claim(0),
        points,
        points.subList(0, few),
        points.subList(0, few),
        List.of(action(1), action(2)).subList(0, Math.min(2, few)),
        people);
  }

  Evaluation evaluation() {
    return new Evaluation(0.9, 0.9, 0.8, 0.85, 0.86, List.of(sentence));
  }

  private Claim claim(int index) {
    return new Claim(sentence, ids(index));
  }

  private ActionItem action(int index) {
    return new ActionItem(author(index), sentence.substring(0, 50), "15:00", ids(index));
  }

  private String author(int index) {
    return message(index).author();
  }

  private List<String> ids(int index) {
    return List.of(message(index).messageId(), message(index + 1).messageId());
  }

  private List<String> own(String author) {
    return window.messages().stream()
        .filter(message -> message.author().equals(author))
        .map(Message::messageId)
        .limit(2)
        .toList();
  }

  private Message message(int index) {
    return window.messages().get(index * 5 % window.messages().size());
  }
}
