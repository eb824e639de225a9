package org.groupdigest.job.cli.madeup;

import java.util.List;
import java.util.Random;

/** Sentences put together of word lists, in Russian or English. */
final class MadeUpSentences {

  private static final MadeUpSentences ENGLISH =
      new MadeUpSentences(
          "we,the courier,our landlord,the night shift,my sister,the new trainee,the gardener,"
              + "someone from accounting,the choir,the bakery,her brother,the electrician",
          "checked,moved,forgot,ordered,repaired,found,promised,sold,painted,measured,returned,"
              + "cancelled,photographed,borrowed,cleaned",
          "the blue ladder,a box of tiles,the parking permit,the projector,two folding tables,"
              + "the rehearsal plan,a crate of apples,the spare keys,the water meter,the invoices,"
              + "the winter tyres,a sack of flour,the old piano,the guest list,the bicycle pump",
          "before lunch,near the harbour,for the summer fair,without asking,after the storm,"
              + "on the third floor,because of the rain,together with Olga,once again,"
              + "behind the library,for half the price,by mistake,until Thursday",
          "Can anybody confirm?,I will send the figures tonight.,Thanks a lot!,"
              + "Please answer before Friday.,That was not the plan.,Good idea.,See you at noon.,"
              + "Let us decide tomorrow.,Nobody told me.,It costs about");
  private static final MadeUpSentences RUSSIAN =
      new MadeUpSentences(
          "мы,курьер,наш сосед,ночная смена,моя сестра,новый стажёр,садовник,бухгалтерия,хор,"
              + "пекарня,её брат,электрик",
          "проверили,перенесли,забыли,заказали,починили,нашли,обещали,продали,покрасили,"
              + "измерили,вернули,отменили,сфотографировали,одолжили,помыли",
          "синюю лестницу,коробку плитки,пропуск на парковку,проектор,два складных стола,"
              + "план репетиций,ящик яблок,запасные ключи,счётчик воды,накладные,зимние шины,"
              + "мешок муки,старое пианино,список гостей,насос для велосипеда",
          "до обеда,возле пристани,для летней ярмарки,без спроса,после грозы,на третьем этаже,"
              + "из-за дождя,вместе с Ольгой,ещё раз,за библиотекой,за полцены,по ошибке,"
              + "до четверга",
          "Кто может подтвердить?,Вечером пришлю цифры.,Большое спасибо!,"
              + "Ответьте до пятницы.,Договаривались иначе.,Хорошая мысль.,Увидимся в полдень.,"
              + "Решим завтра.,Мне никто не сказал.,Это стоит около");

  private final List<String> subjects;
  private final List<String> verbs;
  private final List<String> objects;
  private final List<String> places;
  private final List<String> remarks;

  private MadeUpSentences(
      String subjects, String verbs, String objects, String places, String remarks) {
    this.subjects = List.of(subjects.split(","));
    this.verbs = List.of(verbs.split(","));
    this.objects = List.of(objects.split(","));
    this.places = List.of(places.split(","));
    this.remarks = List.of(remarks.split(","));
  }

  static MadeUpSentences of(boolean russian) {
    return russian ? RUSSIAN : ENGLISH;
  }

  /** One to three sentences, without a character that JSON would escape. */
  String next(Random random) {
    StringBuilder text = new StringBuilder();
    if (random.nextInt(5) > 0) {
      statement(random, text);
    }
    if (text.length() == 0 || random.nextInt(3) == 0) {
      text.append(text.length() == 0 ? "" : ". ").append(any(remarks, random));
      text.append(' ').append(10 + random.nextInt(9_000));
    }
    return text.toString();
  }

  private void statement(Random random, StringBuilder text) {
    text.append(any(subjects, random)).append(' ').append(any(verbs, random)).append(' ');
    text.append(any(objects, random)).append(' ').append(any(places, random));
    if (random.nextInt(4) == 0) {
      text.append(", ").append(any(subjects, random)).append(' ').append(any(verbs, random));
      text.append(' ').append(any(objects, random));
    }
  }

  private static String any(List<String> words, Random random) {
    return words.get(random.nextInt(words.size()));
  }
}
