package org.groupdigest.job.context.thread.link;

import static org.assertj.core.api.Assertions.assertThat;

import org.groupdigest.job.context.thread.Chat;
import org.junit.jupiter.api.Test;

class ParticipantsTest {

  private static final int NOBODY = -1;

  @Test
  void nameWithColonOrCommaInFrontIsAnAddress() {
    Participants people = people(new Chat().says(0, "marta", "hello").says(1, "Igor", "hello"));

    assertThat(people.mentionsIn("marta: look here", NOBODY).addressed()).containsExactly(0);
    assertThat(people.mentionsIn("igor, look here", NOBODY).addressed()).containsExactly(1);
    assertThat(people.mentionsIn("marta , look here", NOBODY).addressed()).containsExactly(0);
  }

  @Test
  void severalNamesInFrontAreAllAddressed() {
    Participants people = people(new Chat().says(0, "marta", "hello").says(1, "igor", "hello"));

    assertThat(people.mentionsIn("marta, igor: look here", NOBODY).addressed())
        .containsExactly(0, 1);
  }

  @Test
  void atSignIsAnAddressAnywhere() {
    Participants people = people(new Chat().says(0, "marta", "hello"));

    assertThat(people.mentionsIn("ask (@marta) about it", NOBODY).addressed()).containsExactly(0);
  }

  @Test
  void plainNameInsideATextIsNamedButNotAddressed() {
    Mentions mentions = people(new Chat().says(0, "marta", "hello")).mentionsIn("thanks marta!", 5);

    assertThat(mentions.addressed()).isEmpty();
    assertThat(mentions.named()).containsExactly(0);
    assertThat(mentions.words()).containsExactly("marta");
  }

  @Test
  void ordinaryWordIsANameOnlyWhenUsedAsAnAddress() {
    Participants people =
        people(
            new Chat()
                .says(0, "river", "hi")
                .says(1, "igor", "the river is wide")
                .says(2, "igor", "a river again")
                .says(3, "igor", "which river")
                .says(4, "igor", "that river"));

    assertThat(people.mentionsIn("cross the river now", NOBODY).named()).isEmpty();
    assertThat(people.mentionsIn("river: cross it now", NOBODY).addressed()).containsExactly(0);
  }

  @Test
  void stopWordIsNeverAPlainName() {
    Participants people = people(new Chat().says(0, "what", "hi"));

    assertThat(people.mentionsIn("so what", NOBODY).named()).isEmpty();
  }

  @Test
  void ownNameDoesNotCount() {
    Participants people = people(new Chat().says(0, "marta", "hi"));

    assertThat(people.mentionsIn("marta: talking to myself", 0).named()).isEmpty();
  }

  @Test
  void firstNameOfTwoPeopleMeansBoth() {
    Participants people =
        people(new Chat().says(0, "a1", "Игорь Белов", "да").says(1, "b2", "Игорь Чернов", "нет"));

    assertThat(people.mentionsIn("Игорь, глянь", NOBODY).addressed()).containsExactly(0, 1);
  }

  @Test
  void somebodyWhoIsSpokenToButNeverWritesIsAParticipant() {
    Participants people =
        people(new Chat().says(0, "marta", "ghosty: are you there").says(1, "igor", "hm"));

    assertThat(people.count()).isEqualTo(3);
    assertThat(people.mentionsIn("ghosty: hello again", NOBODY).addressed()).containsExactly(2);
  }

  @Test
  void greetingInFrontIsNoStranger() {
    Participants people = people(new Chat().says(0, "marta", "hello: everyone"));

    assertThat(people.count()).isEqualTo(1);
    assertThat(people.mentionsIn("sorry, wrong window", NOBODY).strangerAddressed()).isFalse();
    assertThat(people.mentionsIn("zorro, wrong window", NOBODY).strangerAddressed()).isTrue();
  }

  private static Participants people(Chat chat) {
    return new Participants(chat.messages(), CueWords.bundled());
  }
}
