package org.groupdigest.job.stage.extractive;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.groupdigest.job.model.DigestRecord;
import org.groupdigest.job.model.Message;
import org.groupdigest.job.model.Rendered;
import org.groupdigest.job.model.Topics.Topic;
import org.groupdigest.job.model.WindowContext;
import org.groupdigest.job.render.DigestRenderer;
import org.groupdigest.job.render.HtmlPage;
import org.groupdigest.job.render.LinkPattern;
import org.groupdigest.job.render.MessageCatalog;
import org.groupdigest.job.testing.Digests;

/** No line that people read says of a person what another said, in whatever form they read it. */
class RenderedAuthorshipTest {

  private static final Map<String, String> MARKS =
      Map.of("ann", "quartz", "bob", "walnut", "cleo", "saffron", "dmitri", "granite");
  private static final Pattern MARK = Pattern.compile("(quartz|walnut|saffron|granite)[a-z]{2}");
  private static final Pattern NAME = Pattern.compile("(?<!\\p{L})(ann|bob|cleo|dmitri)(?!\\p{L})");
  private static final Pattern BLOCK_END = Pattern.compile("</(?:p|li|h\\d|tr|span|a)>|<br>");

  private static final List<String> SENTENCES =
      List.of(
          "I deleted the database of the club %s by mistake this morning",
          "The treasurer of the club took the money of the %s fund",
          "I'll bring the %s projector and the long cable on Saturday",
          "Decided: the club buys the %s projector on Monday",
          "Agreed, the club meets in the %s room on Friday",
          "Who has the key of the %s cellar of the club?",
          "The key of the cellar hangs behind the %s door",
          "Someone needs to update the %s page of the club",
          "Can you send the %s invoice of the club by Friday?",
          "The release of the club is blocked by the %s certificate",
          "The %s lamp of the workshop broke and the workshop of the club stays dark tonight");

  private static final HtmlPage PAGE =
      new HtmlPage(new MessageCatalog(), LinkPattern.telegramOnly());
  private static final DigestRenderer RENDERER = new DigestRenderer(LinkPattern.telegramOnly());

  record Said(String author, List<String> sentences, int replyTo) {}

  @Provide
  Arbitrary<List<Said>> chats() {
    Arbitrary<List<String>> sentences =
        Arbitraries.of(SENTENCES).list().ofMinSize(1).ofMaxSize(3).uniqueElements();
    return Combinators.combine(
            Arbitraries.of("ann", "bob", "cleo", "dmitri"),
            sentences,
            Arbitraries.integers().between(-6, 6))
        .as(Said::new)
        .list()
        .ofMinSize(4)
        .ofMaxSize(40);
  }

  @Property(tries = 100)
  void everyTokenFollowsTheNameOfItsAuthorInEveryForm(@ForAll("chats") List<Said> chat) {
    WindowContext window = window(chat);
    if (window.participants().size() < 2) {
      return;
    }
    DigestRecord digest = digest(window);
    List<String> titles = digest.topics().topics().stream().map(Topic::title).toList();
    Rendered forms = RENDERER.render(digest);
    List<String> texts = new ArrayList<>(forms.htmlParts());
    texts.addAll(List.of(forms.html(), forms.markdown(), forms.text(), PAGE.alone(digest)));
    texts.add(PAGE.index("en", List.of(digest)));
    texts.forEach(text -> lines(text).forEach(line -> assertNamed(line, titles)));
  }

  /** A sentence with a token of its own in each message. */
  private static WindowContext window(List<Said> chat) {
    Chat window = Chat.in("en");
    int number = 0;
    for (int i = 0; i < chat.size(); i++) {
      Said said = chat.get(i);
      StringBuilder text = new StringBuilder();
      for (String sentence : said.sentences()) {
        text.append(sentence.formatted(token(said.author(), number++)));
        text.append(sentence.endsWith("?") ? " " : ". ");
      }
      boolean reply = said.replyTo() > 0 && said.replyTo() <= i;
      window.reply(
          reply ? "m" + (i + 1 - said.replyTo()) : null, said.author(), text.toString().strip());
    }
    return window.window();
  }

  private static String token(String author, int number) {
    return MARKS.get(author) + (char) ('a' + number / 26) + (char) ('a' + number % 26);
  }

  private static DigestRecord digest(WindowContext window) {
    Stages stages = Stages.of(window);
    Digests digest =
        new Digests()
            .language("en")
            .model("extractive-1")
            .counts(window.messages().size(), window.participants().size())
            .synthesis(stages.synthesis())
            .roles(stages.roles());
    stages.topics().topics().forEach(digest::topic);
    for (Message message : window.messages()) {
      digest.source(message.messageId(), message.author());
    }
    return digest.build();
  }

  private static List<String> lines(String form) {
    String flowing = form.startsWith("<!") ? form.replace('\n', ' ') : form;
    String broken =
        BLOCK_END
            .matcher(flowing)
            .replaceAll(end -> end.group().matches("</(?:span|a)>") ? " " : "\n");
    String plain = broken.replaceAll("<[^>]*>", " ").replace("&#39;", "'").replace("&quot;", "\"");
    return plain.lines().map(line -> line.replaceAll("\\s+", " ").strip()).toList();
  }

  /** A title of a few words is the name of a matter, said by nobody. */
  private static void assertNamed(String line, List<String> titles) {
    String told = line;
    for (String title : titles) {
      told = title.split(" ").length <= 4 ? told.replace(title, "") : told;
    }
    Matcher mark = MARK.matcher(told);
    while (mark.find()) {
      List<String> names =
          NAME.matcher(told.substring(0, mark.start())).results().map(MatchResult::group).toList();
      assertThat(names).as(line).isNotEmpty();
      assertThat(MARKS).as(line).containsEntry(names.get(names.size() - 1), mark.group(1));
    }
  }
}
