package org.groupdigest.udfs.pii.phone;

import java.util.List;
import java.util.Set;
import org.groupdigest.udfs.pii.scan.Cue;
import org.groupdigest.udfs.pii.scan.FoldedText;

/** Words that tell a phone number from other numbers of the same length. */
final class PhoneContext {

  /** What the words around a number say. */
  enum Evidence {
    NONE,
    PHONE,
    OTHER_NUMBER
  }

  private static final Cue NAMED =
      new Cue(
          Set.of(
              "tel", "ph", "mob", "cell", "fax", "call", "dial", "desk", "sms", "wa", "imo", "text",
              "ring", "тел", "т", "моб", "сот", "дом", "раб", "смс", "вайбер", "тг", "факс"),
          List.of(
              "phone",
              "telephone",
              "mobile",
              "cellphone",
              "hotline",
              "whats",
              "viber",
              "reach",
              "contact",
              "notif",
              "телефон",
              "мобильн",
              "звон",
              "позвон",
              "созвон",
              "перезвон",
              "дозвон",
              "набер",
              "набир",
              "ватс",
              "вотс",
              "сотов",
              "связ",
              "свяж",
              "контакт"),
          32);
  private static final Cue NAMED_BEHIND =
      new Cue(
          Set.of("office", "fax", "mobile", "home", "cell", "desk", "phone", "моб", "раб", "факс"),
          List.of("мобильн", "телефон"),
          10);
  private static final Cue OTHER =
      new Cue(
          Set.of(
              "id", "order", "invoice", "ticket", "bug", "issue", "version", "uid", "isbn", "port",
              "pid", "account", "оквэд", "инн", "огрн", "окпо", "снилс", "кпп", "бик", "счет",
              "счета", "vin", "ssn", "zip"),
          List.of("заказ", "заявк", "договор", "артикул", "верси", "трек", "паспорт", "полис"),
          20);
  // These words name a phone only when the number follows them at once.
  private static final List<String> DIRECT_NAMES =
      List.of("номер", "номеру", "number", "number is", "messages to", "message to");
  private static final int DIRECT_REACH = 16;

  private PhoneContext() {}

  /** What words around a number say about it; before a number the nearest word counts. */
  static Evidence around(FoldedText text, int start, int end) {
    int named = NAMED.lastBefore(text, start);
    if (OTHER.lastBefore(text, start) > named) {
      return Evidence.OTHER_NUMBER;
    }
    boolean phone = named >= 0 || NAMED_BEHIND.after(text, end) || isNamedAtOnce(text, start);
    return phone ? Evidence.PHONE : Evidence.NONE;
  }

  private static boolean isNamedAtOnce(FoldedText text, int start) {
    int end = start;
    while (end > start - 3 && end > 0 && !text.isWordAt(end - 1)) {
      end--;
    }
    String before = " " + text.lower().substring(Math.max(0, end - DIRECT_REACH), end);
    return DIRECT_NAMES.stream().anyMatch(name -> before.endsWith(" " + name));
  }
}
