package org.groupdigest.job.stage.guard;

import java.util.ArrayList;
import java.util.List;
import org.groupdigest.job.model.Roles;
import org.groupdigest.job.model.Roles.Participant;

/** Guards the payload of {@code roles_agent}. */
final class RolesGuard {

  private final Findings findings;

  RolesGuard(Findings findings) {
    this.findings = findings;
  }

  Roles apply(Roles roles) {
    List<Participant> standing = new ArrayList<>();
    for (int i = 0; i < roles.participants().size(); i++) {
      Participant guarded =
          participant(Findings.at("$.participants", i), roles.participants().get(i));
      if (guarded != null) {
        standing.add(guarded);
      }
    }
    return new Roles(standing);
  }

  private Participant participant(String path, Participant participant) {
    String name = findings.participant(path + ".username", participant.username());
    List<String> sources = findings.messages(path + ".message_ids", participant.messageIds());
    if (name == null
        || (!sources.isEmpty() && !findings.wroteOneOf(path + ".message_ids", name, sources))) {
      return null;
    }
    String comment = participant.comment() == null ? "" : participant.comment().strip();
    boolean holds = comment.isEmpty() || findings.holds(path + ".comment", comment, sources);
    return new Participant(
        name,
        List.copyOf(participant.roles()),
        participant.dominantRole(),
        sources,
        holds ? comment : "");
  }
}
