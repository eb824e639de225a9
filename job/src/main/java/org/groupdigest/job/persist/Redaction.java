package org.groupdigest.job.persist;

import java.util.Set;
import org.groupdigest.job.model.DigestRecord;
import org.groupdigest.job.redact.DigestRedactor;
import org.groupdigest.job.render.DigestRenderer;

/** Takes messages out of a digest and renders what is left. */
final class Redaction {
  private final DigestRenderer renderer;

  Redaction(DigestRenderer renderer) {
    this.renderer = renderer;
  }

  /** The digest itself if it refers to none of the messages. */
  DigestRecord without(Set<String> messageIds, DigestRecord digest) {
    DigestRecord redacted = DigestRedactor.redact(digest, messageIds);
    boolean toRender = digest.rendered() != null && redacted.rendered() == null;
    return toRender ? redacted.withRendered(renderer.render(redacted)) : redacted;
  }
}
