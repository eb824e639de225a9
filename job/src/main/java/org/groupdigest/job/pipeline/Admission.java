package org.groupdigest.job.pipeline;

import java.util.List;
import org.groupdigest.job.model.DigestStatus;
import org.groupdigest.job.model.TenantPolicy.DeliveryTarget;
import org.groupdigest.job.model.TenantQuotas;

/**
 * What was decided about a window before any stage ran, by the policy of that moment.
 *
 * @param language ISO 639-1 code of the digest
 * @param scopes what the digest may be used for
 * @param delivery channels and addresses
 * @param qualityThreshold least acceptable weakest score
 * @param deliverDegraded whether a fallback digest goes out
 * @param ended status when no stage will run (skipped, switched off), else null
 * @param predecessorId window whose digest this one is compared with, or null
 * @param quotas what the tenant has of its own, or null
 */
public record Admission(
    String language,
    List<String> scopes,
    List<DeliveryTarget> delivery,
    double qualityThreshold,
    boolean deliverDegraded,
    DigestStatus ended,
    String predecessorId,
    TenantQuotas quotas) {}
