package org.groupdigest.job.render;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.groupdigest.job.model.BaselineDelta;
import org.groupdigest.job.model.ContextStats;
import org.groupdigest.job.model.DeterministicChecks;
import org.groupdigest.job.model.DigestRecord;
import org.groupdigest.job.model.EmotionProfile;
import org.groupdigest.job.model.Evaluation;
import org.groupdigest.job.model.Roles;
import org.groupdigest.job.model.StageArtifact;
import org.groupdigest.job.model.text.CleanText;

/** The checking half of a digest's page: mood, scores, comparison, people, how it was made. */
final class DigestPanels {

  private final Wording words;
  private final Messages messages;
  private final DigestRecord digest;

  DigestPanels(Wording words) {
    this.words = words;
    this.messages = words.messages();
    this.digest = words.digest();
  }

  /** Panels that stand beside the digest. */
  String beside() {
    return emotions() + delta() + judge() + checks() + context();
  }

  /** Panels that stand below its text. */
  String below() {
    return people() + sources() + stages();
  }

  private String emotions() {
    EmotionProfile e = digest.emotions();
    if (e == null) {
      return "";
    }
    StringBuilder panel = new StringBuilder(Html.textElement("p", "", ToneWords.of(e, messages)));
    panel.append(plain("emotion.intensity", e.intensity()));
    panel.append(plain("emotion.conflict", e.conflict()));
    panel.append(plain("emotion.collaboration", e.collaboration()));
    panel.append(plain("emotion.stress", e.stress()));
    panel.append(plain("emotion.enthusiasm", e.enthusiasm()));
    return Html.panel(messages.get("page.emotions"), Html.element("div", "mood", panel.toString()));
  }

  private String plain(String key, double share) {
    return Html.meter(messages.get(key), share);
  }

  private String judge() {
    Evaluation e = digest.evaluation();
    if (e == null) {
      return "";
    }
    return Html.panel(
        messages.get("page.judge"),
        plain("score.faithfulness", e.faithfulness())
            + plain("score.coherence", e.coherence())
            + plain("score.coverage", e.coverage())
            + plain("score.focus", e.focus())
            + plain("score.quality_score", e.qualityScore()));
  }

  private String checks() {
    DeterministicChecks c = digest.checks();
    if (c == null) {
      return "";
    }
    return Html.panel(
        messages.get("page.checks"),
        Html.figure(messages.get("check.citations"), c.resolvedCitations() + " / " + c.citations())
            + Html.figure(messages.get("check.supported"), c.supportedClaims() + " / " + c.claims())
            + plain("check.ranked", c.rankedCoverage())
            + plain("check.topics", c.topicCoverage())
            + Html.figure(messages.get("check.repetition"), percent(c.repetition())));
  }

  private String delta() {
    BaselineDelta d = digest.baselineDelta();
    if (d == null) {
      return "";
    }
    String heading = messages.get("page.delta");
    if (!d.hasBaseline()) {
      return Html.panel(heading, Html.textElement("p", "", messages.get("delta.none")));
    }
    List<Span> since = new FootComposer(words).since(digest);
    String news =
        Html.element(
            "p", "", Html.spans(since.size() > 2 ? since.subList(2, since.size()) : List.of()));
    String quality =
        d.qualityDelta() == null ? "–" : String.format(Locale.ROOT, "%+.2f", d.qualityDelta());
    return Html.panel(
        heading,
        news
            + Html.figure(messages.get("delta.coverage"), signed(d.coverageChange()))
            + Html.figure(messages.get("delta.overlap"), percent(d.topicOverlap()))
            + Html.figure(messages.get("delta.novel"), Integer.toString(d.novelTopics()))
            + Html.figure(messages.get("delta.quality"), quality));
  }

  private String context() {
    ContextStats s = digest.contextStats();
    return s == null
        ? ""
        : Html.panel(
            messages.get("page.context"),
            count("context.received", s.received())
                + count("context.kept", s.kept())
                + count("context.duplicates", s.duplicates())
                + (s.trimmed() == 0 ? "" : count("context.trimmed", s.trimmed()))
                + (s.historyLinked() == 0 ? "" : count("context.history", s.historyLinked()))
                + count("context.threads", s.threads()));
  }

  private String count(String key, int count) {
    return Html.figure(messages.get(key), Integer.toString(count));
  }

  private String people() {
    List<List<String>> rows = new ArrayList<>();
    for (Roles.Participant p : digest.roles().participants()) {
      rows.add(
          List.of(
              "<b class=\"who\">" + Html.escape(words.person(p.username())) + "</b>",
              roles(p),
              Html.spans(words.text(p.comment()))));
    }
    List<String> headings = List.of(message("participant"), message("role"), message("comment"));
    return Html.panel(message("people"), Html.table(headings, rows));
  }

  /** Each number with its whole id, author and time. */
  private String sources() {
    List<List<String>> rows = new ArrayList<>();
    for (DigestSources.Source source : words.sources().cited()) {
      String id = Html.escape(ShownId.of(source.messageId()));
      rows.add(
          List.of(
              "#" + source.number(),
              source.author() == null
                  ? ""
                  : "<span class=\"who\">" + Html.spans(words.author(source.author())) + "</span>",
              "<span class=\"moment\">"
                  + words.sourceWords().dateAndTime(source.postedAt())
                  + "</span>",
              source.link() == null
                  ? "<code>" + id + "</code>"
                  : Html.link(source.link(), "", id)));
    }
    List<String> headings = List.of("#", message("author"), message("time"), message("id"));
    return Html.panel(message("sources"), Html.table(headings, rows));
  }

  private String roles(Roles.Participant participant) {
    StringBuilder roles = new StringBuilder();
    for (Roles.WeightedRole role : participant.roles()) {
      String key = "role." + role.role();
      String name = messages.has(key) ? messages.get(key) : CleanText.of(role.role());
      boolean dominant = role.role().equals(participant.dominantRole());
      roles.append(Html.textElement("span", dominant ? "role main" : "role", name));
    }
    return roles.toString();
  }

  private String stages() {
    List<List<String>> rows = new ArrayList<>();
    for (StageArtifact artifact : digest.artifacts()) {
      rows.add(
          List.of(
              "<code>" + artifact.stage().wireName() + "</code>",
              "<span class=\"outcome %s\">%<s</span>".formatted(artifact.outcome().wireName()),
              Html.clean(artifact.modelId()),
              Html.clean(artifact.promptVersion() + " / " + artifact.schemaVersion()),
              percent(artifact.boundaryIntegrity())));
    }
    List<String> headings =
        List.of(
            message("stage"),
            message("outcome"),
            message("model"),
            message("version"),
            message("integrity"));
    StringBuilder notes = new StringBuilder();
    digest
        .degradations()
        .forEach(
            code ->
                notes.append(Html.textElement("p", "", FootComposer.degradation(code, messages))));
    return Html.panel(message("stages"), Html.table(headings, rows) + notes);
  }

  private String message(String key) {
    return messages.get("page." + key);
  }

  private static String percent(double share) {
    return Math.round(100 * share) + " %";
  }

  private static String signed(double share) {
    return String.format(Locale.ROOT, "%+d %%", Math.round(100 * share));
  }
}
