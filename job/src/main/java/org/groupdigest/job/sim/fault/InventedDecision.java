package org.groupdigest.job.sim.fault;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/** Says that something was decided which nobody spoke of, and cites real messages for it. */
final class InventedDecision implements LieTeller {

  private static final List<String> DECISIONS =
      List.of(
          "The group decided to move its office to Lisbon",
          "It was agreed to stop all work on the mobile app",
          "Everyone settled on cancelling the yearly retreat",
          "The old warehouse will be sold, that is decided");
  private static final List<String> RUSSIAN_DECISIONS =
      List.of(
          "Решили перевезти офис в Самару",
          "Договорились закрыть мобильное приложение",
          "Постановили отменить летний выезд",
          "Утвердили продажу старого склада");

  @Override
  public List<Supplier<Lie>> ways(Scene scene) {
    List<Supplier<Lie>> ways = new ArrayList<>();
    if (scene.sources().ids().isEmpty()) {
      return ways;
    }
    Tree.walk(
        scene.answer(),
        (pointer, object) -> {
          if (object.has("key_points")) {
            ways.add(() -> add(scene, pointer + "/decisions", claimIn(object)));
          } else if (object.has("units")) {
            ways.add(() -> add(scene, pointer + "/units", unitIn(object)));
          } else if (object.has("summary") && !object.has("decision")) {
            ways.add(() -> decide(scene, pointer, object));
          }
        });
    return ways;
  }

  private static ObjectNode claimIn(ObjectNode digest) {
    return digest.withArray("decisions").addObject();
  }

  private static ObjectNode unitIn(ObjectNode segments) {
    return segments.withArray("units").addObject().put("kind", "decision").put("confidence", 0.9);
  }

  private static Lie add(Scene scene, String at, ObjectNode claim) {
    String text = text(scene);
    String id = scene.dice().pick(List.copyOf(scene.sources().ids()), "source");
    claim.put("text", text).putArray("message_ids").add(id);
    return new Lie(LieKind.INVENTED_DECISION, at, text);
  }

  private static Lie decide(Scene scene, String pointer, ObjectNode topic) {
    String text = text(scene);
    topic.put("decision", text);
    return new Lie(LieKind.INVENTED_DECISION, pointer + "/decision", text);
  }

  private static String text(Scene scene) {
    return scene.dice().pick(scene.isRussian() ? RUSSIAN_DECISIONS : DECISIONS, "decision");
  }
}
