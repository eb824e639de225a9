package org.groupdigest.job.stores;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import org.groupdigest.job.model.DigestRecord;
import org.groupdigest.job.model.Json;
import org.groupdigest.job.model.MediaHighlight;
import org.groupdigest.job.model.MediaKind;
import org.groupdigest.job.model.Roles;
import org.groupdigest.job.model.SourceMessage;
import org.groupdigest.job.model.Topics;
import org.groupdigest.job.persist.CurrentDigest;
import org.groupdigest.job.persist.SampleDigests;

/** Changes of an allotment club's digest, to be varied by tests. */
public final class SampleChanges {

  private final String tenant;
  private final String group;
  private int attempt = 1;
  private final List<SourceMessage> sources = new ArrayList<>();
  private final List<MediaHighlight> media = new ArrayList<>();
  private final List<Topics.Topic> topics = new ArrayList<>();
  private final List<Roles.Participant> people = new ArrayList<>();
  private int day;

  private SampleChanges(String tenant, String group) {
    this.tenant = tenant;
    this.group = group;
  }

  /** A digest of a day without topics, people, messages or attachments. */
  public static SampleChanges of(String tenant, String group) {
    return new SampleChanges(tenant, group);
  }

  public SampleChanges attempt(int value) {
    attempt = value;
    return this;
  }

  public SampleChanges day(int value) {
    day = value;
    return this;
  }

  /** A message, and which one it answers, or null. */
  public SampleChanges message(String id, String author, String answered) {
    sources.add(new SourceMessage(id, "id of " + author, author, SampleDigests.MORNING, answered));
    return this;
  }

  public SampleChanges media(String messageId, String sha256, String caption) {
    media.add(new MediaHighlight(messageId, MediaKind.IMAGE, caption, "s3://x/" + caption, sha256));
    return this;
  }

  public SampleChanges topic(String id, String title, String... messageIds) {
    topics.add(
        new Topics.Topic(
            id,
            title,
            "high",
            List.of(messageIds),
            List.of(),
            "What was said of " + title,
            List.of(messageIds),
            null,
            List.of(),
            "watch",
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            messageIds.length));
    return this;
  }

  public SampleChanges person(String name, String role, String... messageIds) {
    people.add(new Roles.Participant(name, List.of(), role, List.of(messageIds), "wrote of it"));
    return this;
  }

  /** The digest as it is now. */
  public DigestChange build() {
    return notice().now(new CurrentDigest(digest(), attempt));
  }

  /** The same digest, removed. */
  public DigestChange gone() {
    return notice().gone();
  }

  private DigestNotice notice() {
    DigestRecord digest = digest();
    return new DigestNotice(tenant, group, digest.digestId(), digest.window().windowId());
  }

  private DigestRecord digest() {
    ObjectNode all =
        (ObjectNode) Json.tree(SampleDigests.digest().of(tenant, group).day(day).build());
    all.set("sources", Json.tree(sources));
    all.set("media_highlights", Json.tree(media));
    all.set("topics", Json.tree(new Topics(topics)));
    all.set("roles", Json.tree(new Roles(people)));
    try {
      return Json.mapper().treeToValue(all, DigestRecord.class);
    } catch (JsonProcessingException e) {
      throw new AssertionError(e);
    }
  }
}
