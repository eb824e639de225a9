package org.groupdigest.udfs.pii;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import org.groupdigest.udfs.pii.scan.Find;
import org.groupdigest.udfs.pii.scan.FoldedText;
import org.groupdigest.udfs.pii.scan.PhoneRegions;
import org.groupdigest.udfs.pii.scan.PiiKind;

/**
 * Finds personal and secret data in chat text and puts placeholders in its place, for example
 * {@code [phone:7f3a09c1]}: the kind and a keyed pseudonym of the value. One number written in two
 * ways has one pseudonym inside a tenant, and another one in any other tenant.
 *
 * <pre>{@code
 * PiiMasker masker = PiiMasker.withKey(key);
 * masker.mask("acme", "call +7 916 123-45-67").text(); // call [phone:7f3a09c1]
 * }</pre>
 *
 * Masking takes time linear in the text, never throws, may be called from many threads, and is
 * idempotent: a masked text comes back unchanged, as the same instance.
 */
public final class PiiMasker {

  // A find may free what stands beside it (the rest of a list, say). Each round hides what the one
  // before has found; texts of people need one or two, the limit bounds the cost of hostile ones.
  private static final int MAX_ROUNDS = 8;

  private final Pseudonyms pseudonyms;

  private PiiMasker(byte[] key) {
    pseudonyms = new Pseudonyms(key);
  }

  /**
   * A masker whose pseudonyms are made with a secret key.
   *
   * @param key at least 16 bytes
   * @throws IllegalArgumentException when the key is missing or shorter
   */
  public static PiiMasker withKey(byte[] key) {
    return new PiiMasker(key);
  }

  /**
   * Replaces every find by its placeholder.
   *
   * @param tenantId the tenant inside which equal values stay linkable
   * @param text any text; null stays null
   */
  public MaskedText mask(String tenantId, String text) {
    return mask(tenantId, text, PhoneRegions::none);
  }

  /**
   * The same in a chat of which something is known.
   *
   * @param tenantId the tenant inside which equal values stay linkable
   * @param text any text; null stays null
   * @param regions countries whose national phone numbers may occur; asked for only where a number
   *     depends on them
   */
  public MaskedText mask(String tenantId, String text, Supplier<PhoneRegions> regions) {
    List<Located> found = search(text, regions);
    if (found.isEmpty()) {
      return MaskedText.unchanged(text);
    }
    StringBuilder masked = new StringBuilder(text.length());
    int from = 0;
    for (Located located : found) {
      masked.append(text, from, located.stretch().start());
      masked.append(placeholder(tenantId, located.find()));
      from = located.stretch().end();
    }
    masked.append(text, from, text.length());
    return new MaskedText(masked.toString(), spans(text, found));
  }

  /** Where a text holds personal or secret data, in order; empty for null. */
  public List<PiiSpan> find(String text) {
    return find(text, PhoneRegions.none());
  }

  /** The same in a chat of which something is known. */
  public List<PiiSpan> find(String text, PhoneRegions regions) {
    return spans(text, search(text, () -> regions));
  }

  /**
   * The pseudonym of a value: 8 hex digits that depend on the key, the tenant, the kind and the
   * value.
   *
   * @param canonicalValue the value in its canonical spelling: E.164 for phones, lower case for
   *     e-mails, digits alone for numbers
   */
  public String pseudonym(String tenantId, PiiKind kind, String canonicalValue) {
    return pseudonyms.of(tenantId, kind.wireName(), canonicalValue);
  }

  /**
   * What stands for a participant in tenants whose policy turns pseudonyms on: {@code
   * [user:7f3a09c1]}. A leading at sign and capitals make no difference.
   *
   * @param userName a user name or any other stable id of a person
   */
  public String userPlaceholder(String tenantId, String userName) {
    String plain = userName.startsWith("@") ? userName.substring(1) : userName;
    String canonical = Normalizer.normalize(plain, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
    return Placeholders.of(
        Placeholders.USER, pseudonyms.of(tenantId, Placeholders.USER, canonical));
  }

  private String placeholder(String tenantId, Find find) {
    return Placeholders.of(
        find.kind().wireName(), pseudonym(tenantId, find.kind(), find.canonical()));
  }

  private static List<Located> search(String text, Supplier<PhoneRegions> regions) {
    if (text == null || !TriggerScan.mayHoldPii(text)) {
      return List.of();
    }
    List<FoldedText.Stretch> hidden = Placeholders.in(text);
    List<Located> found = new ArrayList<>();
    for (int round = 0; round < MAX_ROUNDS; round++) {
      FoldedText folded = FoldedText.of(text, hidden);
      List<Find> finds = Detectors.run(folded, regions);
      if (finds.isEmpty()) {
        break;
      }
      for (Find find : finds) {
        FoldedText.Stretch stretch = folded.originOf(find.start(), find.end());
        found.add(new Located(find, stretch));
        hidden.add(stretch);
      }
      hidden.sort(Comparator.comparingInt(FoldedText.Stretch::start));
    }
    found.sort(Comparator.comparingInt(located -> located.stretch().start()));
    return found;
  }

  private static List<PiiSpan> spans(String text, List<Located> found) {
    List<PiiSpan> spans = new ArrayList<>(found.size());
    int unit = 0;
    int codePoint = 0;
    for (Located located : found) {
      FoldedText.Stretch stretch = located.stretch();
      int start = codePoint + text.codePointCount(unit, stretch.start());
      int end = start + text.codePointCount(stretch.start(), stretch.end());
      spans.add(new PiiSpan(located.find().kind(), start, end));
      unit = stretch.end();
      codePoint = end;
    }
    return spans;
  }

  /** A find and where it stands in the original, in UTF-16 units. */
  private record Located(Find find, FoldedText.Stretch stretch) {}
}
