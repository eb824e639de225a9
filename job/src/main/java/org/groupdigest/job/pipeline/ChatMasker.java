package org.groupdigest.job.pipeline;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.groupdigest.job.ingest.TextMasker;
import org.groupdigest.job.model.GroupKey;
import org.groupdigest.udfs.pii.PiiMasker;
import org.groupdigest.udfs.pii.phone.RegionEvidence;

/**
 * Masks the texts of chats with what is known of each: the countries that the tenant has named, and
 * those that the numbers and the language of the chat's texts so far speak for. What was learned is
 * kept in memory for the {@value #MAX_CHATS} chats that were last seen and is gone after a restart,
 * since it only decides on numbers that nothing in their own message tells to be phones.
 */
final class ChatMasker implements TextMasker {

  private static final int MAX_CHATS = 10_000;

  private final PiiMasker masker;
  private final Function<String, List<String>> regionsOfTenant;
  private final Map<GroupKey, RegionEvidence> chats =
      new LinkedHashMap<>(64, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<GroupKey, RegionEvidence> eldest) {
          return size() > MAX_CHATS;
        }
      };

  /**
   * @param masker finds and replaces
   * @param regionsOfTenant countries that hold for all chats of a tenant
   */
  ChatMasker(PiiMasker masker, Function<String, List<String>> regionsOfTenant) {
    this.masker = masker;
    this.regionsOfTenant = regionsOfTenant;
  }

  @Override
  public String mask(String tenantId, String text) {
    return masker.mask(tenantId, text).text();
  }

  @Override
  public TextMasker forChat(String tenantId, String groupId) {
    RegionEvidence evidence;
    synchronized (chats) {
      evidence =
          chats.computeIfAbsent(new GroupKey(tenantId, groupId), key -> new RegionEvidence());
    }
    return (tenant, text) -> masked(evidence, tenant, text);
  }

  private String masked(RegionEvidence evidence, String tenant, String text) {
    synchronized (evidence) {
      evidence.learn(text);
      return masker
          .mask(tenant, text, () -> evidence.regions(regionsOfTenant.apply(tenant)))
          .text();
    }
  }
}
