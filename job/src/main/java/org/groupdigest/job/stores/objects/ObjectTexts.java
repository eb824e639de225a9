package org.groupdigest.job.stores.objects;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import org.groupdigest.connectors.s3.S3Object;
import org.groupdigest.job.model.Json;
import org.groupdigest.job.model.MediaHighlight;
import org.groupdigest.job.stores.DigestChange;
import org.groupdigest.job.stores.ObjectKeys;

/** Contents of objects; the same digest gives the same bytes. */
final class ObjectTexts {

  private static final DefaultIndenter LINES = new DefaultIndenter("  ", "\n");

  private static final ObjectWriter WRITER =
      Json.mapper()
          .writer(new DefaultPrettyPrinter().withObjectIndenter(LINES).withArrayIndenter(LINES))
          .with(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS);

  private ObjectTexts() {}

  /** The whole record, names in the order of its components. */
  static S3Object json(DigestChange change) {
    return text(
        ObjectKeys.digestJson(change.group(), change.digestId()),
        pretty(change.digest()),
        "application/json");
  }

  /** The page that a browser shows. */
  static S3Object html(DigestChange change, String page) {
    return text(
        ObjectKeys.digestHtml(change.group(), change.digestId()), page, "text/html; charset=utf-8");
  }

  /** What the digest knows of an attachment. */
  static S3Object media(String key, DigestChange change, MediaHighlight shown) {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("digest_id", change.digestId());
    fields.put("window_id", change.windowId());
    fields.put("message_id", shown.messageId());
    fields.put("kind", shown.kind());
    fields.put("file_sha256", shown.fileSha256());
    fields.put("caption", shown.caption());
    fields.put("uri", shown.uri());
    return text(key, pretty(fields), "application/json");
  }

  private static S3Object text(String key, String content, String type) {
    return S3Object.of(key, content.getBytes(StandardCharsets.UTF_8), type);
  }

  private static String pretty(Object value) {
    try {
      return WRITER.writeValueAsString(value) + "\n";
    } catch (JsonProcessingException e) {
      // The text of a Jackson exception quotes the value: it is not passed on.
      throw new IllegalStateException("cannot write " + value.getClass().getSimpleName());
    }
  }
}
