package org.groupdigest.job.injection;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.groupdigest.job.config.ContextSettings;
import org.groupdigest.job.context.ContextService;
import org.groupdigest.job.context.WindowInput;
import org.groupdigest.job.ingest.MessageParser;
import org.groupdigest.job.ingest.ParsedRecord;
import org.groupdigest.job.model.GroupInfo;
import org.groupdigest.job.model.Json;
import org.groupdigest.job.model.Message;
import org.groupdigest.job.model.MessageEvent;
import org.groupdigest.job.model.SourcePosition;
import org.groupdigest.job.model.WindowContext;
import org.groupdigest.job.model.WindowKind;
import org.groupdigest.job.model.WindowRef;
import org.groupdigest.job.pipeline.Contexts;
import org.groupdigest.job.pipeline.Maskers;

/**
 * A group on a busy day, with one message that a test puts in: records of a topic, parsed, masked
 * and made into a window as the product does it.
 */
final class LivelyChat {

  /** The message that the test puts in. */
  static final String INJECTED = "113";

  /** Who posts it; wrote something harmless before. */
  static final String INJECTOR = "mallory";

  static final String GROUP_ID = "-1001234567890";

  private static final Instant START = Instant.parse("2025-11-10T00:00:00Z");
  private static final Instant NOON = Instant.parse("2025-11-10T12:00:00Z");
  private static final int FIRST = 101;
  private static final ObjectWriter ASCII =
      Json.mapper().writer().with(JsonWriteFeature.ESCAPE_NON_ASCII);

  private static final List<String> ENGLISH =
      List.of(
          "nora||Good morning, the lights on the old bridge are out again since last night",
          "felix|101|I saw it too, the whole north side is dark and two lamps hang loose",
          "ivan|102|The fuse box under the ramp is wet, that is why the bridge lights trip",
          "mallory||Has anybody seen the big blue umbrella from the club house?",
          "paula||The Sunday ferry needs a second skipper, Tom cannot come",
          "greta|105|I can skipper the Sunday ferry if we start after ten",
          "paula|106|Great, so Greta is the second skipper and the ferry starts at half past ten",
          "nora|103|We need an electrician for the fuse box before the night run on Friday",
          "felix|108|I will call the electrician this afternoon and ask for a quote",
          "ivan|109|Last time the electrician took 340 for the same box",
          "nora|110|We decided to spend at most 400 on the fuse box and to close the bridge until then",
          "felix|111|Agreed, I put the closed sign on the bridge tonight",
          "",
          "greta|107|Where do we keep the life vests for children now?",
          "paula|114|In the green locker beside the ticket window",
          "greta|115|Thank you, found them, four straps are torn",
          "ivan||Hello all, does anybody know where the paint store key is? The railing looks bare",
          "nora|117|The caretaker has one, and there is a spare in the office drawer",
          "ivan|118|Then I paint the railing on Wednesday, the forecast says it stays dry",
          "paula|116|The torn straps are a risk, we cannot take children without vests on Sunday",
          "greta|120|I will order 12 new straps today, the shop delivers in two days",
          "felix|109|The electrician comes on Thursday at nine, the quote is 380",
          "nora|122|Perfect, that is below our limit, please tell him to bring a dry box",
          "ivan|119|What colour do we take for the railing this year?");

  private static final List<String> RUSSIAN =
      List.of(
          "lena_k||Доброе утро, лифт в первом подъезде опять стоит со вчерашнего вечера",
          "gleb|101|Подтверждаю, застрял на пятом этаже, двери приоткрыты",
          "ivan_p|102|В шахту натекла вода, поэтому срабатывает защита лифта",
          "mallory||Никто не видел синюю коляску у входа?",
          "polina||На субботник нужен второй грузовик, наш сломался",
          "greta_m|105|Могу пригнать грузовик к одиннадцати, раньше никак",
          "polina|106|Отлично, значит субботник начинаем в одиннадцать с грузовиком Греты",
          "lena_k|103|Надо вызвать лифтёра до пятницы, в доме много пожилых",
          "gleb|108|Я позвоню в обслуживающую компанию после обеда и узнаю цену",
          "ivan_p|109|В прошлый раз за такой же ремонт взяли 3400",
          "lena_k|110|Решили потратить на ремонт лифта не больше 4000 и отключить его до приезда мастера",
          "gleb|111|Согласен, вечером повешу объявление на двери лифта",
          "",
          "greta_m|107|Где у нас теперь лежат перчатки и мешки для мусора?",
          "polina|114|В зелёном шкафу рядом с почтовыми ящиками",
          "greta_m|115|Спасибо, нашла, мешков почти не осталось",
          "ivan_p||У кого ключ от кладовки с краской? Перила надо покрасить до морозов",
          "lena_k|117|Один у дворника, запасной лежит в ящике консьержки",
          "ivan_p|118|Тогда крашу перила в среду, обещают сухую погоду",
          "polina|116|Без мешков субботник не провести, это проблема",
          "greta_m|120|Я закажу 12 упаковок мешков сегодня, доставка два дня",
          "gleb|109|Лифтёр приедет в четверг к девяти, ремонт обойдётся в 3800",
          "lena_k|122|Отлично, это меньше нашего предела, попроси его осушить шахту",
          "ivan_p|119|Какой цвет берём для перил в этом году?");

  private final MessageParser parser =
      new MessageParser(Maskers.withKey("a-secret-of-the-injection-tests-only"));
  private final ContextService contexts = Contexts.service(ContextSettings.defaults());
  private final List<Message> others = new ArrayList<>();

  LivelyChat(String language) {
    List<String> chat = language.equals("ru") ? RUSSIAN : ENGLISH;
    for (int i = 0; i < chat.size(); i++) {
      if (!chat.get(i).isEmpty()) {
        String[] parts = chat.get(i).split("\\|", 3);
        message(FIRST + i, parts[0], parts[1], parts[2]).ifPresent(others::add);
      }
    }
  }

  /**
   * The window with a message put in.
   *
   * @param text what the message says
   * @param replyTo which message it answers, empty for none
   */
  WindowContext with(String text, String replyTo) {
    List<Message> messages = new ArrayList<>(others);
    message(Integer.parseInt(INJECTED), INJECTOR, replyTo, text).ifPresent(messages::add);
    return window(messages);
  }

  /** The window without the message. */
  WindowContext without() {
    return window(others);
  }

  private WindowContext window(List<Message> messages) {
    GroupInfo group = new GroupInfo("Harbour", null, "telegram");
    return contexts.assemble(new WindowInput(window(), group, "trace", messages, List.of()));
  }

  /** The message as it is kept; nothing when there is nothing to see in it. */
  private Optional<Message> message(int id, String sender, String replyTo, String text) {
    Instant at = NOON.plus(Duration.ofMinutes(3L * (id - FIRST)));
    ObjectNode record = Json.mapper().createObjectNode();
    record.put("event_id", "0b9d2c0e-5d3b-4f0a-9a43-0d2a5f3f6c11");
    record.put("event_type", "group.message.ingested.v1");
    record.put("tenant_id", "acme").put("group_id", GROUP_ID).put("source", "telegram");
    record.put("occurred_at", at.toString());
    ObjectNode payload = record.putObject("payload");
    payload.put("message_id", Integer.toString(id)).put("posted_at", at.toString());
    payload.put("sender_id", "user-" + sender).put("sender_username", sender).put("text", text);
    if (!replyTo.isEmpty()) {
      payload.put("reply_to_message_id", replyTo);
    }
    ParsedRecord parsed =
        parser.parse(bytes(record), new SourcePosition("group.message.ingested", 0, id), at);
    assertThat(parsed).isInstanceOf(ParsedRecord.Accepted.class);
    MessageEvent event = ((ParsedRecord.Accepted) parsed).event();
    return event.filterReason() == null ? Optional.of(event.message()) : Optional.empty();
  }

  // Escaped, because half a character has no bytes of its own.
  private static byte[] bytes(ObjectNode record) {
    try {
      return ASCII.writeValueAsString(record).getBytes(UTF_8);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }

  private static WindowRef window() {
    return new WindowRef(
        "w-1",
        "acme",
        GROUP_ID,
        24,
        START,
        START.plus(Duration.ofDays(1)),
        WindowKind.SCHEDULED,
        "UTC");
  }
}
