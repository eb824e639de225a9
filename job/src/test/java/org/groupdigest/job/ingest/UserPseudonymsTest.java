package org.groupdigest.job.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import org.groupdigest.job.model.Message;
import org.groupdigest.job.model.MessageEvent;
import org.groupdigest.job.testing.Messages;
import org.junit.jupiter.api.Test;

class UserPseudonymsTest {

  private final UserPseudonyms pseudonyms =
      new UserPseudonyms((tenant, name) -> "[user:" + tenant + "-" + name.length() + "]");

  @Test
  void namesOfPeopleAreReplacedWhereverTheyStand() {
    MessageEvent event =
        Messages.upsert("1", 0, "2025-11-10T09:00:00Z", "@gleb_core посмотри, @Анна уже видела");

    Message message = pseudonyms.apply(event).message();

    assertThat(message.text()).isEqualTo("[user:acme-9] посмотри, [user:acme-4] уже видела");
    assertThat(message.author()).isEqualTo("[user:acme-4]");
    assertThat(message.toString()).doesNotContain("gleb_core", "Анна", "anna");
  }

  @Test
  void theSameNameStaysLinkableInsideTheTenant() {
    Message author = pseudonyms.apply(Messages.upsert("1", "2025-11-10T09:00:00Z")).message();
    Message mention =
        pseudonyms.apply(Messages.upsert("2", 0, "2025-11-10T09:00:00Z", "@anna?")).message();

    assertThat(mention.text()).isEqualTo(author.author() + "?");
  }

  @Test
  void aMessageWithoutContentStaysAsItIs() {
    MessageEvent delete = Messages.delete("1", "2025-11-10T09:00:00Z");

    assertThat(pseudonyms.apply(delete)).isSameAs(delete);
  }

  @Test
  void anEMailAddressIsNoMention() {
    MessageEvent event =
        Messages.upsert("1", 0, "2025-11-10T09:00:00Z", "пишите на [email:0a1b2c3d] или @x");

    assertThat(pseudonyms.apply(event).message().text()).endsWith("или @x");
  }
}
