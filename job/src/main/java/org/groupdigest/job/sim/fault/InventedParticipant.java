package org.groupdigest.job.sim.fault;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;

/** Names somebody who is not there. */
final class InventedParticipant implements LieTeller {

  private static final List<String> NAMES =
      List.of("derek_voss", "Martha Quill", "tilda.brandt", "Oswin Pell");
  private static final List<String> RUSSIAN_NAMES =
      List.of("rita_dolina", "Семён Куприянов", "pavel.ogarev", "Зинаида Вьюгина");

  @Override
  public List<Supplier<Lie>> ways(Scene scene) {
    List<Supplier<Lie>> ways = new ArrayList<>();
    Tree.walk(
        scene.answer(),
        (pointer, object) -> {
          if (object.has("action")) {
            ways.add(() -> own(scene, pointer, object));
          }
          if (object.has("summary")) {
            ways.add(() -> addOwner(scene, pointer, object));
          }
          if (object.path("participants").size() > 0) {
            ways.add(() -> addPerson(scene, pointer, object.withArray("participants")));
          }
        });
    scene.statements().stream()
        .filter(one -> one.field().equals("text"))
        .forEach(one -> ways.add(() -> ascribe(scene, one)));
    return ways;
  }

  private static Lie own(Scene scene, String pointer, ObjectNode action) {
    String name = name(scene);
    action.put("owner", name);
    return lie(pointer + "/owner", name);
  }

  private static Lie addOwner(Scene scene, String pointer, ObjectNode topic) {
    String name = name(scene);
    topic.withArray("owners").add(name);
    return lie(pointer + "/owners", name);
  }

  /** Somebody who did just what another one did. */
  private static Lie addPerson(Scene scene, String pointer, ArrayNode people) {
    String name = name(scene);
    JsonNode model = scene.dice().pick(List.of(people.get(0), people.get(people.size() - 1)), "as");
    people.add(model.<ObjectNode>deepCopy().put("username", name));
    return lie(pointer + "/participants", name);
  }

  private static Lie ascribe(Scene scene, Statement statement) {
    String name = name(scene);
    String says = scene.isRussian() ? name + " пишет: " : name + " said: ";
    boolean handle = name.indexOf(' ') < 0;
    statement.say((handle ? "@" + name + ": " : says) + statement.text());
    return lie(statement.pointer(), name);
  }

  /** A name that nobody has or mentions. */
  private static String name(Scene scene) {
    String said = scene.sources().text().toLowerCase(Locale.ROOT);
    List<String> free =
        (scene.isRussian() ? RUSSIAN_NAMES : NAMES)
            .stream()
                .filter(name -> !scene.sources().people().contains(name))
                .filter(name -> !said.contains(name.toLowerCase(Locale.ROOT)))
                .toList();
    return free.isEmpty() ? "nobody_" + scene.dice().below(1_000, "name") : pick(scene, free);
  }

  private static String pick(Scene scene, List<String> names) {
    return scene.dice().pick(names, "name");
  }

  private static Lie lie(String at, String name) {
    return new Lie(LieKind.INVENTED_PARTICIPANT, at, name);
  }
}
