package org.groupdigest.job.stage.guard;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.groupdigest.job.model.Claim;
import org.groupdigest.job.model.Synthesis;
import org.groupdigest.job.model.Synthesis.Mention;
import org.groupdigest.job.model.sources.WordingSupport.Need;

/** Guards the payload of {@code synthesis_agent}. */
final class SynthesisGuard {

  private final Findings findings;
  private final ClaimGuard claims;
  private final Predicate<String> ownWording;

  SynthesisGuard(Findings findings, Predicate<String> ownWording) {
    this.findings = findings;
    this.ownWording = ownWording;
    this.claims = new ClaimGuard(findings);
  }

  Synthesis apply(Synthesis synthesis) {
    return new Synthesis(
        headline(synthesis.headline()),
        claims.claims("$.key_points", synthesis.keyPoints(), Need.STATEMENT),
        claims.claims("$.decisions", synthesis.decisions(), Need.DECISION),
        claims.claims("$.open_questions", synthesis.openQuestions(), Need.STATEMENT),
        claims.actions("$.actions", synthesis.actions()),
        mentions(Findings.orEmpty(synthesis.participants())));
  }

  private Claim headline(Claim headline) {
    boolean own = headline != null && ownWording.test(headline.text().strip());
    return claims.claim("$.headline", headline, own ? null : Need.STATEMENT);
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
