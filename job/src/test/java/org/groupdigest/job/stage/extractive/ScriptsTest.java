package org.groupdigest.job.stage.extractive;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.groupdigest.job.model.Claim;
import org.groupdigest.job.model.Synthesis;
import org.groupdigest.job.model.Topics;
import org.groupdigest.job.model.WindowContext;
import org.groupdigest.udfs.language.Sentences;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Digests of chats in scripts and languages that the engine has no words for. */
class ScriptsTest {

  private static final String[] PEOPLE = {"anna", "boris", "carla", "dmitri"};

  static Stream<WindowContext> chats() {
    return Stream.of(chinese(), japanese(), thai(), korean(), hindi(), arabic(), georgian());
  }

  static WindowContext chinese() {
    return chat(
        "zh",
        "仓库的屋顶漏水了，货物要马上搬走。",
        "谁明天早上有空来搬货物？",
        "我有空，可以带一辆小货车来。",
        "屋顶的维修公司说星期三才能来。",
        "那我们先用防水布盖住屋顶！",
        "防水布在二楼的柜子里。",
        "搬货物的人请八点在仓库门口集合。",
        "保险公司要屋顶漏水的照片。");
  }

  static WindowContext japanese() {
    return chat(
        "ja",
        "倉庫の屋根から雨漏りしています。荷物をすぐ移動してください。",
        "明日の朝、荷物の移動を手伝える人はいますか？",
        "手伝えます。小型トラックで行きます。",
        "屋根の修理会社は水曜日に来るそうです。",
        "それまで屋根に防水シートをかけましょう。",
        "防水シートは二階の棚にあります。",
        "保険会社が雨漏りの写真を求めています。",
        "写真は今日の午後に送ります。");
  }

  static WindowContext thai() {
    return chat(
        "th",
        "หลังคาโกดังรั่ว ต้องย้ายสินค้าออกทันทีครับ",
        "ใครว่างมาช่วยย้ายสินค้าพรุ่งนี้เช้าบ้างคะ",
        "ผมว่าง จะเอารถกระบะไปช่วยย้ายสินค้าครับ",
        "บริษัทซ่อมหลังคาบอกว่ามาได้วันพุธ",
        "ระหว่างนี้เอาผ้าใบคลุมหลังคาไว้ก่อน",
        "ผ้าใบอยู่ในตู้ชั้นสองข้างบันได",
        "บริษัทประกันขอรูปถ่ายหลังคาที่รั่ว",
        "ฉันจะส่งรูปถ่ายให้บริษัทประกันตอนบ่าย");
  }

  static WindowContext korean() {
    return chat(
        "ko",
        "창고 지붕에서 물이 새고 있어요. 물건을 바로 옮겨야 합니다.",
        "내일 아침에 물건 옮기는 것을 도와줄 수 있는 분 있나요?",
        "제가 도와줄 수 있어요. 작은 트럭을 가져갈게요.",
        "지붕 수리 회사는 수요일에 올 수 있다고 합니다.",
        "그때까지 방수포로 지붕을 덮어 둡시다.",
        "방수포는 이층 선반에 있습니다.",
        "보험 회사가 지붕 사진을 보내 달라고 합니다.");
  }

  static WindowContext hindi() {
    return chat(
        "hi",
        "गोदाम की छत से पानी टपक रहा है, सामान तुरंत हटाना होगा।",
        "कल सुबह सामान हटाने में कौन मदद कर सकता है?",
        "मैं छोटी गाड़ी लेकर सामान हटाने आऊँगा।",
        "छत की मरम्मत वाली कंपनी बुधवार को आएगी।",
        "तब तक छत पर तिरपाल डाल देते हैं।",
        "बीमा कंपनी छत की तस्वीरें माँग रही है।");
  }

  static WindowContext arabic() {
    return chat(
        "ar",
        "سقف المستودع يسرب الماء ويجب نقل البضائع فورا.",
        "من يستطيع المساعدة في نقل البضائع صباح الغد؟",
        "سأحضر شاحنة صغيرة وأساعد في نقل البضائع.",
        "شركة إصلاح السقف ستصل يوم الأربعاء.",
        "سنغطي سقف المستودع بقماش مقاوم للماء.",
        "شركة التأمين تطلب صور سقف المستودع.");
  }

  static WindowContext georgian() {
    return chat(
        "ka",
        "საწყობის სახურავიდან წყალი ჩამოდის, ტვირთი სასწრაფოდ უნდა გადავიტანოთ.",
        "ხვალ დილით ტვირთის გადატანაში ვის შეუძლია დახმარება?",
        "მე პატარა მანქანით მოვალ და ტვირთის გადატანაში დაგეხმარებით.",
        "სახურავის შემკეთებელი კომპანია ოთხშაბათს მოვა.",
        "მანამდე სახურავს ბრეზენტი გადავაფაროთ.",
        "სადაზღვევო კომპანია სახურავის ფოტოებს ითხოვს.");
  }

  private static WindowContext chat(String language, String... texts) {
    Chat chat = Chat.in(language);
    for (int i = 0; i < texts.length; i++) {
      chat.say(PEOPLE[i % PEOPLE.length], texts[i]);
    }
    return chat.window();
  }

  @ParameterizedTest
  @MethodSource("chats")
  void aChatWithoutWordingsIsToldInItsOwnSentences(WindowContext window) {
    Synthesis digest = Stages.of(window).synthesis();
    String said = String.join("\n", window.messages().stream().map(one -> one.text()).toList());

    assertThat(digest.headline()).isNotNull();
    assertThat(Sentences.of(digest.headline().text()))
        .isNotEmpty()
        .allSatisfy(
            one -> assertThat(said).containsIgnoringCase(one.replaceFirst("^\\p{Lower}+: ", "")));
    assertThat(digest.keyPoints())
        .isNotEmpty()
        .allSatisfy(point -> assertThat(point.messageIds()).isNotEmpty());
  }

  static Stream<WindowContext> unspacedChats() {
    return Stream.of(chinese(), japanese(), thai());
  }

  @ParameterizedTest
  @MethodSource("unspacedChats")
  void titlesStandInTheChatAsTheyAreWrittenAfterTheirAuthor(WindowContext window) {
    Topics topics = Stages.of(window).topics();

    assertThat(topics.topics()).isNotEmpty();
    assertThat(topics.topics())
        .allSatisfy(
            topic ->
                assertThat(window.messages())
                    .anyMatch(
                        one ->
                            (one.author() + ": " + one.text()).contains(topic.title())
                                || one.text().contains(withoutAuthor(topic.title()))));
  }

  private static String withoutAuthor(String title) {
    return title.replaceFirst("^\\p{Lower}+: ", "");
  }

  @Test
  void noBlankIsPutBetweenHanAndKana() {
    for (WindowContext window : List.of(chinese(), japanese())) {
      assertThat(Points.joined(sentences(window)))
          .doesNotContainPattern("[\\p{IsHan}\\p{IsHiragana}\\p{IsKatakana}。？！] ");
      assertThat(texts(Stages.of(window).synthesis()))
          .noneMatch(
              text -> text.matches(".*[\\p{IsHan}\\p{IsHiragana}。] [\\p{IsHan}\\p{IsHiragana}].*"));
    }
  }

  private static List<String> sentences(WindowContext window) {
    return ConversationReader.read(window, LanguagePack.of(window.language(), "en"))
        .sentences()
        .stream()
        .map(Sentence::text)
        .toList();
  }

  private static List<String> texts(Synthesis digest) {
    List<Claim> claims = new ArrayList<>(digest.keyPoints());
    claims.add(digest.headline());
    return claims.stream().map(Claim::text).toList();
  }

  @Test
  void sentencesWithoutAStopAreJoinedByThatOfTheirScript() {
    assertThat(Points.joined(List.of("屋顶漏水了", "我们要防水布"))).isEqualTo("屋顶漏水了。我们要防水布。");
    assertThat(Points.joined(List.of("หลังคารั่ว", "ผ้าใบอยู่ในตู้")))
        .isEqualTo("หลังคารั่ว ผ้าใบอยู่ในตู้");
    assertThat(Points.joined(List.of("The roof leaks", "Cover it")))
        .isEqualTo("The roof leaks. Cover it.");
  }

  @Test
  void aSentenceOfTwoMessagesRunsOnWithoutABlank() {
    WindowContext window = Chat.in("zh").say("anna", "屋顶又漏水了，").say("anna", "所以货物要马上搬走。").window();

    assertThat(sentences(window)).containsExactly("屋顶又漏水了，所以货物要马上搬走。");
  }

  @Test
  void aLongTextWithoutBlanksIsCutAtAClauseOrBetweenCharacters() {
    assertThat(Shortened.atClause("仓库的屋顶漏水了，货物要马上搬走。", 12)).isEqualTo("仓库的屋顶漏水了");
    assertThat(Shortened.atClause("a 仓库的屋顶漏水货物要马上搬走", 10)).isEqualTo("a 仓库的屋顶漏水…");
    String family = "👨‍👩‍👧‍👦";
    assertThat(Shortened.atClause("仓库的屋顶" + family + "漏水了", 10)).isEqualTo("仓库的屋顶…");
    assertThat(Shortened.atClause("ที่นี่ที่นี่ที่นี่", 9)).isEqualTo("ที่นี่…");
  }

  @Test
  void lettersWithoutCapitalsInRunningTextKeepTheirForm() {
    assertThat(Shortened.capitalised("სახურავი")).isEqualTo("სახურავი");
    assertThat(Shortened.capitalised("крыша")).isEqualTo("Крыша");
    assertThat(Shortened.capitalised("屋顶")).isEqualTo("屋顶");
  }

  @Test
  void aChatOfPicturesHasNothingToTell() {
    Chat chat = Chat.in("und");
    List.of("😂😂", "👍🏽", "❤️", "👨‍👩‍👧‍👦", "1️⃣", "🇨🇿", "🔥", "🤷‍♀️")
        .forEach(one -> chat.say("anna", one));
    Synthesis digest = Stages.of(chat.window()).synthesis();

    assertThat(digest.headline()).isNull();
    assertThat(digest.keyPoints()).isEmpty();
  }

  @Test
  void joinersOfPersianStayAndThoseOfEmojiGo() {
    WindowContext window =
        Chat.in("fa").say("anna", "سقف انبار را فردا تعمیر می‌کنیم 👨‍👩‍👧.").window();

    assertThat(sentences(window))
        .singleElement()
        .asString()
        .startsWith("سقف انبار را فردا تعمیر می‌کنیم");
    assertThat(sentences(window).get(0)).doesNotContain("\u200d");
  }
}
