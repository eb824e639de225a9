package org.groupdigest.job.ingest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Ids of messages, groups and topics without the phone numbers that some messengers build them of
 * ({@code false_79161234567@c.us_3EB0}, {@code 79161234567-1400000000@g.us}). The rest of an id
 * stays, and one number always gives one pseudonym, so that ids stay unique and replies and
 * requests still find what they name.
 */
final class PersonalIds {

  /** Hosts of addresses that are phone numbers. */
  private static final String HOSTS = "@(?:c\\.us|g\\.us|s\\.whatsapp\\.net|lid|broadcast|signal)";

  private static final Pattern NUMBER_IN_ID =
      Pattern.compile(
          "(?<![0-9]|[0-9]-)\\+?([0-9]{7,15})(?=(?:-[0-9]{8,12})?(?:[:_.][0-9]{1,3})?"
              + HOSTS
              + ")");
  private static final Pattern SENDER =
      Pattern.compile("\\+?([0-9]{7,15})(?:[:_.][0-9]{1,3})?" + HOSTS);
  private static final Pattern INTERNATIONAL = Pattern.compile("\\+[0-9][0-9 ().-]{6,24}");
  private static final List<String> RECORD_IDS = List.of("group_id");
  private static final List<String> PAYLOAD_IDS =
      List.of("message_id", "reply_to_message_id", "topic_id", "since_message_id");

  private PersonalIds() {}

  /** Replaces the ids of a record in place. */
  static void mask(JsonNode record, TextMasker masker) {
    if (!(record instanceof ObjectNode object)) {
      return;
    }
    String tenant = record.path("tenant_id").asText();
    RECORD_IDS.forEach(field -> replace(object, field, tenant, masker));
    if (!(object.get("payload") instanceof ObjectNode payload)) {
      return;
    }
    PAYLOAD_IDS.forEach(field -> replace(payload, field, tenant, masker));
    if (payload.get("message_ids") instanceof ArrayNode ids) {
      for (int i = 0; i < ids.size(); i++) {
        ids.set(i, ids.get(i).isTextual() ? id(ids.get(i).textValue(), tenant, masker) : null);
      }
    }
    payload
        .path("groups")
        .forEach(
            group -> {
              if (group instanceof ObjectNode override) {
                replace(override, "group_id", tenant, masker);
              }
            });
  }

  private static void replace(ObjectNode node, String field, String tenant, TextMasker masker) {
    String id = node.path(field).textValue();
    if (id != null && mayBePersonal(id)) {
      node.put(field, id(id, tenant, masker));
    }
  }

  private static boolean mayBePersonal(String id) {
    return id.indexOf('@') > 0 || id.startsWith("+");
  }

  /** The id of a message, group or topic as it is kept. */
  static String id(String id, String tenant, TextMasker masker) {
    if (INTERNATIONAL.matcher(id).matches()) {
      return phone(digits(id), tenant, masker);
    }
    Matcher matcher = NUMBER_IN_ID.matcher(id);
    return matcher.replaceAll(
        found -> Matcher.quoteReplacement(phone(found.group(1), tenant, masker)));
  }

  /** The id of a sender as it is kept, or null when it is no phone number. */
  static String sender(String id, String tenant, TextMasker masker) {
    Matcher address = SENDER.matcher(id);
    if (address.matches()) {
      return phone(address.group(1), tenant, masker);
    }
    if (INTERNATIONAL.matcher(id).matches()) {
      return phone(digits(id), tenant, masker);
    }
    return null;
  }

  private static String digits(String id) {
    return id.replaceAll("[^0-9]", "");
  }

  /** The pseudonym that the number has in texts; one that no plan knows gets one as an address. */
  private static String phone(String digits, String tenant, TextMasker masker) {
    String number = "+" + digits;
    String masked = masker.mask(tenant, number);
    boolean known = masked.length() > 0 && !masked.contains(digits) && masked.indexOf('+') < 0;
    return known ? masked : masker.mask(tenant, digits + "@s.whatsapp.net");
  }
}
