package org.groupdigest.job.stage.extractive;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.groupdigest.job.model.ActionItem;
import org.groupdigest.job.model.Claim;
import org.groupdigest.job.model.Message;
import org.groupdigest.job.model.Synthesis;
import org.groupdigest.job.model.Topics.Topic;
import org.groupdigest.job.model.WindowContext;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** No line says of a person what another said. */
class AuthorshipTest {

  /** Each person's sentences have words that nobody else's have. */
  private static final Map<String, String> MARKS =
      Map.of("ann", "quartz", "bob", "walnut", "cleo", "saffron", "dmitri", "granite");

  private static final Pattern MARK = Pattern.compile("quartz|walnut|saffron|granite");
  private static final Pattern NAME =
      Pattern.compile("(?<![\\p{L}])(ann|bob|cleo|dmitri)(?=: )|→ (ann|bob|cleo|dmitri)(?=: )");

  private static final List<String> SENTENCES =
      List.of(
          "I deleted the database of the club %s by mistake this morning",
          "The treasurer of the club took the money of the %s fund",
          "The board of the club meets in the %s room on Friday to vote",
          "I'll bring the %s projector and the long cable on Saturday",
          "Decided: the club buys the %s projector on Monday",
          "Who has the key of the %s cellar of the club?",
          "The key of the cellar hangs behind the %s door",
          "Someone needs to update the %s page of the club",
          "Can you send the %s invoice of the club by Friday?",
          "The release of the club is blocked by the %s certificate",
          "We are waiting for the %s certificate of the club",
          "The %s lamp of the workshop broke and the workshop of the club stays dark tonight");

  record Said(String author, String text, int replyTo) {}

  @Provide
  Arbitrary<List<Said>> chats() {
    Arbitrary<String> authors = Arbitraries.of("ann", "bob", "cleo", "dmitri");
    Arbitrary<List<String>> sentences =
        Arbitraries.of(SENTENCES).list().ofMinSize(1).ofMaxSize(3).uniqueElements();
    return Combinators.combine(authors, sentences, Arbitraries.integers().between(-6, 6))
        .as(
            (author, texts, reply) ->
                new Said(
                    author,
                    String.join(". ", texts)
                        .formatted(marks(author, texts.size()))
                        .replace("?.", "?"),
                    reply))
        .list()
        .ofMinSize(4)
        .ofMaxSize(40);
  }

  private static Object[] marks(String author, int times) {
    return Collections.nCopies(times, MARKS.get(author)).toArray();
  }

  private static WindowContext window(List<Said> chat) {
    Chat window = Chat.in("en");
    for (int i = 0; i < chat.size(); i++) {
      Said said = chat.get(i);
      boolean reply = said.replyTo() > 0 && said.replyTo() <= i;
      window.reply(reply ? "m" + (i + 1 - said.replyTo()) : null, said.author(), said.text());
    }
    return window.window();
  }

  @Property(tries = 150)
  void everySentenceFollowsTheNameOfItsAuthor(@ForAll("chats") List<Said> chat) {
    Stages stages = Stages.of(window(chat));
    Set<String> people = Set.copyOf(chat.stream().map(Said::author).toList());
    if (people.size() > 1) {
      lines(stages).forEach(AuthorshipTest::assertNamed);
    }
  }

  private static void assertNamed(String line) {
    Matcher mark = MARK.matcher(line);
    while (mark.find()) {
      String before = null;
      Matcher name = NAME.matcher(line).region(0, mark.start());
      while (name.find()) {
        before = name.group(1) == null ? name.group(2) : name.group(1);
      }
      assertThat(before).as(line).isNotNull();
      assertThat(MARKS).as(line).containsEntry(before, mark.group());
    }
  }

  /** All lines with words of messages; an action follows the name of its owner. */
  private static List<String> lines(Stages stages) {
    List<String> lines = new ArrayList<>();
    Synthesis digest = stages.synthesis();
    Stream.of(digest.keyPoints(), digest.decisions(), digest.openQuestions())
        .flatMap(List::stream)
        .map(Claim::text)
        .forEach(lines::add);
    if (digest.headline() != null) {
      lines.add(digest.headline().text());
    }
    digest.actions().stream().map(AuthorshipTest::line).forEach(lines::add);
    for (Topic topic : stages.topics().topics()) {
      boolean phrase = topic.title().split(" ").length <= 4;
      lines.add(phrase ? "" : topic.title());
      lines.add(topic.summary());
      lines.add(topic.decision() == null ? "" : topic.decision());
      lines.addAll(topic.blockers());
      topic.actions().stream().map(AuthorshipTest::line).forEach(lines::add);
    }
    return lines;
  }

  private static String line(ActionItem action) {
    return (action.owner() == null ? "" : action.owner() + ": ") + action.action();
  }

  private static List<String> told(Chat chat) {
    return lines(Stages.of(chat.window()));
  }

  @Test
  void anAccusationAfterAConfessionBearsItsOwnAuthor() {
    List<String> lines =
        told(
            Chat.in("en")
                .say("cleo", "I lost the keys of the harbour office on the ferry yesterday")
                .say("dmitri", "The porter sold the keys of the harbour office to a stranger")
                .say("ann", "The keys of the harbour office open all the boats")
                .say("bob", "We change the locks of the harbour office tonight"));
    assertThat(lines)
        .filteredOn(line -> line.contains("porter sold"))
        .isNotEmpty()
        .allMatch(line -> line.contains("dmitri: The porter sold"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Dmitri took the savings of the choir from the drawer | Dmitri took the savings",
        "Dmitri, our treasurer, lost the savings of the choir | Dmitri, our treasurer",
        "Dmitri: I took the savings of the choir from the drawer | Dmitri: I took the savings",
        "@dmitri sold the piano of the choir last week | @dmitri sold the piano",
      })
  void aNameThatIsNoAddressStays(String text, String kept) {
    Reading reading =
        Reading.of(
            Chat.in("en").say("dmitri", "The choir sings tonight").say("ann", text).window(),
            LanguagePack.of("en", "en"));
    assertThat(reading.conversation().get(1).text()).startsWith(kept);
  }

  @Test
  void whereEverybodyAddressesByNameTheNameIsTakenOff() {
    Chat chat = Chat.in("en");
    for (int i = 0; i < 3; i++) {
      chat.say("ann", "bob: I rebuilt the kernel with the old driver")
          .say("bob", "ann: the driver of the kernel is from last year");
    }
    Reading reading = Reading.of(chat.window(), LanguagePack.of("en", "en"));
    assertThat(reading.conversation().get(0).text()).startsWith("I rebuilt the kernel");
    assertThat(reading.conversation().get(0).addressee()).isEqualTo("bob");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Petra says I'll bring the cake for the fair on Saturday",
        "Petra wrote: I'll bring the cake for the fair on Saturday",
        "\"I'll bring the cake for the fair on Saturday,\" said Petra",
        "I'll bring the cake for the fair on Saturday, promised Petra",
        "Petra: I'll bring the cake for the fair on Saturday",
        "Петя обещал: напишу отчёт о ярмарке до пятницы",
        "Со слов Пети, я напишу отчёт о ярмарке до пятницы",
        "«Напишу отчёт о ярмарке до пятницы», — сказал Петя",
        "Напишу отчёт о ярмарке до пятницы, сказал Петя"
      })
  void whatSomebodyElsePromisedIsNoPromiseOfTheReporter(String text) {
    Reading reading =
        Reading.of(
            Chat.in("en").say("ann", text).say("bob", "Fine with me then").window(),
            LanguagePack.of("en", "en"));
    assertThat(reading.actions()).extracting(ActionFinder.Action::owner).doesNotContain("ann");
  }

  @Test
  void aPromiseBesideAReportIsThePromiseOfItsSender() {
    Reading reading =
        Reading.of(
            Chat.in("en")
                .say("ann", "I'll bring the cake for the fair, Petra said she has no time")
                .say("bob", "I said I'll write the report about the fair by Friday")
                .window(),
            LanguagePack.of("en", "en"));
    assertThat(reading.actions())
        .extracting(ActionFinder.Action::owner)
        .containsExactlyInAnyOrder("ann", "bob");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Petra said: \"I took the cake. I'll pay for it by Friday.\" | Petra said",
        "Petra said: I took the cake. I will pay for it by Friday | Petra said",
        "Петя сказал: «Я взял торт. Я заплачу за него». | Петя сказал"
      })
  void aQuotationOfSeveralSentencesStaysWithTheOneWhoIsQuoted(String text, String reporter) {
    Reading reading =
        Reading.of(
            Chat.in("en").say("ann", text).say("bob", "Fine").window(),
            LanguagePack.of("en", "en"));
    assertThat(reading.conversation().get(0).sentences())
        .singleElement()
        .matches(one -> one.text().startsWith(reporter));
  }

  @Test
  void aForwardedMessageNamesWhoseWordsItPassesOn() {
    WindowContext window =
        Chat.in("en")
            .say("ann", "The cash box of the choir was opened yesterday")
            .forward(
                "Zoe", "bob", "I took the money from the cash box and I'll return it on Friday")
            .say("dmitri", "The cash box has a new lock")
            .reply("m2", "cleo", "The lock of the cash box is stiff")
            .window();
    Stages stages = Stages.of(window);
    assertThat(lines(stages))
        .filteredOn(line -> line.contains("took the money"))
        .isNotEmpty()
        .allMatch(line -> line.contains("bob (forwarded from Zoe): I took the money"));
    assertThat(stages.synthesis().actions()).isEmpty();
  }

  @Test
  void oneWhoForwardsTheirOwnWordsIsTheirAuthor() {
    Message own =
        Chat.in("en").forward("bob", "bob", "I took the money").window().messages().get(0);
    assertThat(Forwards.from(own)).isNull();
  }

  @Test
  void theRequestThatAnotherIsToDoBearsTheNameOfTheOneWhoAsks() {
    Synthesis digest =
        Stages.of(
                Chat.in("en")
                    .say("bob", "I am here today")
                    .say("ann", "bob: can you send the invoice to the client by Monday?")
                    .window())
            .synthesis();
    assertThat(digest.actions())
        .singleElement()
        .matches(one -> one.owner().equals("bob"))
        .matches(one -> one.action().startsWith("ann: "));
  }

  @Test
  void aSentenceThatEndsInASignIsClosedBeforeTheNextName() {
    assertThat(Points.joined(List.of("ann: It costs 30 €", "bob: \"Go.\"", "cleo: Fine!")))
        .isEqualTo("ann: It costs 30 €. bob: \"Go.\" cleo: Fine!");
  }

  @Test
  void aChannelWithOneAuthorRepeatsNoName() {
    Chat chat = Chat.in("en");
    for (int i = 0; i < 6; i++) {
      chat.say("news", "The harbour bridge number " + i + " is closed for repairs of the deck");
    }
    assertThat(told(chat)).noneMatch(line -> line.contains("news: "));
  }
}
