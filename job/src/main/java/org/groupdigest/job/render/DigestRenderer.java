package org.groupdigest.job.render;

import java.util.List;
import org.groupdigest.job.model.DigestRecord;
import org.groupdigest.job.model.DigestStatus;
import org.groupdigest.job.model.Rendered;

/**
 * Renders digests into the forms that people read. Every point leads to one or two of its source
 * messages; no text of a chat becomes markup or a link. Deterministic and thread-safe.
 *
 * <pre>{@code
 * Rendered forms = new DigestRenderer(LinkPattern.telegramOnly()).render(digest);
 * }</pre>
 */
public final class DigestRenderer {

  private final MessageCatalog catalog;
  private final LinkPattern links;

  /** A renderer with the languages of the class path. */
  public DigestRenderer(LinkPattern links) {
    this(new MessageCatalog(), links);
  }

  /** A renderer that shares its messages. */
  public DigestRenderer(MessageCatalog catalog, LinkPattern links) {
    this.catalog = catalog;
    this.links = links;
  }

  /** What may be delivered: the digest if it is ready, else a short text that says why not. */
  public Rendered render(DigestRecord digest) {
    Wording words = wording(digest);
    DigestComposer composer = new DigestComposer(words);
    DigestDocument brief = new DigestComposer(words.briefly()).published();
    boolean content = digest.status() == DigestStatus.READY;
    return forms(digest, composer.published(), brief, content ? composer.sources() : List.of());
  }

  /** The digest itself, for a reviewer, whatever its status. */
  public Rendered renderContent(DigestRecord digest) {
    Wording words = wording(digest);
    DigestComposer composer = new DigestComposer(words);
    DigestDocument brief = new DigestComposer(words.briefly()).content();
    return forms(digest, composer.content(), brief, composer.sources());
  }

  private Wording wording(DigestRecord digest) {
    return new Wording(digest, catalog.of(digest.language()), links);
  }

  private Rendered forms(
      DigestRecord digest, DigestDocument full, DigestDocument brief, List<Item> sources) {
    TelegramMessages telegram = new TelegramMessages(catalog.of(digest.language()));
    return new Rendered(
        telegram.single(full, brief),
        telegram.parts(full),
        Markdown.of(full.with(sources)),
        PlainText.of(full));
  }
}
