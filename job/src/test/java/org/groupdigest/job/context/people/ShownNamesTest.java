package org.groupdigest.job.context.people;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.groupdigest.job.model.Message;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ShownNamesTest {

  private final List<Message> messages = new ArrayList<>();
  private String language = "en";

  @Test
  void threePeopleOfOneNameAreNumberedInTheOrderOfTheirIds() {
    wrote("u10", null, "Alex").wrote("u2", null, "Alex").wrote("u3", null, "Alex");
    wrote("u10", null, "Alex");

    assertThat(authors()).containsExactly("Alex (3)", "Alex (1)", "Alex (2)", "Alex (3)");
  }

  @Test
  void namesThatDifferInCaseOrStyleOfLettersAreToldApartToo() {
    wrote("u1", null, "Anna").wrote("u2", null, "ANNA").wrote("u3", null, "𝓐𝓷𝓷𝓪");

    assertThat(authors()).containsExactly("Anna (1)", "ANNA (2)", "𝓐𝓷𝓷𝓪 (3)");
  }

  @Test
  void aUserNameStaysAndTheOneWhoOnlyBearsItAsADisplayNameIsNumbered() {
    wrote("u1", null, "durov").wrote("u2", "durov", "Pavel");

    assertThat(authors()).containsExactly("durov (2)", "durov");
    assertThat(shown()).extracting(Message::senderUsername).containsExactly(null, "durov");
  }

  @Test
  void aNumberThatIsPartOfAnothersNameIsNotGivenAgain() {
    wrote("u1", null, "Alex").wrote("u2", null, "Alex").wrote("u3", null, "Alex (1)");

    assertThat(authors()).containsExactly("Alex (2)", "Alex (3)", "Alex (1)");
  }

  @Test
  void oneUserNameOfTwoPeopleIsNobodysMention() {
    wrote("u1", "anna", null).wrote("u2", "anna", null);

    assertThat(authors()).containsExactly("anna (1)", "anna (2)");
    assertThat(shown()).extracting(Message::senderUsername).containsOnlyNulls();
  }

  @Test
  void whoIsRenamedIsOnePersonUnderTheNewestName() {
    wrote("u1", null, "Anna Bell").wrote("u2", null, "Boris");
    wrote("u1", "anna_b", "Anna on holiday").wrote("u1", null, null);

    assertThat(authors()).containsExactly("anna_b", "Boris", "anna_b", "anna_b");
  }

  @ParameterizedTest
  @CsvSource({"en, Deleted account", "ru, Удалённый аккаунт", "de, Deleted account"})
  void deletedAccountsHaveAReadableNameEach(String languageOfChat, String name) {
    language = languageOfChat;
    wrote("user901", null, null).wrote("user22", null, "").wrote("user901", null, null);

    assertThat(authors()).containsExactly(name + " (2)", name + " (1)", name + " (2)");
  }

  @ParameterizedTest
  @CsvSource({
    "user901, Deleted account",
    "100500, Nameless member",
    "-100500, Nameless member",
    "3f2b8c1e-9a4d-4f6b-8e2a-1c5d7f9b0a3e, Nameless member",
    "U02ABCDEF12, Nameless member",
    "anna, anna",
    "@anna:example.org, @anna:example.org",
    "ru-kirill, ru-kirill"
  })
  void anIdThatReadsLikeANameIsTheNameOfWhoHasNone(String id, String name) {
    wrote(id, null, " \u200b\u202e ");

    assertThat(authors()).containsExactly(name);
  }

  @ParameterizedTest
  @CsvSource({
    "'@carla_real', carla_real",
    "'＠＠ carla', carla",
    "'\u202eevil', evil",
    "'a\nb', a b",
    "'\ud83d', Nameless member",
    "'@', Nameless member"
  })
  void aDisplayNameIsOneHarmlessLineAndNeverBeginsWithAnAtSign(String name, String shown) {
    wrote("7", null, name);

    assertThat(authors()).containsExactly(shown);
  }

  @Test
  void aLongNameIsShortenedAndTwoOfOneBeginningAreToldApart() {
    wrote("u1", null, "M".repeat(129)).wrote("u2", null, "M".repeat(128) + "n");

    assertThat(authors())
        .containsExactly("M".repeat(43) + "… (1)", "M".repeat(43) + "… (2)")
        .allMatch(name -> name.length() == 48);
  }

  @Test
  void aUserNameThatHasToBeShortenedIsNoMentionAnyMore() {
    wrote("u1", "m".repeat(60), null);

    assertThat(shown().get(0).senderUsername()).isNull();
    assertThat(authors()).containsExactly("m".repeat(47) + "…");
  }

  private ShownNamesTest wrote(String senderId, String username, String name) {
    messages.add(
        new Message(
            "m" + messages.size(),
            0,
            Instant.EPOCH.plusSeconds(messages.size()),
            senderId,
            username,
            name,
            false,
            "text",
            null,
            null,
            null,
            Map.of(),
            0,
            List.of()));
    return this;
  }

  private List<Message> shown() {
    ShownNames names = ShownNames.of(messages, () -> language);
    return messages.stream().map(names::applyTo).toList();
  }

  private List<String> authors() {
    return shown().stream().map(Message::author).toList();
  }
}
