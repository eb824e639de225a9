package org.groupdigest.job.render;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.groupdigest.job.model.ActionItem;
import org.groupdigest.job.model.Claim;
import org.groupdigest.job.model.DigestRecord;
import org.groupdigest.job.model.MediaHighlight;
import org.groupdigest.job.model.Roles;
import org.groupdigest.job.model.SourceMessage;
import org.groupdigest.job.model.Synthesis;
import org.groupdigest.job.model.Topics.Topic;

/**
 * Messages that a digest cites, each with a short number that is its own in this digest. Where all
 * ids are small numbers, as in Telegram, the number is the id. Else ids are too long to read or too
 * alike when shortened ({@code 1.2} and {@code 1-2}): then messages are counted through in the
 * order of the window.
 */
public final class DigestSources {

  private static final Pattern SMALL = Pattern.compile("0|[1-9]\\d{0,8}");

  private final Map<String, Source> byId = new HashMap<>();
  private final List<Source> cited;
  private final boolean counted;

  private DigestSources(DigestRecord digest, LinkPattern links) {
    Set<String> ids = citedIds(digest);
    counted = !ids.stream().allMatch(id -> SMALL.matcher(id).matches());
    Map<String, SourceMessage> known = new LinkedHashMap<>();
    digest.sources().forEach(source -> known.putIfAbsent(source.messageId(), source));
    Map<String, Integer> places = new HashMap<>();
    known.keySet().forEach(id -> places.put(id, places.size() + 1));
    for (String id : ids) {
      int number = counted ? place(places, id) : Integer.parseInt(id);
      SourceMessage message = known.get(id);
      String link = links.link(digest.group(), digest.window().groupId(), id).orElse(null);
      byId.put(
          id,
          new Source(
              number,
              id,
              message == null ? null : message.author(),
              message == null ? null : message.postedAt(),
              link));
    }
    cited = byId.values().stream().sorted(Comparator.comparingInt(Source::number)).toList();
  }

  /** What is not among the messages of the window comes after them. */
  private static int place(Map<String, Integer> places, String id) {
    Integer known = places.get(id);
    if (known != null) {
      return known;
    }
    places.put(id, places.size() + 1);
    return places.size();
  }

  /**
   * A cited message.
   *
   * @param number short number, unique in the digest
   * @param messageId whole id
   * @param author shown name, or null when it is not known
   * @param postedAt when it was posted, or null when it is not known
   * @param link where it can be read, or null
   */
  public record Source(
      int number, String messageId, String author, Instant postedAt, String link) {}

  /** The sources of a digest, with links where they have some. */
  public static DigestSources of(DigestRecord digest, LinkPattern links) {
    return new DigestSources(digest, links);
  }

  /** All of them, by number. */
  public List<Source> cited() {
    return cited;
  }

  /** Whether the numbers are the digest's own and not the ids. */
  boolean areCounted() {
    return counted;
  }

  /** One of them, if the digest cites it. */
  Optional<Source> find(String messageId) {
    return Optional.ofNullable(byId.get(messageId));
  }

  private static Set<String> citedIds(DigestRecord digest) {
    Set<String> ids = new LinkedHashSet<>();
    digest.topics().topics().forEach(topic -> add(ids, topic));
    Synthesis synthesis = digest.synthesis();
    if (synthesis != null) {
      List<Claim> claims = new ArrayList<>(synthesis.keyPoints());
      claims.addAll(synthesis.decisions());
      claims.addAll(synthesis.openQuestions());
      if (synthesis.headline() != null) {
        claims.add(synthesis.headline());
      }
      claims.forEach(claim -> addAll(ids, claim.messageIds()));
      synthesis.actions().forEach(action -> addAll(ids, action.messageIds()));
      synthesis.participants().forEach(one -> addAll(ids, one.messageIds()));
    }
    digest.roles().participants().stream()
        .map(Roles.Participant::messageIds)
        .forEach(own -> addAll(ids, own));
    digest.mediaHighlights().stream().map(MediaHighlight::messageId).forEach(ids::add);
    return ids;
  }

  private static void add(Set<String> ids, Topic topic) {
    addAll(ids, topic.summaryMessageIds());
    addAll(ids, topic.decisionMessageIds());
    topic.actions().stream().map(ActionItem::messageIds).forEach(own -> addAll(ids, own));
  }

  private static void addAll(Set<String> ids, Collection<String> some) {
    if (some != null) {
      ids.addAll(some);
    }
  }
}
