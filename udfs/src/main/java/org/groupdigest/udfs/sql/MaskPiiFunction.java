package org.groupdigest.udfs.sql;

import org.apache.flink.table.functions.FunctionContext;
import org.apache.flink.table.functions.ScalarFunction;
import org.groupdigest.udfs.pii.PiiKeys;
import org.groupdigest.udfs.pii.PiiMasker;

/**
 * {@code MASK_PII(text [, tenant])}: the text with placeholders for personal and secret data; NULL
 * for NULL. The key of the pseudonyms comes from the job parameter {@value #KEY_PARAMETER}, or else
 * from the environment variable {@code DIGEST_PII_KEY} of the task managers. Without a key the
 * query fails: pseudonyms that anybody can make would look safe and not be.
 *
 * <pre>{@code
 * CREATE FUNCTION MASK_PII AS 'org.groupdigest.udfs.sql.MaskPiiFunction';
 * SELECT MASK_PII(headline, tenant_id) FROM digests;
 * }</pre>
 */
public class MaskPiiFunction extends ScalarFunction {

  /** The job parameter with the key, in the form that {@link PiiKeys#parse} reads. */
  public static final String KEY_PARAMETER = "digest.pii.key";

  /** The tenant of texts that are given without one. */
  public static final String DEFAULT_TENANT = "default";

  private static final long serialVersionUID = 1L;

  private transient PiiMasker masker;

  @Override
  public void open(FunctionContext context) {
    String key = context.getJobParameter(KEY_PARAMETER, System.getenv(PiiKeys.VARIABLE));
    if (key == null) {
      throw new IllegalStateException(
          "MASK_PII has no key: set the job parameter "
              + KEY_PARAMETER
              + " or the environment variable "
              + PiiKeys.VARIABLE);
    }
    masker = PiiMasker.withKey(PiiKeys.parse(key));
  }

  /** Masks with the pseudonyms of the default tenant. */
  public String eval(String text) {
    return eval(text, DEFAULT_TENANT);
  }

  /** Masks with the pseudonyms of a tenant; a NULL tenant is the default one. */
  public String eval(String text, String tenant) {
    return masker.mask(tenant == null ? DEFAULT_TENANT : tenant, text).text();
  }
}
