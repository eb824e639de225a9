package org.groupdigest.job.delivery;

import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.groupdigest.job.quality.QualityGate;

/**
 * What the delivery decision depends on.
 *
 * @param enabled whether the tenant and group have digests switched on
 * @param requiredScopes scopes that delivery needs ({@code DIGEST_DELIVERY_SCOPE})
 * @param windowScopes scopes that the window's digest may be used for
 * @param withinQuota whether the tenant has quota left
 * @param synthesis who wrote the digest
 * @param deliverDegraded whether the tenant wants a digest of the built-in engine when the
 *     configured model failed
 * @param quality what the quality gate said
 */
public record DeliveryInputs(
    boolean enabled,
    Set<String> requiredScopes,
    List<String> windowScopes,
    boolean withinQuota,
    SynthesisSource synthesis,
    boolean deliverDegraded,
    QualityGate.Verdict quality) {

  /** Where the digest's text comes from. */
  public enum SynthesisSource {
    /** The engine that is configured for it, be that a model or the built-in engine. */
    CONFIGURED,
    /** The built-in engine, because the configured model could not do it. */
    COMPENSATED,
    /** Nobody: there is no text. */
    NONE
  }

  /** Scopes out of a comma-separated setting, in order, blanks dropped. */
  public static Set<String> scopes(String setting) {
    Set<String> scopes = new LinkedHashSet<>();
    if (setting != null) {
      Arrays.stream(setting.split(",")).map(String::strip).forEach(scopes::add);
    }
    scopes.remove("");
    return scopes;
  }
}
