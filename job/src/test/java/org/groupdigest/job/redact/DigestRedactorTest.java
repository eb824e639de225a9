package org.groupdigest.job.redact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.groupdigest.job.model.Checksums;
import org.groupdigest.job.model.DigestRecord;
import org.groupdigest.job.model.Json;
import org.groupdigest.job.model.SourceMessage;
import org.groupdigest.job.model.StageArtifact;
import org.groupdigest.job.model.Topics.Topic;
import org.groupdigest.job.persist.SampleDigests;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What goes with a message, and what stays. */
class DigestRedactorTest {

  /** Mila wrote m1 and m3, Otto m2, Rosa m5; the headline cites m1 and m2, summaries m1. */
  private final DigestRecord digest = SampleDigests.digest().build();

  @Test
  void aTopicWhoseSummaryRestsOnTheMessageGoes() {
    assertThat(redact("m1").topics().topics()).isEmpty();
  }

  @Test
  void aTopicThatMerelyContainsItKeepsWhatIsTracedToOthers() {
    Topic topic = redact("m2").topics().topics().get(0);

    assertThat(topic.title()).isEqualTo("What was said of it");
    assertThat(topic.summary()).isEqualTo("What was said of it");
    assertThat(topic.messageIds()).containsExactly("m1");
    assertThat(topic.messageCount()).isEqualTo(11);
    assertThat(topic.keywords()).isEmpty();
    assertThat(topic.actions()).isEmpty();
    assertThat(topic.owners()).as("Otto wrote nothing else").isEmpty();
  }

  @Test
  void aTopicWithoutTheMessageStaysAsItIs() {
    assertThat(redact("m5").topics()).isEqualTo(digest.topics());
    assertThat(redact("m5").synthesis()).isEqualTo(digest.synthesis());
  }

  @Test
  void claimsThatCiteItGo() {
    DigestRecord redacted = redact("m2");

    assertThat(redacted.synthesis().headline()).isNull();
    assertThat(redacted.synthesis().keyPoints()).isEmpty();
    assertThat(redacted.synthesis().actions()).isEmpty();
  }

  @Test
  void whoWroteOtherMessagesStaysWithThese() {
    assertThat(redact("m3").roles().participants())
        .filteredOn(one -> one.username().equals("mila"))
        .allSatisfy(one -> assertThat(one.messageIds()).containsExactly("m1", "m2"))
        .hasSize(1);
  }

  @Test
  void whoWroteNothingElseVanishes() {
    assertThat(redact("m2").roles().participants())
        .extracting(one -> one.username())
        .containsExactly("mila");
  }

  @Test
  void aTitleThatIsGoneDoesNotGoOn() {
    DigestRecord continued = SampleDigests.digest().continued("Dry well", 3).build();

    assertThat(redact("m5", continued).baselineDelta().continued()).hasSize(1);
    assertThat(redact("m2", continued).baselineDelta().continued()).isEmpty();
  }

  @Test
  void payloadsOfStagesAreEmptiedAndSaySo() {
    assertThat(redact("m5").artifacts())
        .hasSize(2)
        .allSatisfy(
            artifact -> {
              assertThat(artifact.payload()).isEqualTo("{}");
              assertThat(artifact.checksum()).isEqualTo(Checksums.sha256("{}"));
              assertThat(artifact.notes()).containsExactly("note", "erased");
            })
        .extracting(StageArtifact::stage)
        .containsExactlyElementsOf(digest.artifacts().stream().map(StageArtifact::stage).toList());
  }

  @Test
  void anAnswerToItAnswersNothingAnyMore() {
    assertThat(redact("m1").sources())
        .extracting(SourceMessage::messageId, SourceMessage::replyToMessageId)
        .containsExactly(tuple("m2", null), tuple("m3", "m2"), tuple("m5", null));
  }

  @Test
  void linksAndHighlightsOfItGo() {
    assertThat(redact("m3").mediaHighlights()).isEmpty();
    assertThat(redact("m0").historyLinks()).isEmpty();
    assertThat(redact("m1").ranking()).isEmpty();
  }

  /** Deleted before its window closed: the digest never had it, and says nothing of it. */
  @Test
  void aDigestThatNeverHadItForgetsWhomOthersAnsweredAndIsNotMarked() {
    ObjectNode json = (ObjectNode) Json.mapper().valueToTree(digest);
    ((ObjectNode) json.at("/sources/0")).put("reply_to_message_id", "never there");
    DigestRecord answering = Json.read(json.toString(), DigestRecord.class);
    assertThat(answering.sources().get(0).replyToMessageId()).isEqualTo("never there");

    DigestRecord redacted = DigestRedactor.redact(answering, Set.of("never there"));

    assertThat(Json.write(redacted)).doesNotContain("never there");
    assertThat(redacted.degradations()).isEqualTo(answering.degradations());
    assertThat(redacted.artifacts()).isEqualTo(answering.artifacts());
    assertThat(redacted.rendered()).isEqualTo(answering.rendered());
  }

  @Test
  void theReaderIsToldOnce() {
    assertThat(redact("m3", redact("m5")).degradations()).containsExactly("erased");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Anna Petrova | @anna petrova agreed       | true",
        "Anna Petrova | it was ANNA PETROVA's idea | true",
        "Anna Petrova | Anna said so               | true",
        "Anna Petrova | Annabel said so            | false",
        "Anna Petrova | Petrova Street is closed   | false",
        "Глеб         | отдали Глебу               | true",
        "Глеб         | хлеб привезли              | false",
        "max_power    | ask @max_power             | true",
        "max_power    | the max_power_2 pump       | false",
        "🙂           | 🙂 opened the gate         | true"
      })
  void aTextNamesSomebodyByTheWholeNameOrTheFirst(String name, String text, boolean named) {
    ErasedPeople people = ErasedPeople.of(List.of(source("m1", "s1", name)), Set.of("m1"));

    assertThat(people.areNamedIn(text)).isEqualTo(named);
  }

  @Test
  void aFirstNameThatSomebodyElseBearsIsNobodys() {
    List<SourceMessage> sources =
        List.of(source("m1", "s1", "Anna Petrova"), source("m2", "s2", "Anna Berg"));
    ErasedPeople people = ErasedPeople.of(sources, Set.of("m1"));

    assertThat(people.areNamedIn("Anna said so")).isFalse();
    assertThat(people.areNamedIn("Anna Petrova said so")).isTrue();
    assertThat(people.include("Anna Berg")).isFalse();
  }

  private DigestRecord redact(String messageId) {
    return redact(messageId, digest);
  }

  private static DigestRecord redact(String messageId, DigestRecord from) {
    return DigestRedactor.redact(from, Set.of(messageId));
  }

  private static SourceMessage source(String id, String sender, String author) {
    return new SourceMessage(id, sender, author, Instant.EPOCH, null);
  }
}
