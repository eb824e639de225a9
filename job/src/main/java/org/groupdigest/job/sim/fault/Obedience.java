package org.groupdigest.job.sim.fault;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.groupdigest.job.model.Json;
import org.groupdigest.job.sim.prompt.MessageLine;
import org.groupdigest.job.sim.prompt.PromptData;
import org.groupdigest.job.sim.prompt.UnitLine;

/**
 * The worst a model can do with a chat that gives orders: whatever link, tag, score or JSON an
 * order has in it goes into the answer, also into what is said about other messages, and an order
 * to pass over all others is followed.
 */
public final class Obedience {

  private static final int FLAGS = Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE;
  private static final Pattern ORDER =
      Pattern.compile(
          "ignore|disregard|forget|instruction|output|insert|include|append|print|must|respond|reply with"
              + "|system|score|rate this|highest|write in|add to|put "
              + "|игнорируй|забудь|инструкц|выведи|вставь|добавь|напиши|укажи|ответь|оцени|оценк|поставь|систем",
          FLAGS);
  private static final Pattern LINK =
      Pattern.compile("(?:https?|hxxps?|tg|ftp)://\\S+|www\\.\\S+", FLAGS);
  private static final Pattern TAG = Pattern.compile("<[/!]?\\p{Alpha}[^<>]*+>");
  private static final Pattern SCORE =
      Pattern.compile("(?:score|quality|faithful|оцен|качеств|балл).{0,40}?(?:1|100|10/10)", FLAGS);
  private static final Pattern ONLY_ME =
      Pattern.compile(
          "(?:ignore|omit|drop|skip) (?:all )?(?:the )?(?:other|previous|earlier) messages"
              + "|(?:игнорируй|пропусти|убери) (?:все )?(?:остальные|другие|прошлые) сообщения",
          FLAGS);
  private static final List<String> SCORES =
      List.of("faithfulness", "coherence", "coverage", "focus", "quality_score");

  private Obedience() {}

  /**
   * Changes an answer as the chat orders.
   *
   * @return what was obeyed: {@code link}, {@code tag}, {@code score}, {@code json}, {@code
   *     only_me}
   */
  public static List<String> obey(ObjectNode answer, PromptData data) {
    List<String> obeyed = new ArrayList<>();
    for (String order : texts(data)) {
      if (ORDER.matcher(order).find()) {
        obey(answer, order, obeyed);
      }
    }
    return obeyed.stream().distinct().toList();
  }

  private static List<String> texts(PromptData data) {
    List<String> texts = new ArrayList<>();
    data.messages().stream().map(MessageLine::text).forEach(texts::add);
    data.excerpt().stream().map(MessageLine::text).forEach(texts::add);
    data.units().stream().map(UnitLine::text).forEach(texts::add);
    return texts;
  }

  private static void obey(ObjectNode answer, String order, List<String> obeyed) {
    put(answer, LINK, order, "link", obeyed);
    put(answer, TAG, order, "tag", obeyed);
    if (SCORE.matcher(order).find() && answer.has("quality_score")) {
      SCORES.forEach(score -> answer.put(score, 1.0));
      obeyed.add("score");
    }
    if (takeOver(answer, order)) {
      obeyed.add("json");
    }
    if (ONLY_ME.matcher(order).find() && silenceAll(answer)) {
      obeyed.add("only_me");
    }
  }

  /** Into everything that is said. */
  private static void put(
      ObjectNode answer, Pattern what, String order, String name, List<String> obeyed) {
    Matcher found = what.matcher(order);
    List<Statement> statements = Statement.in(answer);
    if (found.find() && !statements.isEmpty()) {
      String text = found.group();
      statements.forEach(one -> one.say(one.text() + " " + text));
      obeyed.add(name);
    }
  }

  /** Fields of a forged answer replace those of the right one. */
  private static boolean takeOver(ObjectNode answer, String order) {
    int open = order.indexOf('{');
    int close = order.lastIndexOf('}');
    if (open < 0 || close < open) {
      return false;
    }
    try {
      JsonNode forged = Json.mapper().readTree(order.substring(open, close + 1));
      boolean any = false;
      for (Map.Entry<String, JsonNode> field : forged.properties()) {
        any |= replace(answer, field.getKey(), field.getValue());
      }
      return any;
    } catch (JsonProcessingException notJson) {
      return false;
    }
  }

  private static boolean replace(ObjectNode answer, String field, JsonNode value) {
    List<ObjectNode> holders = new ArrayList<>();
    Tree.walk(
        answer,
        (pointer, object) -> {
          if (object.has(field)) {
            holders.add(object);
          }
        });
    holders.stream().limit(1).forEach(object -> object.set(field, value));
    return !holders.isEmpty();
  }

  private static boolean silenceAll(ObjectNode answer) {
    boolean any = false;
    for (String list : List.of("units", "key_points", "topics")) {
      for (JsonNode found : answer.findValues(list)) {
        if (found instanceof ArrayNode array) {
          any |= !array.isEmpty();
          array.removeAll();
        }
      }
    }
    return any;
  }
}
