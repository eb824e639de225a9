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

  private static final Cue NAMED_BEHIND =
      new Cue(
          Set.of("office", "fax", "mobile", "home", "cell", "desk", "phone", "моб", "раб", "факс"),
          List.of("мобильн", "телефон"),
          10);
  private static final Cue OTHER =
      new Cue(
          Set.of(
              "id",
              "order",
              "invoice",
              "ticket",
              "bug",
              "issue",
              "version",
              "uid",
              "isbn",
              "issn",
              "port",
              "pid",
              "account",
              "оквэд",
              "инн",
              "огрн",
              "окпо",
              "снилс",
              "кпп",
              "бик",
              "счет",
              "счета",
              "vin",
              "ssn",
              "zip",
              "tracking",
              "parcel",
              "booking",
              "reference",
              "serial",
              "sku",
              "ean",
              "barcode",
              "imei",
              "build",
              "commit",
              "commande",
              "facture",
              "colis",
              "pedido",
              "factura",
              "ordine",
              "fattura",
              "faktura",
              "sipariş",
              "fatura"),
          List.of(
              "заказ",
              "заявк",
              "договор",
              "артикул",
              "верси",
              "трек",
              "паспорт",
              "полис",
              "накладн",
              "бронь",
              "брони",
              "серийн",
              "штрихкод",
              "тикет",
              "квитанц",
              "замовлен",
              "bestell",
              "rechnung",
              "auftrag",
              "zamówieni",
              "objednáv",
              "bestelling",
              "beställning",
              "bestilling",
              "הזמנ",
              "طلب",
              "ऑर्डर"),
          20);
  private static final List<String> OTHER_UNSPACED = List.of("订单", "訂單", "快递", "注文", "주문");

  private PhoneContext() {}

  /** What words around a number say about it; before a number the nearest word counts. */
  static Evidence around(FoldedText text, int start, int end) {
    int named =
        Math.max(
            PhoneWords.NAMES.lastBefore(text, start), PhoneWords.lastUnspacedBefore(text, start));
    if (OTHER.lastBefore(text, start) > named || isOtherUnspaced(text, start)) {
      return PhoneWords.isBehind(text, end) ? Evidence.PHONE : Evidence.OTHER_NUMBER;
    }
    boolean phone =
        named >= 0
            || isNamedBehind(text, end)
            || PhoneWords.isDirectlyBefore(text, start)
            || PhoneWords.isBehind(text, end);
    return phone ? Evidence.PHONE : Evidence.NONE;
  }

  /** Whether a word such as "office" stands right behind a number. */
  static boolean isNamedBehind(FoldedText text, int end) {
    return NAMED_BEHIND.after(text, end);
  }

  private static boolean isOtherUnspaced(FoldedText text, int start) {
    String before = text.lower().substring(Math.max(0, start - 8), start);
    return OTHER_UNSPACED.stream().anyMatch(before::contains);
  }
}
