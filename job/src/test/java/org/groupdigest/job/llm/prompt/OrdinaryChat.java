package org.groupdigest.job.llm.prompt;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.groupdigest.job.model.ContextStats;
import org.groupdigest.job.model.GroupInfo;
import org.groupdigest.job.model.MediaStats;
import org.groupdigest.job.model.Message;
import org.groupdigest.job.model.MessageThread;
import org.groupdigest.job.model.ParticipantStats;
import org.groupdigest.job.model.RankedMessage;
import org.groupdigest.job.model.WindowContext;
import org.groupdigest.job.testing.WindowFixture;

/**
 * Windows as a working group writes them: messages of 50 to 80 characters on average, a third of
 * them answers, threads of up to eight, short ids. Always the same for the same size and language.
 */
final class OrdinaryChat {

  /** Messages that have a rank, the first ones. */
  static final int RANKED = 150;

  private static final String[] NAMES = {
    "kirill_sre", "gleb_core", "anna.qa", "marina_pm", "oleg", "dasha_ops", "timur88", "lena_front"
  };
  private static final String[] RUSSIAN = {
    "утро! кто сегодня дежурит по платежам?",
    "я до обеда, потом Олег подхватит",
    "на тестовом стенде опять упала очередь возвратов, в логах таймаут к базе",
    "посмотрю, похоже на вчерашнее: соединения кончились после выката %d",
    "ага, в пуле было 20, подняли до %d, но этого мало под нагрузкой",
    "давайте тогда откатим выкат и спокойно разберёмся до пятницы",
    "согласна, откатываем",
    "+1",
    "откатил, ошибок больше нет, время ответа снова 120 мс",
    "клиент прислал письмо: не видит чек за октябрь, номер обращения %d. Кто сможет глянуть сегодня?",
    "гляну после созвона",
    "чек нашёлся, он лежал в старом хранилище, ссылку клиенту отправила",
    "спасибо!",
    "по отчёту для бухгалтерии: формат поменяли, теперь нужна ещё колонка с датой проведения",
    "когда они ждут новый файл?",
    "в четверг до 15:00, иначе не успеют закрыть месяц",
    "ок, беру на себя, сделаю к среде вечером",
    "кстати, лицензия на мониторинг кончается через %d дней, надо решать, продлеваем или переезжаем",
    "дорого выходит, я бы посмотрел на открытые варианты, но переезд займёт недели две",
    "давайте вынесем на планёрку, заодно посчитаем, сколько платим за хранение метрик",
  };
  private static final String[] ENGLISH = {
    "morning! who is on call for payments today?",
    "me until lunch, then Oleg takes over",
    "the refund queue on staging is down again, the log says the database times out",
    "looking, smells like yesterday: connections ran out after release %d",
    "yeah, the pool was at 20, we raised it to %d but that is not enough under load",
    "let's roll the release back and take our time until Friday",
    "agreed, rolling back",
    "+1",
    "rolled back, no more errors, response time is at 120 ms again",
    "a customer writes that the October receipt is missing, ticket %d. Can anyone have a look today?",
    "will look after the call",
    "found it, the receipt was in the old bucket, sent them the link",
    "thanks!",
    "about the report for accounting: they changed the format and want one more column with the booking date",
    "when do they need the new file?",
    "Thursday before 15:00, or they cannot close the month",
    "ok, I'll take it, should be ready on Wednesday evening",
    "by the way, the monitoring licence runs out in %d days, do we renew or move?",
    "it gets expensive, I would look at the open options, but moving takes about two weeks",
    "let's bring it up at planning and count what we pay for storing metrics",
  };

  private final Random random;
  private final String language;
  private final List<Message> messages = new ArrayList<>();
  private final List<MessageThread> threads = new ArrayList<>();

  private OrdinaryChat(int size, String language) {
    this.random = new Random(size);
    this.language = language;
    for (int i = 0; i < size; i++) {
      messages.add(message(i));
    }
    for (int start = 0; start < size; start += 10) {
      List<String> ids =
          messages.subList(start, Math.min(size, start + 8)).stream()
              .map(Message::messageId)
              .toList();
      threads.add(new MessageThread("t" + (threads.size() + 1), ids));
    }
  }

  /** A window of so many messages. */
  static WindowContext window(int size, String language) {
    return new OrdinaryChat(size, language).context(0, size);
  }

  /** The same, cut into chunks. */
  static List<WindowContext> chunks(int size, String language, int chunkSize) {
    OrdinaryChat chat = new OrdinaryChat(size, language);
    List<WindowContext> chunks = new ArrayList<>();
    for (int from = 0; from < size; from += chunkSize) {
      chunks.add(chat.context(from, Math.min(size, from + chunkSize)));
    }
    return chunks;
  }

  private Message message(int index) {
    String author = NAMES[random.nextInt(NAMES.length)];
    String[] texts = language.equals("ru") ? RUSSIAN : ENGLISH;
    String text = texts[index % texts.length].formatted(random.nextInt(10, 900));
    boolean answers = index > 0 && random.nextInt(3) == 0;
    return new Message(
        Integer.toString(index + 1),
        0,
        Instant.parse("2025-11-10T06:00:00Z").plusSeconds(index * 90L),
        "id-" + author,
        author,
        null,
        false,
        text,
        answers ? Integer.toString(index) : null,
        null,
        null,
        Map.of(),
        0,
        List.of());
  }

  private WindowContext context(int from, int to) {
    List<Message> part = messages.subList(from, to);
    Map<String, Integer> written = new LinkedHashMap<>();
    part.forEach(message -> written.merge(message.author(), 1, Integer::sum));
    List<ParticipantStats> people =
        written.entrySet().stream()
            .map(
                one ->
                    new ParticipantStats(
                        "id-" + one.getKey(),
                        one.getKey(),
                        false,
                        one.getValue(),
                        0,
                        0,
                        one.getValue() / 5,
                        0,
                        0,
                        0,
                        0))
            .toList();
    List<RankedMessage> ranking =
        part.stream()
            .limit(RANKED)
            .map(message -> new RankedMessage(message.messageId(), 0.5, 0, 0, 0, 0, 0))
            .toList();
    return new WindowContext(
        WindowFixture.day(),
        new GroupInfo("Payments", null, "telegram"),
        "trace",
        language,
        new ContextStats(part.size(), 0, 0, 0, 0, 0, part.size(), threads.size(), people.size(), 0),
        part,
        ranking,
        List.of(),
        List.of(),
        List.of(),
        threads,
        people,
        new MediaStats(0, 0, 0, Map.of()),
        List.of(),
        part.stream().limit(20).map(Message::messageId).toList());
  }
}
