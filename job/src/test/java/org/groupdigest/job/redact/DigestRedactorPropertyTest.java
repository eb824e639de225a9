package org.groupdigest.job.redact;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.groupdigest.job.model.Claim;
import org.groupdigest.job.model.DigestRecord;
import org.groupdigest.job.model.GroupKey;
import org.groupdigest.job.model.Json;
import org.groupdigest.job.model.SourceMessage;

/** Whatever a digest is like and whatever is erased, nothing of it is left and the rest is. */
class DigestRedactorPropertyTest {

  private static final GroupKey GROUP = new GroupKey("garden", "plots");

  @Property(tries = 600)
  void noMarkerAndNoIdOfAnErasedMessageSurvives(
      @ForAll long seed, @ForAll @IntRange(max = 100) int percent) {
    DigestRecord digest = MarkedDigests.digest(new Random(seed), GROUP, 1);
    Set<String> erased = chosen(digest, seed, percent);

    String json = Json.write(DigestRedactor.redact(digest, erased));

    for (String id : erased) {
      assertThat(json).doesNotContain(MarkedDigests.marker(id)).doesNotContain('"' + id + '"');
    }
  }

  @Property(tries = 600)
  void nobodyIsNamedOfWhomNothingIsLeft(
      @ForAll long seed, @ForAll @IntRange(max = 100) int percent) {
    DigestRecord digest = MarkedDigests.digest(new Random(seed), GROUP, 1);
    Set<String> erased = chosen(digest, seed, percent);

    String json = Json.write(DigestRedactor.redact(digest, erased));

    assertThat(MarkedDigests.peopleOf(digest, erased))
        .allSatisfy(name -> assertThat(json).doesNotContain(name));
  }

  @Property(tries = 300)
  void redactingNothingChangesNothing(@ForAll long seed) {
    DigestRecord digest = MarkedDigests.digest(new Random(seed), GROUP, 1);

    assertThat(DigestRedactor.redact(digest, Set.of())).isSameAs(digest);
    assertThat(DigestRedactor.redact(digest, Set.of("of another window"))).isSameAs(digest);
  }

  @Property(tries = 300)
  void redactingAgainChangesNothing(@ForAll long seed, @ForAll @IntRange(max = 100) int percent) {
    DigestRecord digest = MarkedDigests.digest(new Random(seed), GROUP, 1);
    Set<String> erased = chosen(digest, seed, percent);
    DigestRecord once = DigestRedactor.redact(digest, erased);

    assertThat(DigestRedactor.redact(once, erased)).isSameAs(once);
  }

  /** Not by taking everything away: a claim that rests on nothing erased stays as it is. */
  @Property(tries = 300)
  void whatRestsOnOthersStays(@ForAll long seed, @ForAll @IntRange(max = 60) int percent) {
    DigestRecord digest = MarkedDigests.digest(new Random(seed), GROUP, 1);
    Set<String> erased = chosen(digest, seed, percent);
    Set<String> people = MarkedDigests.peopleOf(digest, erased);
    DigestRecord redacted = DigestRedactor.redact(digest, erased);

    if (digest.synthesis() != null) {
      assertThat(redacted.synthesis().keyPoints())
          .containsExactlyElementsOf(
              digest.synthesis().keyPoints().stream()
                  .filter(claim -> isFreeOf(claim, erased, people))
                  .toList());
    }
    assertThat(redacted.sources())
        .extracting(SourceMessage::messageId)
        .containsExactlyElementsOf(
            digest.sources().stream()
                .map(SourceMessage::messageId)
                .filter(id -> !erased.contains(id))
                .toList());
  }

  private static boolean isFreeOf(Claim claim, Set<String> erased, Set<String> people) {
    return claim.messageIds().stream().noneMatch(erased::contains)
        && people.stream().noneMatch(claim.text()::contains);
  }

  /** That many in a hundred of the messages, at random. */
  private static Set<String> chosen(DigestRecord digest, long seed, int percent) {
    Random random = new Random(~seed);
    Set<String> chosen = new HashSet<>();
    for (SourceMessage source : digest.sources()) {
      if (random.nextInt(100) < percent) {
        chosen.add(source.messageId());
      }
    }
    return chosen;
  }
}
