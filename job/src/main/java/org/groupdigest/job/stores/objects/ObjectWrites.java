package org.groupdigest.job.stores.objects;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.flink.api.connector.sink2.SinkWriter;
import org.apache.flink.connector.base.sink.writer.ElementConverter;
import org.groupdigest.connectors.s3.S3Object;
import org.groupdigest.connectors.s3.S3Write;
import org.groupdigest.job.model.DigestRecord;
import org.groupdigest.job.model.GroupKey;
import org.groupdigest.job.model.MediaHighlight;
import org.groupdigest.job.render.HtmlPage;
import org.groupdigest.job.render.LinkPattern;
import org.groupdigest.job.render.MessageCatalog;
import org.groupdigest.job.stores.DigestChange;
import org.groupdigest.job.stores.ObjectKeys;

/**
 * What becomes of a digest's objects. All of them have its attempt as their version. The record of
 * an attachment belongs to the digest that shows it, so that an erasure in one digest takes nothing
 * from another that shows the same file; what the digest no longer shows goes.
 */
public final class ObjectWrites implements ElementConverter<DigestChange, List<S3Write>> {

  private static final long serialVersionUID = 1L;

  // The map is one of the JDK's serializable ones.
  @SuppressWarnings("serial")
  private final Map<String, String> linkPatterns;

  private transient HtmlPage pages;

  /**
   * @param linkPatterns URL of a message by source, see {@link LinkPattern}
   */
  public ObjectWrites(Map<String, String> linkPatterns) {
    this.linkPatterns = new LinkedHashMap<>(linkPatterns);
  }

  @Override
  public List<S3Write> apply(DigestChange change, SinkWriter.Context context) {
    return change.isRemoval() ? removed(change) : kept(change);
  }

  private List<S3Write> kept(DigestChange change) {
    GroupKey group = change.group();
    DigestRecord digest = change.digest();
    Map<String, S3Object> media = new LinkedHashMap<>();
    for (MediaHighlight shown : digest.mediaHighlights()) {
      if (shown.fileSha256() != null) {
        String key = ObjectKeys.media(group, change.digestId(), shown.fileSha256());
        media.putIfAbsent(key, ObjectTexts.media(key, change, shown));
      }
    }
    List<S3Write> writes = new ArrayList<>();
    writes.add(put(change, ObjectTexts.json(change)));
    writes.add(put(change, ObjectTexts.html(change, pages().alone(digest))));
    media.values().forEach(object -> writes.add(put(change, object)));
    writes.add(S3Write.deleteOthers(ObjectKeys.mediaOf(group, change.digestId()), media.keySet()));
    return writes;
  }

  private static S3Write put(DigestChange change, S3Object object) {
    return S3Write.put(object.atVersion(change.attempt()));
  }

  private static List<S3Write> removed(DigestChange change) {
    GroupKey group = change.group();
    return List.of(
        S3Write.delete(ObjectKeys.digestJson(group, change.digestId())),
        S3Write.delete(ObjectKeys.digestHtml(group, change.digestId())),
        S3Write.delete(ObjectKeys.artifacts(group, change.digestId())),
        S3Write.deleteOthers(ObjectKeys.mediaOf(group, change.digestId()), Set.of()));
  }

  private HtmlPage pages() {
    if (pages == null) {
      pages = new HtmlPage(new MessageCatalog(), new LinkPattern(linkPatterns));
    }
    return pages;
  }
}
