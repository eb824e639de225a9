package org.groupdigest.job.render;

import java.util.ArrayList;
import java.util.List;
import org.groupdigest.job.model.ActionItem;
import org.groupdigest.job.model.Claim;
import org.groupdigest.job.model.DigestRecord;
import org.groupdigest.job.model.DigestStatus;
import org.groupdigest.job.model.MediaHighlight;
import org.groupdigest.job.model.Synthesis;
import org.groupdigest.job.model.Topics.Topic;

/** The reading half of a digest's page: what happened, with its sources. */
final class DigestPage {

  private static final int MAX_SOURCES = 6;

  private final Wording words;
  private final Messages messages;
  private final DigestRecord digest;

  DigestPage(Wording words) {
    this.words = words;
    this.messages = words.messages();
    this.digest = words.digest();
  }

  String header() {
    List<String> facts = new ArrayList<>();
    facts.add(messages.count("messages", digest.messageCount()));
    facts.add(messages.count("people", digest.participantCount()));
    StringBuilder chips = new StringBuilder(statusChip(digest, messages));
    facts.forEach(fact -> chips.append(Html.textElement("span", "chip", fact)));
    String date = WindowWords.withYear(digest.window(), messages);
    return Html.element(
        "header",
        "",
        Html.textElement("p", "date", date)
            + Html.textElement("h1", "", words.groupTitle())
            + Html.element("p", "chips", chips.toString()));
  }

  /** A badge that tells how the window ended. */
  static String statusChip(DigestRecord digest, Messages messages) {
    DigestStatus status = digest.status();
    String kind =
        status == DigestStatus.READY
            ? "ready"
            : status.name().startsWith("SKIPPED") ? "skipped" : "blocked";
    return Html.textElement("span", "chip " + kind, messages.get("page.status." + kind));
  }

  /** Why it was not sent, the main thing, topics and lists. */
  String content() {
    StringBuilder page = new StringBuilder();
    if (digest.status() != DigestStatus.READY) {
      page.append(Html.textElement("p", "notice", ReasonWords.of(digest, messages)));
    }
    Synthesis synthesis = digest.synthesis();
    if (synthesis == null) {
      return page.toString();
    }
    if (synthesis.headline() != null) {
      page.append(Html.element("p", "headline", claim(synthesis.headline())));
    }
    TopicPoints points = new TopicPoints(digest.topics().topics(), synthesis);
    page.append(topics(points));
    page.append(list("label.also", points.otherPoints()));
    page.append(list("label.decisions", points.otherDecisions()));
    page.append(actions());
    page.append(list("label.questions", synthesis.openQuestions()));
    if (page.length() == 0) {
      page.append(Html.textElement("p", "headline", messages.get("quiet")));
    }
    return page.append(media()).toString();
  }

  private String topics(TopicPoints points) {
    StringBuilder cards = new StringBuilder();
    digest.topics().topics().forEach(topic -> cards.append(topic(topic, points)));
    return cards.toString();
  }

  private String topic(Topic topic, TopicPoints points) {
    StringBuilder card = new StringBuilder();
    card.append(Html.element("h3", "", Html.spans(words.text(topic.title()))));
    card.append(Html.element("p", "facts", facts(topic)));
    card.append(
        Html.element("p", "", claim(new Claim(topic.summary(), topic.summaryMessageIds()))));
    points.pointsOf(topic).forEach(point -> card.append(Html.element("p", "", claim(point))));
    points
        .decisionsOf(topic)
        .forEach(decision -> card.append(labelled("decision", "label.decided", claim(decision))));
    topic
        .blockers()
        .forEach(
            blocker ->
                card.append(labelled("blocker", "label.blocker", Html.spans(words.text(blocker)))));
    card.append(Html.element("p", "facts", Html.spans(RelatedWords.of(topic.topicId(), words))));
    String priority = messages.has("priority." + topic.priority()) ? topic.priority() : "low";
    return Html.element("article", "topic " + priority, card.toString());
  }

  private String facts(Topic topic) {
    List<String> facts = new ArrayList<>();
    for (String key : List.of("priority." + topic.priority(), "status." + topic.status())) {
      if (messages.has(key)) {
        facts.add("<b>" + Html.escape(messages.get(key)) + "</b>");
      }
    }
    facts.add(Html.escape(messages.count("messages", topic.messageCount())));
    List<String> owners = words.isSaid(topic.title()) ? List.of() : topic.owners();
    owners.forEach(owner -> facts.add(Html.escape(words.person(owner))));
    return String.join(" · ", facts);
  }

  private String labelled(String cssClass, String label, String markup) {
    return Html.element("p", cssClass, "<b>" + Html.escape(messages.get(label)) + "</b> " + markup);
  }

  private String list(String label, List<Claim> claims) {
    StringBuilder items = new StringBuilder();
    claims.forEach(claim -> items.append(Html.element("li", "", claim(claim))));
    return Html.panel(messages.get(label), Html.element("ul", "", items.toString()));
  }

  private String actions() {
    StringBuilder items = new StringBuilder();
    for (ActionItem action : new SectionComposer(words).allActions(digest)) {
      String owner = action.owner() == null ? "" : words.person(action.owner());
      items.append(
          Html.element(
              "li",
              "todo",
              Html.textElement("b", "owner", owner)
                  + claim(new Claim(action.action(), action.messageIds()))
                  + Html.element("span", "chip due", Html.clean(action.due()))));
    }
    return Html.panel(messages.get("label.actions"), Html.element("ul", "", items.toString()));
  }

  private String media() {
    StringBuilder items = new StringBuilder();
    for (MediaHighlight highlight : digest.mediaHighlights()) {
      items.append(
          Html.element(
              "li", "", claim(new Claim(highlight.caption(), List.of(highlight.messageId())))));
    }
    return Html.panel(messages.get("page.media"), Html.element("ul", "", items.toString()));
  }

  private String claim(Claim claim) {
    return Html.spans(words.text(claim.text())) + sources(claim.messageIds());
  }

  private String sources(List<String> messageIds) {
    StringBuilder markup = new StringBuilder();
    for (String id : messageIds.stream().distinct().limit(MAX_SOURCES).toList()) {
      SourceWords names = words.sourceWords();
      markup
          .append(' ')
          .append(
              words
                  .address(id)
                  .map(href -> Html.link(href, "source", Html.escape(names.number(id))))
                  .orElseGet(
                      () -> "<span class=\"from\">(" + Html.escape(names.label(id)) + ")</span>"));
    }
    return markup.toString();
  }
}
