package org.groupdigest.job.ingest.file.whatsapp;

import java.util.regex.Pattern;
import org.groupdigest.job.ingest.file.chatlog.DirectionMarks;
import org.groupdigest.job.ingest.file.record.MessagePayload;

/**
 * Person as WhatsApp names them: a contact, a phone number, or a name of their own choice behind a
 * tilde, who is not the contact of that name.
 */
record WhatsAppSender(String id, String name) {

  private static final Pattern PHONE = Pattern.compile("\\+[\\d\\s()\\-.\u2011]{6,30}");

  static WhatsAppSender of(String written) {
    String name =
        DirectionMarks.removed(written).replace('\u00A0', ' ').replace('\u202F', ' ').strip();
    if (PHONE.matcher(name).matches()) {
      return new WhatsAppSender("+" + name.replaceAll("\\D", ""), name);
    }
    if (!name.startsWith("~")) {
      return new WhatsAppSender("name:" + name, name);
    }
    String own = name.substring(1).strip();
    return new WhatsAppSender("name:~" + own, own);
  }

  void into(MessagePayload message) {
    message.sender(id, name);
  }
}
