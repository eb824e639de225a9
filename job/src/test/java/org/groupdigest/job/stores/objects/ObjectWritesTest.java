package org.groupdigest.job.stores.objects;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.flink.util.InstantiationUtil;
import org.groupdigest.connectors.s3.S3Object;
import org.groupdigest.connectors.s3.S3Write;
import org.groupdigest.job.model.DigestRecord;
import org.groupdigest.job.model.GroupKey;
import org.groupdigest.job.model.Json;
import org.groupdigest.job.stores.DigestChange;
import org.groupdigest.job.stores.ObjectKeys;
import org.groupdigest.job.stores.SampleChanges;
import org.junit.jupiter.api.Test;

/** Which objects a digest has, and which it no longer has. */
class ObjectWritesTest {

  private static final GroupKey GROUP = new GroupKey("garden", "plots");
  private static final String WELL = "a1".repeat(32);
  private static final String FENCE = "b2".repeat(32);

  private final ObjectWrites writes = new ObjectWrites(Map.of());

  @Test
  void aDigestIsADocumentAPageAndTheRecordsOfItsAttachments() {
    DigestChange change =
        SampleChanges.of("garden", "plots").attempt(3).media("m1", WELL, "the well").build();
    List<S3Write> made = writes.apply(change, null);
    assertThat(keys(made))
        .containsExactly(
            ObjectKeys.digestJson(GROUP, change.digestId()),
            ObjectKeys.digestHtml(GROUP, change.digestId()),
            ObjectKeys.media(GROUP, change.digestId(), WELL));
    assertThat(objects(made)).extracting(S3Object::version).containsOnly(3L);
    assertThat(objects(made))
        .extracting(S3Object::contentType)
        .containsExactly("application/json", "text/html; charset=utf-8", "application/json");
    assertThat(text(objects(made).get(1)))
        .startsWith("<!DOCTYPE html>")
        .as("it stands alone")
        .doesNotContain("index.html");
  }

  @Test
  void theDocumentIsTheWholeRecordAndTheSameBytesEachTime() throws Exception {
    DigestChange change = SampleChanges.of("garden", "plots").topic("t1", "Dry well", "m1").build();
    String json = text(objects(writes.apply(change, null)).get(0));
    assertThat(Json.mapper().readTree(json))
        .isEqualTo(Json.mapper().readTree(Json.write(change.digest())));
    assertThat(Json.read(json, DigestRecord.class).digestId()).isEqualTo(change.digestId());
    assertThat(json).startsWith("{\n  \"window\" : {\n    \"window_id\"").endsWith("}\n");
    ObjectWrites travelled = InstantiationUtil.clone(writes);
    assertThat(travelled.apply(change, null)).isEqualTo(writes.apply(change, null));
  }

  @Test
  void whatADigestNoLongerShowsIsTakenAfterTheRestIsThere() {
    SampleChanges sample = SampleChanges.of("garden", "plots").media("m2", FENCE, "the fence");
    DigestChange change = sample.media("m3", FENCE, "the same file again").attempt(2).build();
    List<S3Write> made = writes.apply(change, null);
    String kept = ObjectKeys.media(GROUP, change.digestId(), FENCE);
    assertThat(made.get(made.size() - 1))
        .isEqualTo(
            S3Write.deleteOthers(ObjectKeys.mediaOf(GROUP, change.digestId()), Set.of(kept)));
    assertThat(objects(made)).as("one record a file").hasSize(3);
    assertThat(text(objects(made).get(2))).contains("the fence");
  }

  @Test
  void anAttachmentWithoutAHashHasNoRecord() {
    DigestChange change = SampleChanges.of("garden", "plots").media("m1", null, "unknown").build();
    assertThat(objects(writes.apply(change, null))).hasSize(2);
  }

  @Test
  void aRemovedDigestLeavesNoKey() {
    DigestChange change = SampleChanges.of("garden", "plots").gone();
    assertThat(writes.apply(change, null))
        .containsExactlyInAnyOrder(
            S3Write.delete(ObjectKeys.digestJson(GROUP, change.digestId())),
            S3Write.delete(ObjectKeys.digestHtml(GROUP, change.digestId())),
            S3Write.delete(ObjectKeys.artifacts(GROUP, change.digestId())),
            S3Write.deleteOthers(ObjectKeys.mediaOf(GROUP, change.digestId()), Set.of()));
  }

  private static List<S3Object> objects(List<S3Write> writes) {
    return writes.stream()
        .filter(S3Write.Put.class::isInstance)
        .map(write -> ((S3Write.Put) write).object())
        .toList();
  }

  private static List<String> keys(List<S3Write> writes) {
    return objects(writes).stream().map(S3Object::key).toList();
  }

  private static String text(S3Object object) {
    return new String(object.bytes(), StandardCharsets.UTF_8);
  }
}
