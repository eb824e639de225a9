package org.groupdigest.job.model.sources;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.groupdigest.job.model.WindowContext;
import org.groupdigest.job.testing.WindowFixture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ClaimFactsTest {

  private final WindowContext context =
      new WindowFixture()
          .message("1", "anna", "Порог 1 500 рублей, созвон в 09:30, релиз 2.3 до 14 ноября")
          .message("2", "user77", "сделаю завтра")
          .message("3", "gleb", "обсудили без чисел")
          .repeats("3", List.of("4", "5"), List.of("anna", "oleg"))
          .build();
  private final WindowMessages window = new WindowMessages(context);
  private final ClaimFacts facts = new ClaimFacts(window);

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "1; порог 1500 рублей",
        "1; созвон в 9:30",
        "1; выходит 2.3",
        "1; к 14 ноября",
        "1; к 14.11",
        "2; будет 11 ноября",
        "2; будет 11.11.2025",
        "2; user77 сделает",
        "3; трое за: 3 человека",
        "3; 10 ноября обсудили",
        "3; обсудили в 2025 году",
        "1; ни одной цифры"
      })
  void whatTheSourceBearsStands(String source, String claim) {
    assertThat(stand(source, claim)).isTrue();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "1; порог 1600 рублей", "1; созвон в 10:45", "1; выходит 2.4", "1; к 15 ноября",
        "1; к 14 декабря", "2; будет 25 ноября", "2; сделаю 13 задач", "3; 7 человек за",
        "3; будет 11 ноября"
      })
  void whatItDoesNotBearFalls(String source, String claim) {
    assertThat(stand(source, claim)).isFalse();
  }

  /** The messages are of a Monday. */
  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "в среду соберём релиз; в среду соберём релиз",
        "соберём в ср; соберём в среду",
        "ship it Wed; it ships on Wednesday",
        "сделаю завтра; сделает во вторник",
        "сделаю завтра; сделает завтра",
        "во вторник сделаю; сделает завтра",
        "релиз 12 ноября; релиз в среду",
        "обсудили бэкап; в понедельник обсудили бэкап",
        "пять серверов упали; упали пять серверов",
        "упали 5 серверов; пять серверов упали",
        "занято 82%; занято 82 процента"
      })
  void daysAndCountsInWordsThatTheSourceNamesStand(String source, String claim) {
    assertThat(standsIn(source, claim)).isTrue();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "в среду соберём релиз; в пятницу соберём релиз",
        "ship it on Wednesday; it ships on Friday",
        "ship it on Wednesday; it ships tomorrow",
        "сделаю завтра; сделает послезавтра",
        "сделаю завтра; сделает в понедельник",
        "релиз 12 ноября; релиз в четверг",
        "обсудили бэкап; в субботу обсудили бэкап",
        "пять серверов упали; упали семь серверов",
        "упали 5 серверов; семь серверов упали",
        "three nodes are down; five nodes are down",
        "82 заказа потеряно; потеряно 82%"
      })
  void daysAndCountsInWordsThatItDoesNotNameFall(String source, String claim) {
    assertThat(standsIn(source, claim)).isFalse();
  }

  private static boolean standsIn(String source, String claim) {
    WindowContext one = new WindowFixture().message("1", "anna", source).build();
    WindowMessages messages = new WindowMessages(one);
    return new ClaimFacts(messages).stand(claim, messages.findAll(List.of("1")));
  }

  @Test
  void aClaimWithoutSourcesBearsNoNumber() {
    assertThat(facts.stand("порог 1500", List.of())).isFalse();
    assertThat(facts.stand("порог", List.of())).isTrue();
  }

  @Test
  void aRemovedRepeatResolvesToWhatItRepeats() {
    assertThat(window.find("5").orElseThrow().messageId()).isEqualTo("3");
    assertThat(window.findAll(List.of("3", "4", "5", "99"))).hasSize(1);
    assertThat(window.authorsOf(window.find("3").orElseThrow()))
        .containsExactly("gleb", "anna", "oleg");
    assertThat(window.repeatsOf(window.find("3").orElseThrow())).isEqualTo(2);
    assertThat(window.total()).isEqualTo(5);
  }

  @Test
  void participantsAreFoundByNameAndIdInAnyCase() {
    assertThat(window.participant("@ANNA")).contains("anna");
    assertThat(window.participant("id-gleb")).contains("gleb");
    assertThat(window.participant("nobody")).isEmpty();
    assertThat(window.participant(null)).isEmpty();
  }

  private boolean stand(String source, String claim) {
    return facts.stand(claim, window.findAll(List.of(source)));
  }
}
