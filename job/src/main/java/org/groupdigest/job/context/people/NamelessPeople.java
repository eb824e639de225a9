package org.groupdigest.job.context.people;

import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.groupdigest.job.model.text.ShortName;

/**
 * Names for people who have none: deleted accounts, and senders of whom a source knows the id only.
 * An id that reads like a name is one; any other would be a riddle to a reader.
 */
final class NamelessPeople {

  /** How exports of Telegram write the id of an account: everybody else there has a name. */
  private static final Pattern TELEGRAM_ACCOUNT = Pattern.compile("user\\d+");

  private static final Pattern TECHNICAL =
      Pattern.compile(
          "(?i)(?:(?:user|channel|chat|group|member|id)[-_]?)?-?\\d+"
              + "|[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}"
              + "|[0-9a-f]{16,}"
              + "|[UWB][A-Z0-9]*\\d[A-Z0-9]{6,}");

  private final Supplier<String> language;

  /**
   * @param language ISO 639-1 code of the window, asked only when somebody has no name
   */
  NamelessPeople(Supplier<String> language) {
    this.language = language;
  }

  /** The person with a name, perhaps the same as another's. */
  Person named(Person person) {
    return person.isNameless() ? person.called(name(person.senderId())) : person;
  }

  private String name(String senderId) {
    String id = ShortName.of(senderId);
    if (!id.isEmpty() && !TECHNICAL.matcher(id).matches()) {
      return id;
    }
    boolean russian = language.get().equals("ru");
    if (TELEGRAM_ACCOUNT.matcher(id).matches()) {
      return russian ? "Удалённый аккаунт" : "Deleted account";
    }
    return russian ? "Участник без имени" : "Nameless member";
  }
}
