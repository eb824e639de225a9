package org.groupdigest.job.stage.guard;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.groupdigest.job.model.Claim;
import org.groupdigest.job.model.Segments;
import org.groupdigest.job.model.Segments.Unit;
import org.groupdigest.job.model.sources.WordingSupport.Need;

/** Guards the payload of {@code segmenter_agent}. */
final class SegmentsGuard {

  private static final String DECISION = "decision";

  private final ClaimGuard claims;

  SegmentsGuard(Findings findings) {
    this.claims = new ClaimGuard(findings);
  }

  Segments apply(Segments segments) {
    List<Unit> standing = new ArrayList<>();
    Set<String> ids = new HashSet<>();
    for (int i = 0; i < segments.units().size(); i++) {
      Unit unit = segments.units().get(i);
      Claim claim =
          claims.claim(
              Findings.at("$.units", i), new Claim(unit.text(), unit.messageIds()), need(unit));
      if (claim != null) {
        String wanted = ClaimGuard.ownId(unit.unitId());
        String id = wanted != null && ids.add(wanted) ? wanted : "unit-" + (i + 1);
        standing.add(
            new Unit(id, unit.kind(), claim.text(), claim.messageIds(), unit.confidence()));
      }
    }
    return new Segments(standing);
  }

  private static Need need(Unit unit) {
    return unit.kind().equals(DECISION) ? Need.DECISION : Need.STATEMENT;
  }
}
