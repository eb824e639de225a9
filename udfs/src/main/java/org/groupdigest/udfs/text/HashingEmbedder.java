package org.groupdigest.udfs.text;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.groupdigest.udfs.language.LanguageAnalyzer;
import org.groupdigest.udfs.language.Term;

/**
 * Vectors of texts without a model: texts about the same things in the same or inflected words lie
 * near each other, whatever their order. What is meant but not said in common words is not seen;
 * that takes a model. Deterministic, offline, immutable and safe to share between threads.
 *
 * <p>Features are the stems of words that carry content, and all runs of three characters inside a
 * stem and its edges, which together weigh {@value #PIECES} of their word: so misspelt and derived
 * words still meet. A feature that occurs n times counts 1 + ln n. Features are hashed to a place
 * and a sign, so that collisions cancel out on average (the hashing trick: Weinberger, Dasgupta,
 * Langford, Smola, Attenberg, "Feature Hashing for Large Scale Multitask Learning", ICML 2009), and
 * the sum is scaled to length 1. The dot product of two vectors is their cosine.
 */
public final class HashingEmbedder {

  /** Share of a word's weight that its pieces have, beside the word itself. */
  private static final double PIECES = 0.6;

  private static final int PIECE = 3;
  private static final long FNV_OFFSET = 0xcbf29ce484222325L;
  private static final long FNV_PRIME = 0x100000001b3L;

  private final int size;
  private final LanguageAnalyzer analyzer = LanguageAnalyzer.of("en");

  /**
   * @param size numbers of a vector, at least 1; a few hundred keep collisions rare for texts of
   *     some sentences
   */
  public HashingEmbedder(int size) {
    if (size < 1) {
      throw new IllegalArgumentException("a vector has at least one number");
    }
    this.size = size;
  }

  /**
   * The vector of a text, of length 1.
   *
   * @return empty for a text without words, null included, and never a vector of zeros
   */
  public Optional<float[]> embed(String text) {
    double[] sum = new double[size];
    features(text).forEach((feature, weight) -> add(sum, feature, weight));
    double length = length(sum);
    return length > 0 ? Optional.of(scaled(sum, length)) : Optional.empty();
  }

  /** Weight by feature. */
  private Map<String, Double> features(String text) {
    Map<String, Integer> counts = new HashMap<>();
    stems(text).forEach(stem -> counts.merge(stem, 1, Integer::sum));
    Map<String, Double> features = new HashMap<>();
    counts.forEach((stem, count) -> addWord(features, stem, 1 + Math.log(count)));
    return features;
  }

  /** Of a text that is made of stop words alone, those. */
  private List<String> stems(String text) {
    List<Term> terms = analyzer.terms(text);
    List<String> content = terms.stream().filter(t -> !t.stop()).map(Term::stem).toList();
    return content.isEmpty() ? terms.stream().map(Term::stem).toList() : content;
  }

  private static void addWord(Map<String, Double> features, String stem, double weight) {
    features.merge("w " + stem, weight, Double::sum);
    int[] points = (" " + stem + " ").codePoints().toArray();
    int pieces = points.length - PIECE + 1;
    for (int at = 0; at < pieces; at++) {
      features.merge(
          "c" + new String(points, at, PIECE), PIECES * weight / Math.sqrt(pieces), Double::sum);
    }
  }

  private void add(double[] sum, String feature, double weight) {
    long hash = hash(feature);
    int place = (int) Long.remainderUnsigned(hash >>> 1, size);
    sum[place] += (hash & 1) == 0 ? weight : -weight;
  }

  /**
   * FNV-1a over UTF-8, mixed as at the end of MurmurHash3, since FNV's low bits alone are poor.
   * Fixed: vectors that are stored must be comparable with those of later versions.
   */
  private static long hash(String feature) {
    long hash = FNV_OFFSET;
    for (byte unit : feature.getBytes(StandardCharsets.UTF_8)) {
      hash = (hash ^ (unit & 0xff)) * FNV_PRIME;
    }
    hash = (hash ^ (hash >>> 33)) * 0xff51afd7ed558ccdL;
    hash = (hash ^ (hash >>> 33)) * 0xc4ceb9fe1a85ec53L;
    return hash ^ (hash >>> 33);
  }

  private static double length(double[] vector) {
    double sum = 0;
    for (double number : vector) {
      sum += number * number;
    }
    return Math.sqrt(sum);
  }

  private static float[] scaled(double[] vector, double length) {
    float[] scaled = new float[vector.length];
    for (int i = 0; i < vector.length; i++) {
      scaled[i] = (float) (vector[i] / length);
    }
    return scaled;
  }
}
