package org.groupdigest.job.stage.extractive;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.groupdigest.job.stage.extractive.ActionFinder.Action;
import org.groupdigest.job.stage.extractive.DecisionFinder.Decision;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Decisions, actions and exchanges, as they are found in short talks. */
class FindersTest {

  private static Reading reading(Chat chat) {
    return Reading.of(chat.window(), LanguagePack.of("en", "en"));
  }

  private static List<Decision> decisions(String text) {
    return reading(Chat.in("en").say("ann", text)).decisions();
  }

  private static List<Action> actions(String text) {
    return reading(Chat.in("en").say("bob", "I am here today").say("ann", text)).actions();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "We decided to move the release to Thursday morning",
        "Let's go with the second design for the start page",
        "Agreed: the old importer is removed in March",
        "Решили перенести релиз на четверг утром",
        "Договорились, что старый импорт удаляем в марте",
        "Переносим встречу с заказчиком на понедельник",
        "Режем пул до двадцати соединений. Решено",
        "Тогда так: отчёты идут только в реплику базы",
        "Хорошо: индекс строим в четверг в 06:00, Олег запускает",
        "The kiln stays closed until the inspection. Agreed.",
        "Decided: the tents go by train and we walk",
        "Agreed, we meet at the station at nine on Saturday",
        "Agreed! We meet at the station at nine on Saturday",
        "Settled: the rehearsal is on Thursday in the hall",
        "OK so the decision is to rent the small boat",
        "It's settled, the rehearsal moves to the hall",
        "We've decided on the small boat for the trip",
        "Resolved: the dues go up to ten euros",
        "Решили: едем на озеро в пятницу после обеда",
        "Договорились, встречаемся у входа в парк в девять",
        "Договорились! Встречаемся у входа в парк в девять",
        "Итак, решение такое: палатки везёт Олег",
        "Постановили собирать взносы до первого числа",
        "В итоге едем на озеро на электричке"
      })
  void decisionsAreFound(String text) {
    assertThat(decisions(text)).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Should we move the release to Thursday morning?",
        "We have not decided when the release will be",
        "Maybe we could go with the second design",
        "Ещё не решили, когда будет релиз этой версии",
        "Может, перенесём релиз на четверг утром?",
        "The weather will be nice in the mountains",
        "This is not from the board and nobody agreed to anything",
        "По стойкам: держим 30 серверов, итого 90 киловатт на зал",
        "Решение верное, а вот процесс хромает уже второй год",
        "Согласовал с дежурным, то есть с самим собой",
        "Have we decided who brings the tents?",
        "It is not decided yet who brings the tents",
        "Nothing is settled about the tents for the trip",
        "Decided: we buy an elephant for the office lol",
        "Agreed, the soup was awful yesterday evening",
        "I decided to stay at home this weekend",
        "We still have to decide who brings the tents",
        "Мы так и не договорились, кто везёт палатки",
        "Решили, кто везёт палатки на озеро?",
        "Решили: покупаем слона в офис 😂",
        "Соседи решили поставить забор вдоль дороги",
        "Наконец решили задачу про два поезда",
        "Надо уже решить, кто везёт палатки"
      })
  void doubtIsNoDecision(String text) {
    assertThat(decisions(text)).isEmpty();
  }

  @Test
  void aBackedDecisionIsStronger() {
    Chat chat =
        Chat.in("en")
            .say("ann", "We decided to repaint the meeting room in green")
            .say("bob", "We decided to move the release to Thursday morning")
            .say("cleo", "+1")
            .say("dan", "agreed");
    assertThat(reading(chat).decisions().get(0).utterance().author()).isIn("bob", "ann");
    assertThat(reading(chat).decisions().get(0).strength())
        .isGreaterThan(
            decisions("We decided to repaint the meeting room in green").get(0).strength());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "I will write the migration guide by Friday | ann | by Friday",
        "I'll review the pull request tomorrow morning | ann | tomorrow morning",
        "bob: can you send the invoice to the client by Monday? | bob | by Monday",
        "ACTION: bob to order new badges for the team | bob |",
        "Someone needs to update the status page for customers | |",
        "Я подготовлю отчёт для заказчика до пятницы | ann | до пятницы",
        "bob, проверь резервную копию базы до среды | bob | до среды",
        "Нужно обновить инструкцию по установке клиента | |"
      })
  void actionsHaveTheirOwnerAndDate(String text, String owner, String due) {
    assertThat(actions(text)).hasSize(1);
    assertThat(actions(text).get(0).owner()).isEqualTo(owner);
    assertThat(actions(text).get(0).due()).isEqualTo(due);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "I'll try that again later, thanks",
        "I can see the same picture on my screen",
        "bob: can you send the invoice to the client?",
        "Will you review the pull request tomorrow?",
        "They had to update the status page for customers",
        "Я позвоню после обеда",
        "Добавлю эту строку, когда заплатка выйдет",
        "Сейчас попробую ещё раз, спасибо большое",
        "Если получится, напишу отчёт про поездку"
      })
  void whatNobodyTakesOnIsNoAction(String text) {
    assertThat(actions(text)).isEmpty();
  }

  @Test
  void aRequestThatIsTakenOnIsAnAction() {
    Chat chat =
        Chat.in("en")
            .say("bob", "I am here today")
            .say("ann", "bob: can you send the invoice to the client?")
            .say("bob", "sure, will do");
    assertThat(reading(chat).actions())
        .singleElement()
        .satisfies(
            one -> {
              assertThat(one.owner()).isEqualTo("bob");
              assertThat(Conversation.ids(one.sources())).containsExactly("m2", "m3");
            });
  }

  @Test
  void adviceInAnAnswerIsNoAction() {
    Chat chat =
        Chat.in("ru")
            .say("паша", "Как получить доступ к новому дашборду?")
            .reply("m1", "олег", "Нужно добавить себя в группу наблюдаемости и войти заново.");
    assertThat(reading(chat).actions()).isEmpty();
  }

  @Test
  void aQuestionIsShownWithTheAnswerItsAskerThankedFor() {
    Chat chat =
        Chat.in("en")
            .say("ann", "How do I mount the backup disk on this machine?")
            .reply("m1", "bob", "I have no idea about the backup disk")
            .reply("m1", "cleo", "Use the mount command with the label of the backup disk")
            .reply("m3", "ann", "cleo: thanks, that worked");
    Exchange exchange = reading(chat).exchanges().get(0);
    assertThat(exchange.answerer().author()).isEqualTo("cleo");
    assertThat(exchange.messageIds()).containsExactly("m1", "m3");
  }

  @Test
  void nobodyAnswersThemselves() {
    Chat chat =
        Chat.in("en")
            .say("ann", "How do I mount the backup disk on this machine?")
            .reply("m1", "ann", "You need to use the mount command with its label");
    assertThat(reading(chat).exchanges().get(0).isAnswered()).isFalse();
  }

  @Test
  void aQuestionBackIsNoAnswer() {
    Chat chat =
        Chat.in("en")
            .say("ann", "How do I mount the backup disk on this machine?")
            .reply("m1", "bob", "Which file system does the backup disk have?");
    assertThat(reading(chat).exchanges().get(0).isAnswered()).isFalse();
    assertThat(reading(chat).exchanges().get(0).heeded()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Thanks for asking that",
        "no idea, sorry",
        "👍👍",
        "Which cellar do you mean?",
        "Good question",
        "+1",
        "I'll ask",
        "без понятия",
        "Хороший вопрос",
        "тоже интересно, узнаю"
      })
  void aReplyThatSaysNothingLeavesTheQuestionOpen(String reply) {
    Chat chat =
        Chat.in("en")
            .say("ann", "Who has the key of the cellar these days?")
            .reply("m1", "bob", reply);
    assertThat(reading(chat).exchanges().get(0).isOpen()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"Peter has it", "me", "Yes, on the hook", "Ключ у Пети дома", "at home"})
  void aBriefReplyToTheQuestionIsAnAnswer(String reply) {
    Chat chat =
        Chat.in("en")
            .say("ann", "Who has the key of the cellar these days?")
            .reply("m1", "bob", reply);
    assertThat(reading(chat).exchanges().get(0).isOpen()).isFalse();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "zh | 谁星期六来？ | 锯子又坏了",
        "zh | 星期六谁来修理锯子？ | 星期六下雨，花园里的花都很漂亮",
        "en | Who comes to the workshop on Saturday? | The saw broke again late on Saturday evening",
        "ru | Кто придёт в мастерскую в субботу? | Пила опять сломалась в субботу поздно вечером"
      })
  void whatOnlyStandsAfterAQuestionIsNoAnswer(String language, String question, String next) {
    Chat chat = Chat.in(language).say("ann", question).say("bob", next);
    Reading reading = Reading.of(chat.window(), LanguagePack.of(language, language));
    assertThat(reading.exchanges()).noneMatch(Exchange::isAnswered);
  }

  @Test
  void aReplyWithoutCueWordsIsAnAnswer() {
    Chat chat = Chat.in("zh").say("ann", "谁星期六来修理花园里的锯子？").reply("m1", "bob", "老王星期六上午来修理锯子");
    Reading reading = Reading.of(chat.window(), LanguagePack.of("zh", "zh"));
    assertThat(reading.exchanges()).singleElement().matches(Exchange::isAnswered);
  }

  @Test
  void whoeverPromisesToDoItAnswersTheQuestionWhoWould() {
    Chat chat =
        Chat.in("en")
            .say("ann", "Who brings the projector for the talk about owls?")
            .say("bob", "I'll bring the projector and the long cable.")
            .say("ann", "The talk about owls should be short this time");
    assertThat(reading(chat).exchanges().get(0).answerer().author()).isEqualTo("bob");
  }

  @Test
  void troubleThatOpensATalkCountsAsAQuestion() {
    Chat chat =
        Chat.in("en")
            .say("ann", "My printer doesn't print anything since the update")
            .reply("m1", "bob", "Restart the print service and remove the old printer queue first");
    assertThat(reading(chat).exchanges())
        .singleElement()
        .matches(Exchange::isAnswered)
        .matches(Exchange::opening);
  }
}
