package org.groupdigest.job.stage.extractive;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.groupdigest.job.model.MediaItem;
import org.groupdigest.job.model.MediaKind;
import org.groupdigest.job.model.Synthesis;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Words that only stand on a picture are nobody's saying. */
class AttachmentsTest {

  private static final String READ = "I'll write the report about the boat club by Friday";

  private static MediaItem picture(String description, String read) {
    return new MediaItem(MediaKind.IMAGE, null, null, 0, description, read, null, List.of(), null);
  }

  private static MediaItem recording(MediaKind kind, String transcript) {
    return new MediaItem(kind, null, null, 0, null, null, transcript, List.of(), null);
  }

  private static Reading reading(String language, String text, MediaItem item) {
    return Reading.of(
        Chat.in(language)
            .say("bob", "The boat club meets in the harbour tonight")
            .attach("ann", text, item)
            .window(),
        LanguagePack.of(language, language));
  }

  private static String said(Reading reading) {
    return new Points(reading).statement(reading.conversation().get(1).sentences().get(0)).text();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "en | ann (in a picture or file): ",
        "ru | ann (на картинке или в файле): ",
        "de | ann (📎): "
      })
  void whatIsReadOffAPictureIsMarkedAsSuch(String language, String before) {
    assertThat(said(reading(language, "", picture(null, READ)))).isEqualTo(before + " " + READ);
    assertThat(said(reading(language, " ", picture(READ, null)))).isEqualTo(before + " " + READ);
    assertThat(said(reading(language, "", recording(MediaKind.VIDEO, READ))))
        .isEqualTo(before + " " + READ);
  }

  @Test
  void aPictureUnderAMessageIsNotQuotedAsTheMessage() {
    Reading reading = reading("en", "Look what the treasurer put up", picture(READ, READ));
    assertThat(reading.conversation().get(1).text()).isEqualTo("Look what the treasurer put up");
  }

  @Test
  void aSpokenMessageIsTheSayingOfItsSender() {
    Reading reading = reading("en", "", recording(MediaKind.AUDIO, READ));
    assertThat(said(reading)).isEqualTo("ann: " + READ);
    assertThat(reading.actions()).extracting(ActionFinder.Action::owner).containsExactly("ann");
  }

  @Test
  void aPromiseOnAPictureIsNoTaskOfItsSender() {
    Synthesis digest =
        Stages.of(
                Chat.in("en")
                    .say("bob", "The boat club meets in the harbour tonight")
                    .attach("ann", "", picture(null, READ + ". Decided: the club buys a boat"))
                    .window())
            .synthesis();
    assertThat(digest.actions()).isEmpty();
    assertThat(digest.decisions()).isEmpty();
  }
}
