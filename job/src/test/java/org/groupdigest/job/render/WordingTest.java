package org.groupdigest.job.render;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.groupdigest.job.model.EmotionProfile;
import org.groupdigest.job.model.GroupInfo;
import org.groupdigest.job.testing.Digests;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WordingTest {

  @Test
  void aGroupWithoutATitleIsCalledByItsNameOrId() {
    assertThat(title(new GroupInfo(null, "rust_ru", "telegram"))).isEqualTo("rust_ru");
    assertThat(title(new GroupInfo(" \u200b", null, "telegram"))).isEqualTo("-1001234567");
  }

  @ParameterizedTest
  @CsvSource({
    "positive,0,0,0,0,Tone: friendly.",
    "positive,0,0,0,0.9,Tone: upbeat.",
    "neutral,0,0,0,0,Tone: calm.",
    "neutral,0.6,0,0,0,'Tone: even, with arguments.'",
    "neutral,0,0,0.8,0,'Tone: businesslike, in a hurry.'",
    "neutral,0,0.8,0,0,'Tone: businesslike, people help each other.'",
    "negative,0.1,0,0,0,Tone: tense.",
    "negative,0.1,0.6,0,0,Tone: tense but constructive.",
    "negative,0.9,0.6,0,0,Tone: quarrelsome.",
    "martian,0,0,0,0,Tone: calm."
  })
  void theToneIsToldInOneSentence(
      String tone, double conflict, double help, double stress, double joy, String sentence) {
    EmotionProfile profile = new EmotionProfile(tone, 0.5, conflict, help, stress, joy, List.of());
    assertThat(ToneWords.of(profile, new MessageCatalog().of("en"))).isEqualTo(sentence);
  }

  private static String title(GroupInfo group) {
    return new Wording(
            new Digests().group(group).build(),
            new MessageCatalog().of("en"),
            LinkPattern.telegramOnly())
        .groupTitle();
  }
}
