package org.groupdigest.job.stage.guard;

import java.util.ArrayList;
import java.util.List;
import org.groupdigest.job.model.Synthesis;
import org.groupdigest.job.model.Synthesis.Mention;

/** Guards the payload of {@code synthesis_agent}. */
final class SynthesisGuard {

  private final Findings findings;
  private final ClaimGuard claims;

  SynthesisGuard(Findings findings) {
    this.findings = findings;
    this.claims = new ClaimGuard(findings);
  }

  Synthesis apply(Synthesis synthesis) {
    return new Synthesis(
        claims.claim("$.headline", synthesis.headline()),
        claims.claims("$.key_points", synthesis.keyPoints()),
        claims.claims("$.decisions", synthesis.decisions()),
        claims.claims("$.open_questions", synthesis.openQuestions()),
        claims.actions("$.actions", synthesis.actions()),
        mentions(Findings.orEmpty(synthesis.participants())));
  }

  private List<Mention> mentions(List<Mention> all) {
    List<Mention> standing = new ArrayList<>();
    for (int i = 0; i < all.size(); i++) {
      Mention mention = mention(Findings.at("$.participants", i), all.get(i));
      if (mention != null) {
        standing.add(mention);
      }
    }
    return standing;
  }

  private Mention mention(String path, Mention mention) {
    String name = findings.participant(path + ".username", mention.username());
    List<String> sources = findings.messages(path + ".message_ids", mention.messageIds());
    if (name == null
        || (!sources.isEmpty() && !findings.wroteOneOf(path + ".message_ids", name, sources))) {
      return null;
    }
    String note = ClaimGuard.blankToNull(mention.note());
    boolean holds = note == null || findings.holds(path + ".note", note, sources);
    return new Mention(name, mention.role().strip(), note == null || !holds ? "" : note, sources);
  }
}
