package org.groupdigest.job.persist;

import java.util.List;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.groupdigest.job.model.GroupKey;
import org.groupdigest.job.model.Stage;

/** The way back from keys in Redis to what they stand for. */
public final class ArtifactKeys {
  private static final int PARTS = 5;
  private static final Pattern ESCAPE = Pattern.compile("%(?:u([0-9A-F]{4})|([0-9A-F]{2}))");
  private static final Pattern GLOB = Pattern.compile("[*?\\[\\]\\\\^]");

  private ArtifactKeys() {}

  /**
   * The glob pattern of a tenant's keys, and of no other's: what an id has of {@code *}, {@code ?},
   * {@code [}, {@code ]}, {@code ^} and backslashes stands for itself.
   */
  public static String pattern(String tenantId) {
    return GLOB.matcher(RedisKeys.of("digest", tenantId)).replaceAll("\\\\$0") + ":*";
  }

  /** The artifact of a key; empty for a key that {@link ArtifactKey#redisKey} does not make. */
  public static Optional<ArtifactKey> parse(String redisKey) {
    List<String> parts = Stream.of(redisKey.split(":", -1)).map(ArtifactKeys::unescaped).toList();
    if (parts.size() != PARTS) {
      return Optional.empty();
    }
    // Other ways to write the same ids are keys of somebody else.
    return stage(parts.get(4))
        .map(s -> new ArtifactKey(new GroupKey(parts.get(1), parts.get(2)), parts.get(3), s))
        .filter(key -> key.redisKey().equals(redisKey));
  }

  private static Optional<Stage> stage(String name) {
    return Stream.of(Stage.values()).filter(stage -> stage.wireName().equals(name)).findFirst();
  }

  private static String unescaped(String part) {
    return ESCAPE.matcher(part).replaceAll(found -> Matcher.quoteReplacement(character(found)));
  }

  private static String character(MatchResult escape) {
    String digits = escape.group(1) == null ? escape.group(2) : escape.group(1);
    return Character.toString((char) Integer.parseInt(digits, 16));
  }
}
