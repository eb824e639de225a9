package org.groupdigest.job.stage.guard;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.groupdigest.job.model.ActionItem;
import org.groupdigest.job.model.Claim;
import org.groupdigest.job.model.sources.WordingSupport.Need;

/** Guards the parts that several stages share: claims and actions with their sources. */
final class ClaimGuard {

  private static final Pattern OWN_ID = Pattern.compile("(?:t|u|topic|unit)-?[0-9]{1,4}");

  private final Findings findings;

  ClaimGuard(Findings findings) {
    this.findings = findings;
  }

  /**
   * The claim with the sources that exist; null when it cannot stand.
   *
   * @param need how much of its wording has to stand in them; null for words of the product
   */
  Claim claim(String path, Claim claim, Need need) {
    if (claim == null) {
      return null;
    }
    List<String> sources = findings.messages(path + ".message_ids", claim.messageIds());
    if (sources.isEmpty()) {
      findings.noSource(path);
      return null;
    }
    boolean holds =
        need == null
            ? findings.holds(path + ".text", claim.text(), sources)
            : findings.holds(path + ".text", claim.text(), sources, need);
    return holds ? new Claim(claim.text().strip(), sources) : null;
  }

  /** The claims that can stand. */
  List<Claim> claims(String path, List<Claim> claims, Need need) {
    List<Claim> standing = new ArrayList<>();
    List<Claim> all = Findings.orEmpty(claims);
    for (int i = 0; i < all.size(); i++) {
      Claim claim = claim(Findings.at(path, i), all.get(i), need);
      if (claim != null) {
        standing.add(claim);
      }
    }
    return standing;
  }

  /** The actions that can stand; one whose owner is not concerned loses the owner. */
  List<ActionItem> actions(String path, List<ActionItem> actions) {
    List<ActionItem> standing = new ArrayList<>();
    List<ActionItem> all = Findings.orEmpty(actions);
    for (int i = 0; i < all.size(); i++) {
      ActionItem action = action(Findings.at(path, i), all.get(i));
      if (action != null) {
        standing.add(action);
      }
    }
    return standing;
  }

  private ActionItem action(String path, ActionItem action) {
    List<String> sources = findings.messages(path + ".message_ids", action.messageIds());
    if (sources.isEmpty()) {
      findings.noSource(path);
      return null;
    }
    String owner = blankToNull(action.owner());
    if (owner != null) {
      owner = findings.concerned(path + ".owner", owner, sources);
    }
    String due = blankToNull(action.due());
    if (due != null && !findings.holds(path + ".due", due, sources)) {
      due = null;
    }
    boolean holds = findings.holds(path + ".action", action.action(), sources, Need.DECISION);
    return holds ? new ActionItem(owner, action.action().strip(), due, sources) : null;
  }

  /**
   * The id that an answer gives to a thing of its own; null for what is none. An id is a number: a
   * word in it would outlive the message that it was taken from, since ids are kept when texts go.
   */
  static String ownId(String id) {
    return id != null && OWN_ID.matcher(id).matches() ? id : null;
  }

  static String blankToNull(String text) {
    return text == null || text.isBlank() ? null : text.strip();
  }
}
