package org.groupdigest.job.context;

import static org.assertj.core.api.Assertions.assertThat;
import static org.groupdigest.job.context.TestMessages.message;
import static org.groupdigest.job.context.TestMessages.picture;
import static org.groupdigest.job.context.TestMessages.withMedia;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.groupdigest.job.config.ContextSettings;
import org.groupdigest.job.model.MediaHighlight;
import org.groupdigest.job.model.MediaItem;
import org.groupdigest.job.model.MediaKind;
import org.groupdigest.job.model.MediaStats;
import org.groupdigest.job.model.Message;
import org.junit.jupiter.api.Test;

class MediaSummaryTest {

  @Test
  void countsAttachments() {
    MediaStats stats =
        MediaSummary.stats(
            List.of(
                withMedia("1", 0, "a", "", picture("h1", "a map"), picture("h2", " ")),
                withMedia("2", 0, "a", "", item(MediaKind.AUDIO, "h3", null)),
                message("3", 0, "a", "words")));

    assertThat(stats).isEqualTo(new MediaStats(3, 1, 3000, Map.of("image", 2, "audio", 1)));
  }

  @Test
  void showsTheBestRankedFirstEachFileOnce() {
    List<MediaHighlight> shown =
        highlights(
            6,
            withMedia("old", 0, "a", "", picture("h1", "a map")),
            withMedia(
                "new", 9000, "a", "", picture("h1", "the same map"), picture("h2", "a plan")));

    assertThat(shown).extracting(MediaHighlight::messageId).containsExactly("new", "new");
    assertThat(shown).extracting(MediaHighlight::caption).containsExactly("the same map", "a plan");
  }

  @Test
  void leavesOutStickersAndWhatNothingIsKnownOf() {
    assertThat(
            highlights(
                6,
                withMedia("1", 0, "a", "ha", item(MediaKind.STICKER, "h1", "a cat")),
                withMedia("2", 0, "a", "", picture("h2", null))))
        .isEmpty();
  }

  @Test
  void captionsAPictureWithTheWordsThatCameWithItWhenItHasNone() {
    assertThat(highlights(6, withMedia("1", 0, "a", "the new\n office", picture("h", null))))
        .extracting(MediaHighlight::caption)
        .containsExactly("the new office");
  }

  @Test
  void cutsLongCaptionsAtCodePoints() {
    String caption =
        highlights(6, withMedia("1", 0, "a", "", picture("h", "🙂".repeat(300)))).get(0).caption();

    assertThat(caption.codePointCount(0, caption.length())).isEqualTo(200);
    assertThat(caption).isEqualTo("🙂".repeat(199) + "…");
  }

  @Test
  void showsNoMoreThanAsked() {
    MediaItem[] many = new MediaItem[10];
    for (int i = 0; i < many.length; i++) {
      many[i] = picture("h" + i, "picture " + i);
    }

    assertThat(highlights(6, withMedia("1", 0, "a", "", many))).hasSize(6);
  }

  private static List<MediaHighlight> highlights(int limit, Message... messages) {
    Map<String, Message> byId =
        List.of(messages).stream()
            .collect(Collectors.toMap(Message::messageId, Function.identity()));
    Scorer scorer = new Scorer(ContextSettings.defaults());
    return MediaSummary.highlights(scorer.rank(List.of(messages), Set.of(), Set.of()), byId, limit);
  }

  private static MediaItem item(MediaKind kind, String hash, String description) {
    return new MediaItem(kind, hash, null, 1000, description, null, null, List.of(), null);
  }
}
