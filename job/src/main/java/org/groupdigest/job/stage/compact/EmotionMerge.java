package org.groupdigest.job.stage.compact;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.ToDoubleFunction;
import org.groupdigest.job.model.EmotionProfile;

/**
 * One profile out of those of chunks: measures are means weighted by messages, the tone is that of
 * most messages, neutral when two lead.
 */
final class EmotionMerge {

  private static final int MAX_NOTES = 5;
  private static final String UNDECIDED = "neutral";

  private final List<ChunkPart> parts;

  private EmotionMerge(List<ChunkPart> parts) {
    this.parts = parts;
  }

  /** The profile of all chunks, at least one. */
  static EmotionProfile of(List<ChunkPart> parts) {
    EmotionMerge merge = new EmotionMerge(parts);
    return new EmotionProfile(
        merge.tone(),
        merge.mean(EmotionProfile::intensity),
        merge.mean(EmotionProfile::conflict),
        merge.mean(EmotionProfile::collaboration),
        merge.mean(EmotionProfile::stress),
        merge.mean(EmotionProfile::enthusiasm),
        merge.notes());
  }

  private static EmotionProfile profile(ChunkPart part) {
    return part.payload(EmotionProfile.class);
  }

  private String tone() {
    Map<String, Integer> votes = new TreeMap<>();
    parts.forEach(part -> votes.merge(profile(part).tone(), part.messages(), Integer::sum));
    int most = votes.values().stream().mapToInt(Integer::intValue).max().orElse(0);
    List<String> leading = votes.keySet().stream().filter(tone -> votes.get(tone) == most).toList();
    return leading.size() == 1 ? leading.get(0) : UNDECIDED;
  }

  private double mean(ToDoubleFunction<EmotionProfile> measure) {
    double sum = 0;
    int messages = 0;
    for (ChunkPart part : parts) {
      sum += measure.applyAsDouble(profile(part)) * part.messages();
      messages += part.messages();
    }
    return Shares.rounded(sum / messages);
  }

  private List<String> notes() {
    return parts.stream()
        .flatMap(part -> profile(part).notes().stream())
        .distinct()
        .limit(MAX_NOTES)
        .toList();
  }
}
