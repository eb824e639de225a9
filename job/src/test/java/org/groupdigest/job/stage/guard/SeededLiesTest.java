package org.groupdigest.job.stage.guard;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.groupdigest.job.model.Claim;
import org.groupdigest.job.model.Json;
import org.groupdigest.job.model.Roles;
import org.groupdigest.job.model.Stage;
import org.groupdigest.job.model.Synthesis;
import org.groupdigest.job.model.WindowContext;
import org.groupdigest.job.model.sources.WindowMessages;
import org.groupdigest.job.stage.StageAnswer;
import org.groupdigest.job.stage.StageRequest;
import org.groupdigest.job.stage.extractive.ExtractiveEngine;
import org.groupdigest.job.stage.guard.SeededLies.Kind;
import org.groupdigest.job.stage.guard.SeededLies.Lie;
import org.groupdigest.job.testing.SampleWindows;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Lies about the sample chat are blocked, or taken out, and nothing true is. */
class SeededLiesTest {

  private static final long SEED = 20251110;
  private static final List<Kind> PROMISED =
      List.of(
          Kind.WRONG_AUTHOR,
          Kind.FOREIGN_ID,
          Kind.CHANGED_NUMBER,
          Kind.CHANGED_DATE,
          Kind.INVENTED_PARTICIPANT,
          Kind.INVENTED_DECISION);

  private static final StageGuard GUARD = new StageGuard(ExtractiveEngine::isOwnWording);
  private static final Map<Kind, Tally> TALLIES = new EnumMap<>(Kind.class);

  /** How the lies of a kind fared. */
  private static final class Tally {
    int told;
    int stopped;
    int citations;
    int resolved;
  }

  @BeforeAll
  static void tellThem() {
    List<WindowContext> windows = SampleWindows.all();
    List<Synthesis> truths = windows.stream().map(SeededLiesTest::synthesis).toList();
    for (int i = 0; i < windows.size(); i++) {
      WindowContext window = windows.get(i);
      Roles roles = Json.read(answer(Stage.ROLES_AGENT, window), Roles.class);
      SeededLies lies = new SeededLies(window, truths.get(i), roles, SEED + i);
      lies.all(elsewhere(windows, truths, i)).forEach(lie -> tell(lie, window));
    }
    print();
  }

  @Test
  void atLeastNineteenOfTwentyLiesAreStopped() {
    int told = PROMISED.stream().mapToInt(kind -> TALLIES.get(kind).told).sum();
    int stopped = PROMISED.stream().mapToInt(kind -> TALLIES.get(kind).stopped).sum();
    assertThat(told).isGreaterThanOrEqualTo(120);
    assertThat((double) stopped / told).isGreaterThanOrEqualTo(0.95);
    for (Kind kind : PROMISED) {
      Tally tally = TALLIES.get(kind);
      assertThat((double) tally.stopped / tally.told).as(kind.name()).isGreaterThanOrEqualTo(0.95);
    }
  }

  @Test
  void noForeignMessageAndNoInventedPersonGetsThrough() {
    for (Kind kind : List.of(Kind.FOREIGN_ID, Kind.INVENTED_PARTICIPANT)) {
      assertThat(TALLIES.get(kind).stopped).as(kind.name()).isEqualTo(TALLIES.get(kind).told);
    }
  }

  @Test
  void everyCitationThatGetsThroughResolves() {
    TALLIES.forEach((kind, t) -> assertThat(t.resolved).as(kind.name()).isEqualTo(t.citations));
  }

  @Test
  void whatTheBuiltInEngineSaysAboutTheSampleIsTrue() {
    for (WindowContext window : SampleWindows.all()) {
      for (Stage stage :
          List.of(
              Stage.SEGMENTER_AGENT, Stage.ROLES_AGENT, Stage.TOPIC_AGENT, Stage.SYNTHESIS_AGENT)) {
        GuardResult result = GUARD.salvage(stage, answer(stage, window), window);
        assertThat(((GuardResult.Accepted) result).removed()).as(stage.wireName()).isEmpty();
      }
    }
  }

  private static void tell(Lie lie, WindowContext window) {
    Tally tally = TALLIES.computeIfAbsent(lie.kind(), kind -> new Tally());
    tally.told++;
    GuardResult checked = GUARD.check(lie.stage(), lie.answer(), window);
    GuardResult salvaged = GUARD.salvage(lie.stage(), lie.answer(), window);
    boolean out = isOut(lie, checked) && isOut(lie, salvaged);
    tally.stopped += out ? 1 : 0;
    count(tally, lie.stage(), checked, window);
    count(tally, lie.stage(), salvaged, window);
  }

  private static boolean isOut(Lie lie, GuardResult result) {
    return !(result instanceof GuardResult.Accepted accepted)
        || !accepted.canonicalJson().contains(lie.mark());
  }

  private static void count(Tally tally, Stage stage, GuardResult result, WindowContext window) {
    if (stage == Stage.SYNTHESIS_AGENT && result instanceof GuardResult.Accepted accepted) {
      WindowMessages messages = new WindowMessages(window);
      for (Claim claim : Json.read(accepted.canonicalJson(), Synthesis.class).keyPoints()) {
        tally.citations += claim.messageIds().size();
        tally.resolved +=
            (int) claim.messageIds().stream().filter(id -> messages.find(id).isPresent()).count();
      }
    }
  }

  /** Decisions and points of other windows in the same language. */
  private static List<String> elsewhere(
      List<WindowContext> windows, List<Synthesis> truths, int own) {
    List<String> texts = new ArrayList<>();
    for (int i = 0; i < windows.size(); i++) {
      if (i != own && windows.get(i).language().equals(windows.get(own).language())) {
        truths.get(i).decisions().forEach(claim -> texts.add(claim.text()));
        truths.get(i).keyPoints().forEach(claim -> texts.add(claim.text()));
      }
    }
    return texts;
  }

  private static Synthesis synthesis(WindowContext window) {
    return Json.read(answer(Stage.SYNTHESIS_AGENT, window), Synthesis.class);
  }

  private static String answer(Stage stage, WindowContext window) {
    StageAnswer answer =
        new ExtractiveEngine(Runnable::run)
            .answer(StageRequest.of(List.of(stage), window, window.language(), Map.of()))
            .toCompletableFuture()
            .join();
    return ((StageAnswer.Text) answer).text();
  }

  private static void print() {
    StringBuilder table = new StringBuilder("Lies stopped, seed " + SEED + "\n");
    TALLIES.forEach(
        (kind, t) -> table.append("%-22s %4d of %4d%n".formatted(kind, t.stopped, t.told)));
    System.out.print(table);
  }
}
