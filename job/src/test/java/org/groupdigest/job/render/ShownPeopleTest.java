package org.groupdigest.job.render;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.groupdigest.job.model.ActionItem;
import org.groupdigest.job.model.Claim;
import org.groupdigest.job.model.DigestRecord;
import org.groupdigest.job.model.GroupInfo;
import org.groupdigest.job.model.Rendered;
import org.groupdigest.job.model.Roles;
import org.groupdigest.job.model.Roles.Participant;
import org.groupdigest.job.model.Roles.WeightedRole;
import org.groupdigest.job.model.SourceMessage;
import org.groupdigest.job.model.Synthesis;
import org.groupdigest.job.model.Synthesis.Mention;
import org.groupdigest.job.testing.Digests;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Nobody is called by a digest but those who wrote in the window under a real user name. */
class ShownPeopleTest {

  private static final GroupInfo TELEGRAM = new GroupInfo("Club", null, "telegram");

  @ParameterizedTest
  @CsvSource({
    "anna, anna, telegram, @anna",
    "anna, anna, file, @anna",
    "anna, , telegram, anna",
    "durov, Durov_2, telegram, durov",
    "Глеб, Глеб, telegram, Глеб",
    "12345, 12345, telegram, 12345",
    "user12345, user12345, telegram, user12345",
    "all, all, telegram, all",
    "Everyone, Everyone, telegram, Everyone",
    "anna, anna, slack, anna",
    "anna, anna, discord, anna",
    "'\u200b\u202e', , telegram, ?"
  })
  void onlyARealUserNameOfTheMessengerIsMentioned(
      String name, String username, String source, String shown) {
    DigestRecord digest =
        new Digests()
            .group(new GroupInfo("Club", null, source))
            .source(new SourceMessage("1", "s1", name, Instant.EPOCH, null, username))
            .build();

    assertThat(new ShownPeople(digest).name(name)).isEqualTo(shown);
  }

  @Test
  void aDigestThatKnowsNoUserNamesMentionsNobody() {
    assertThat(new ShownPeople(new Digests().build()).name("anna")).isEqualTo("anna");
  }

  @Test
  void aLongNameIsShortenedWhereItIsShown() {
    assertThat(new ShownPeople(new Digests().build()).name("M".repeat(129)))
        .isEqualTo("M".repeat(47) + "…");
  }

  @ParameterizedTest
  @ValueSource(strings = {"durov", "all", "Carla", "channel"})
  void aDisplayNameIsAMentionInNoForm(String name) {
    for (String form : forms(digest(name, null, "see @" + name + ", please"))) {
      assertThat(form.replaceAll("<code>[^<]*</code>|`[^`]*`|\\[@]", ""))
          .doesNotContain("@" + name);
      assertThat(form).contains(name);
    }
  }

  @Test
  void aUserNameIsMentionedInEveryForm() {
    assertThat(forms(digest("anna_k", "anna_k", "see @anna_k")))
        .allMatch(form -> form.replace("\\_", "_").contains("see @anna_k"))
        .allMatch(form -> form.replace("\\_", "_").replace("</b>", "").contains("@anna_k"));
  }

  private static List<String> forms(DigestRecord digest) {
    Rendered rendered = new DigestRenderer(LinkPattern.telegramOnly()).render(digest);
    List<String> forms = new ArrayList<>(rendered.htmlParts());
    forms.add(rendered.html());
    forms.add(rendered.markdown());
    forms.add(rendered.text());
    forms.add(new HtmlPage(new MessageCatalog(), LinkPattern.telegramOnly()).digest(digest));
    return forms;
  }

  private static DigestRecord digest(String name, String username, String text) {
    List<String> ids = List.of("1");
    return new Digests()
        .group(TELEGRAM)
        .language("en")
        .source(new SourceMessage("1", "s1", name, Instant.EPOCH, null, username))
        .roles(
            new Roles(
                List.of(
                    new Participant(
                        name, List.of(new WeightedRole("expert", 1)), "expert", ids, ""))))
        .topic(Digests.topic("Blade", "low", "idea", 1, text, ids))
        .synthesis(
            new Synthesis(
                new Claim(text, ids),
                List.of(),
                List.of(),
                List.of(),
                List.of(new ActionItem(name, "bring the cable", null, ids)),
                List.of(new Mention(name, "expert", "", ids))))
        .build();
  }
}
