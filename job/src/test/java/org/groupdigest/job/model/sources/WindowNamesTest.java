package org.groupdigest.job.model.sources;

import static org.assertj.core.api.Assertions.assertThat;

import org.groupdigest.job.model.Message;
import org.groupdigest.job.model.WindowContext;
import org.groupdigest.job.testing.WindowFixture;
import org.junit.jupiter.api.Test;

/** Whom a name means that a model gives: nobody where two people are called so. */
class WindowNamesTest {

  @Test
  void aDisplayNameMeansWhoBearsItAndNobodyWhenThreeDo() {
    WindowMessages one = window("Alex", "Boris", "Boris K", "Alex");
    WindowMessages many = window("Alex", "Alex", "Boris", "Alex");

    assertThat(one.participant("Boris")).contains("user1");
    assertThat(many.participant("alex")).isEmpty();
    assertThat(many.participant("user1")).contains("user1");
  }

  private static WindowMessages window(String... displayNames) {
    WindowFixture fixture = new WindowFixture();
    for (int i = 0; i < displayNames.length; i++) {
      fixture.message("m" + i, "user" + i % 3, "text");
    }
    WindowContext window = fixture.build();
    for (int i = 0; i < displayNames.length; i++) {
      Message message = window.messages().get(i);
      window.messages().set(i, message.withNames(message.senderUsername(), displayNames[i]));
    }
    return new WindowMessages(window);
  }
}
