package org.groupdigest.job.render;

import java.time.Instant;
import java.util.List;
import org.groupdigest.job.model.ActionItem;
import org.groupdigest.job.model.BaselineDelta;
import org.groupdigest.job.model.BaselineDelta.ContinuedTopic;
import org.groupdigest.job.model.Claim;
import org.groupdigest.job.model.DigestRecord;
import org.groupdigest.job.model.EmotionProfile;
import org.groupdigest.job.model.Evaluation;
import org.groupdigest.job.model.GroupInfo;
import org.groupdigest.job.model.Roles;
import org.groupdigest.job.model.Synthesis;
import org.groupdigest.job.model.Synthesis.Mention;
import org.groupdigest.job.model.Topics.Topic;
import org.groupdigest.job.model.WindowKind;
import org.groupdigest.job.model.WindowRef;
import org.groupdigest.job.testing.Digests;

/** Two invented days that show what a digest looks like. */
final class SampleDigests {

  private SampleDigests() {}

  static DigestRecord busyRussianDay() {
    Topic orders =
        new Topic(
            "t1",
            "Двойные заказы у курьеров",
            "critical",
            List.of("301", "307", "310", "315"),
            List.of("th-1"),
            "Один заказ уходит двум курьерам, если подтверждение идёт дольше 3 секунд.",
            List.of("301"),
            "выключить повторы до исправления.",
            List.of("315"),
            "blocker",
            List.of("vera", "timur"),
            List.of(),
            List.of(new ActionItem("timur", "Добавить блокировку в очередь", null, List.of("318"))),
            List.of("заказ", "повтор"),
            41);
    Topic logs =
        new Topic(
            "t2",
            "Переезд логов в новое хранилище",
            "medium",
            List.of("340", "344"),
            List.of(),
            "Половина сервисов уже пишет в новое хранилище.",
            List.of("340"),
            null,
            List.of(),
            "in_progress",
            List.of("lena"),
            List.of(),
            List.of(),
            List.of(),
            17);
    Synthesis synthesis =
        new Synthesis(
            new Claim(
                "запуск новых тарифов сдвигается на пятницу: курьерам приходят двойные заказы.",
                List.of("310", "322")),
            List.of(
                new Claim("Повтор ставит `retry_worker`, он не видит блокировку.", List.of("307"))),
            List.of(new Claim("Выключить повторы до исправления", List.of("315"))),
            List.of(new Claim("кто предупредит курьеров?", List.of("330"))),
            List.of(
                new ActionItem(
                    "timur", "добавить блокировку в очередь", "чт 13.11", List.of("318")),
                new ActionItem("lena", "перенести оставшиеся сервисы", null, List.of("344"))),
            List.of(
                new Mention("vera", "initiator", "", List.of("301")),
                new Mention("timur", "expert", "", List.of("307"))));
    return new Digests()
        .group(new GroupInfo("Доставка · бэкенд", null, "telegram"))
        .source("301", "vera")
        .source("307", "timur")
        .source("340", "lena")
        .counts(142, 11)
        .topic(orders)
        .topic(logs)
        .synthesis(synthesis)
        .roles(roles())
        .emotions(
            new EmotionProfile(
                "negative", 0.6, 0.2, 0.7, 0.6, 0.1, List.of("спорили спокойно, помогали делом")))
        .evaluation(new Evaluation(0.92, 0.88, 0.81, 0.9, 0.86, List.of()))
        .checks(9, 9)
        .delta(
            new BaselineDelta(
                true,
                0.24,
                0.5,
                1,
                0.03,
                false,
                List.of(new ContinuedTopic("Двойные заказы у курьеров", 3)),
                "w-0"))
        .build();
  }

  static DigestRecord quietEnglishDay() {
    WindowRef window =
        new WindowRef(
            "w-2",
            "t1",
            "#gardening",
            24,
            Instant.parse("2012-08-14T00:00:00Z"),
            Instant.parse("2012-08-15T00:00:00Z"),
            WindowKind.SCHEDULED,
            "UTC");
    return new Digests()
        .window(window)
        .group(new GroupInfo("#gardening", null, "irc"))
        .language("en")
        .counts(9, 3)
        .synthesis(
            new Synthesis(
                new Claim("A quiet day: one question, answered.", List.of("71")),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of()))
        .topic(
            new Topic(
                "t1",
                "Tomatoes that split",
                "low",
                List.of("71"),
                List.of(),
                "water them every morning, as https://growing-guide.example/tomato says",
                List.of("71"),
                null,
                List.of(),
                "done",
                List.of("rosa", "hugh"),
                List.of(),
                List.of(),
                List.of(),
                6))
        .model("extractive-1")
        .build();
  }

  private static Roles roles() {
    return new Roles(
        List.of(
            new Roles.Participant(
                "vera",
                List.of(
                    new Roles.WeightedRole("initiator", 0.7),
                    new Roles.WeightedRole("critic", 0.3)),
                "initiator",
                List.of("301"),
                "Подняла тревогу и собрала примеры."),
            new Roles.Participant(
                "timur",
                List.of(new Roles.WeightedRole("expert", 1)),
                "expert",
                List.of("307"),
                "Нашёл причину."),
            new Roles.Participant(
                "lena",
                List.of(new Roles.WeightedRole("supporter", 1)),
                "supporter",
                List.of("340"),
                "")));
  }
}
