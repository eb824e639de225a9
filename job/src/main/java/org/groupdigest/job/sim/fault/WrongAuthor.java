package org.groupdigest.job.sim.fault;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/** Ascribes something to a participant who has no part in it. */
final class WrongAuthor implements LieTeller {

  private static final String IDS = "message_ids";

  @Override
  public List<Supplier<Lie>> ways(Scene scene) {
    List<Supplier<Lie>> ways = new ArrayList<>();
    Tree.walk(
        scene.answer(),
        (pointer, object) -> {
          if (object.has("action")) {
            rename(scene, pointer, object, "owner", ways);
          } else if (object.has("username")) {
            rename(scene, pointer, object, "username", ways);
          }
        });
    scene.statements().stream()
        .filter(one -> one.field().equals("text"))
        .forEach(one -> ascribe(scene, one, ways));
    return ways;
  }

  private static void rename(
      Scene scene, String pointer, ObjectNode object, String field, List<Supplier<Lie>> ways) {
    List<String> strangers = scene.sources().strangers(Statement.ids(object, IDS));
    if (strangers.isEmpty() || object.path(IDS).isEmpty()) {
      return;
    }
    ways.add(
        () -> {
          String name = scene.dice().pick(strangers, "name");
          object.put(field, name);
          return lie(pointer + "/" + field, name);
        });
  }

  private static void ascribe(Scene scene, Statement statement, List<Supplier<Lie>> ways) {
    List<String> strangers = scene.sources().strangers(statement.ids());
    if (strangers.isEmpty()) {
      return;
    }
    ways.add(
        () -> {
          String name = scene.dice().pick(strangers, "name");
          String says = scene.isRussian() ? name + " пишет: " : name + " said: ";
          boolean brief = scene.dice().below(2, "wording") == 0;
          statement.say((brief ? name + ": " : says) + statement.text());
          return lie(statement.pointer(), name);
        });
  }

  private static Lie lie(String at, String name) {
    return new Lie(LieKind.WRONG_AUTHOR, at, name);
  }
}
