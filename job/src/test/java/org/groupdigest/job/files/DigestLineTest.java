package org.groupdigest.job.files;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.groupdigest.job.model.Claim;
import org.groupdigest.job.model.DigestRecord;
import org.groupdigest.job.model.SourceMessage;
import org.groupdigest.job.model.Synthesis;
import org.groupdigest.job.render.DigestRenderer;
import org.groupdigest.job.render.LinkPattern;
import org.groupdigest.job.testing.Digests;
import org.junit.jupiter.api.Test;

class DigestLineTest {

  private static final LinkPattern LINKS = LinkPattern.telegramOnly();

  @Test
  void htmlOfADigestThatFitsIntoOneMessageIsAText() {
    assertThat(line(1).path("html").textValue()).contains("point 0");
  }

  @Test
  void htmlOfALongDigestIsTheListOfItsPartsThatHoldAllOfIt() {
    JsonNode html = line(90).path("html");

    assertThat(html.isArray()).isTrue();
    List<String> parts = new ArrayList<>();
    html.forEach(part -> parts.add(part.textValue()));
    assertThat(parts).hasSizeGreaterThan(1).allMatch(part -> part.length() <= 4096);
    assertThat(String.join("", parts)).contains("point 0 ", "point 45 ", "point 89 ");
  }

  @Test
  void sourcesTellNumberIdAuthorTimeAndLink() {
    assertThat(line(1).path("sources").toString())
        .isEqualTo(
            "[{\"number\":1,\"message_id\":\"1\",\"author\":\"anna\","
                + "\"posted_at\":\"1970-01-01T00:00:00Z\","
                + "\"link\":\"https://t.me/c/1234567/1\"}]");
  }

  private static JsonNode line(int points) {
    List<Claim> claims = new ArrayList<>();
    for (int i = 0; i < points; i++) {
      claims.add(new Claim("point " + i + (" word" + i).repeat(9), List.of("1")));
    }
    DigestRecord digest =
        new Digests()
            .source(new SourceMessage("1", "s1", "anna", Instant.EPOCH, null))
            .synthesis(new Synthesis(null, claims, List.of(), List.of(), List.of(), List.of()))
            .build();
    return DigestLine.of(digest.withRendered(new DigestRenderer(LINKS).render(digest)), LINKS);
  }
}
