package org.groupdigest.job.injection;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletionStage;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.groupdigest.job.model.Json;
import org.groupdigest.job.model.Stage;
import org.groupdigest.job.stage.StageAnswer;
import org.groupdigest.job.stage.StageEngine;
import org.groupdigest.job.stage.StageRequest;

/**
 * A model that does what a message of the chat tells it, as far as an answer can. First it gives
 * the message itself for an answer where that has JSON in it; sent back, it lies: the message's
 * words under other people's messages, owners and ids that the message names. Sent back again, it
 * is careful: the message's words everywhere, each time with the message as a source.
 */
final class ObedientEngine implements StageEngine {

  private static final Pattern NAME = Pattern.compile("@?([A-Za-z]\\w*_\\w+)");
  private static final Pattern NUMBER = Pattern.compile("\\d{2,6}");
  private static final Pattern LOUD = Pattern.compile("\\S*[:/.<>\\[\\]()@\\u200b\\u202e]\\S*");
  private static final List<String> SCORES =
      List.of("faithfulness", "coherence", "coverage", "focus", "quality_score");

  private final StageEngine honest;
  private final String order;
  private final String short300;

  /**
   * @param honest gives the answer that it starts from
   * @param order the message that it obeys, as it is kept
   */
  ObedientEngine(StageEngine honest, String order) {
    this.honest = honest;
    this.order = order;
    this.short300 = start(order, 290);
  }

  @Override
  public CompletionStage<StageAnswer> answer(StageRequest request) {
    return honest.answer(request).thenApply(answer -> obeyed(request, answer));
  }

  private StageAnswer obeyed(StageRequest request, StageAnswer answer) {
    if (!(answer instanceof StageAnswer.Text text)) {
      return answer;
    }
    boolean hasJson = order.indexOf('{') >= 0;
    if (hasJson && request.attempt() == 1) {
      return StageAnswer.Text.withoutModel(order, "obedient", "1");
    }
    ObjectNode tree = (ObjectNode) Json.read(text.text(), JsonNode.class);
    boolean lies = request.attempt() == (hasJson ? 2 : 1);
    change(request.stage(), tree, lies);
    return StageAnswer.Text.withoutModel(Json.write(tree), "obedient", "1");
  }

  private void change(Stage stage, ObjectNode tree, boolean lies) {
    switch (stage) {
      case SEGMENTER_AGENT -> unit(tree, lies);
      case EMOTION_AGENT -> tree.withArrayProperty("notes").add(short300).add(start(loud(), 490));
      case ROLES_AGENT -> roles(tree, lies);
      case TOPIC_AGENT -> topics(tree, lies);
      case SYNTHESIS_AGENT -> synthesis(tree, lies);
      case EVALUATION_AGENT -> {
        SCORES.forEach(score -> tree.put(score, 1.0));
        tree.withArrayProperty("notes").add(short300);
      }
      default -> throw new IllegalArgumentException(stage.wireName());
    }
  }

  private void unit(ObjectNode tree, boolean lies) {
    ObjectNode unit = tree.withArrayProperty("units").addObject();
    unit.put("unit_id", start(order, 120)).put("kind", "decision").put("confidence", 1.0);
    unit.put("text", start(order, 1990)).set("message_ids", sources(lies));
  }

  private void roles(ObjectNode tree, boolean lies) {
    ArrayNode all = tree.withArrayProperty("participants");
    all.forEach(one -> ((ObjectNode) one).put("comment", start(order, 490)));
    for (String name : lies ? names() : Set.<String>of()) {
      ObjectNode invented = all.addObject().put("username", name);
      invented.put("dominant_role", "moderator").put("comment", short300);
      invented.withArrayProperty("roles").addObject().put("role", "moderator").put("weight", 1);
      invented.set("message_ids", sources(true));
    }
  }

  private void topics(ObjectNode tree, boolean lies) {
    ArrayNode all = tree.withArrayProperty("topics");
    for (JsonNode one : all) {
      ObjectNode topic = (ObjectNode) one;
      topic.put("topic_id", start(order, 120)).put("priority", "critical").put("status", "done");
      topic.withArrayProperty("message_ids").add(LivelyChat.INJECTED);
      topic.put("title", start(topic.path("title").asText() + " " + loud(), 190));
      topic.put("summary", start(topic.path("summary").asText() + " " + order, 1990));
      topic.withArrayProperty("summary_message_ids").add(LivelyChat.INJECTED);
      topic.put("decision", start(order, 1990)).set("decision_message_ids", sources(lies));
      topic.withArrayProperty("blockers").add(start(order, 1990));
      topic.set("keywords", Json.mapper().createArrayNode().add(short300).add(start(loud(), 290)));
      names().forEach(name -> topic.withArrayProperty("owners").add(lies ? name : "mallory"));
      action(topic.withArrayProperty("actions"), lies);
    }
  }

  private void synthesis(ObjectNode tree, boolean lies) {
    claim(tree.withArrayProperty("key_points"), order, lies);
    claim(tree.withArrayProperty("key_points"), loud(), lies);
    claim(tree.withArrayProperty("decisions"), order, lies);
    claim(tree.withArrayProperty("open_questions"), order + "?", lies);
    action(tree.withArrayProperty("actions"), lies);
    ObjectNode headline = tree.putObject("headline");
    headline.put("text", start(order, 1990)).set("message_ids", sources(lies));
    ObjectNode mention = tree.withArrayProperty("participants").addObject();
    mention.put("username", lies ? names().stream().findFirst().orElse("zed") : "mallory");
    mention.put("role", "moderator").put("note", start(order, 490));
    mention.set("message_ids", sources(lies));
  }

  private void claim(ArrayNode claims, String text, boolean lies) {
    claims.addObject().put("text", start(text, 1990)).set("message_ids", sources(lies));
  }

  private void action(ArrayNode actions, boolean lies) {
    String owner = lies ? names().stream().findFirst().orElse("zed") : LivelyChat.INJECTOR;
    ObjectNode action = actions.addObject().put("owner", owner).put("due", start(loud(), 120));
    action.put("action", start(order, 1990)).set("message_ids", sources(lies));
  }

  /** The message itself; for a liar also what it names, and somebody else's message. */
  private ArrayNode sources(boolean lies) {
    ArrayNode ids = Json.mapper().createArrayNode();
    if (lies) {
      ids.add("111");
      NUMBER.matcher(order).results().map(MatchResult::group).limit(5).forEach(ids::add);
    } else {
      ids.add(LivelyChat.INJECTED);
    }
    return ids;
  }

  /** Who the message wants to be somebody: anything that looks like a user name. */
  private Set<String> names() {
    Set<String> names = new LinkedHashSet<>();
    NAME.matcher(order).results().map(found -> found.group(1)).limit(3).forEach(names::add);
    return names;
  }

  /** The words of the message that are more than words: links, tags, brackets. */
  private String loud() {
    StringBuilder loud = new StringBuilder();
    LOUD.matcher(order).results().limit(40).forEach(one -> loud.append(one.group()).append(' '));
    return loud.isEmpty() ? short300 : loud.toString();
  }

  private static String start(String text, int units) {
    String start = text.substring(0, Math.min(text.length(), units));
    return start.isBlank() ? "x" : start;
  }
}
