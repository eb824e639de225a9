package org.groupdigest.job.context.people;

import java.text.Normalizer;
import java.util.Locale;
import org.groupdigest.job.model.Message;
import org.groupdigest.job.model.text.ShortName;

/**
 * One sender of a window under the newest of their names.
 *
 * @param senderId stable id
 * @param username user name without {@code @}, or null
 * @param displayName display name, or null
 * @param name the better of the two as it can be shown, empty for somebody without any
 */
record Person(String senderId, String username, String displayName, String name) {

  /** The sender of a message, under the names that it bears. */
  static Person of(Message message) {
    String username = ShortName.of(message.senderUsername());
    String shown = withoutAt(username.isEmpty() ? ShortName.of(message.senderName()) : username);
    return new Person(message.senderId(), message.senderUsername(), message.senderName(), shown);
  }

  /** The same person called otherwise. */
  Person called(String other) {
    return new Person(senderId, username, displayName, other);
  }

  boolean isNameless() {
    return name.isEmpty();
  }

  /** Whether the name is their user name, letter by letter. */
  boolean hasUserName() {
    return name.equals(username);
  }

  /** What makes two names look alike: case, width and style of letters do not count. */
  static String likeness(String name) {
    return Normalizer.normalize(name, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
  }

  /** A display name that begins with an at-sign would pass for somebody's user name. */
  private static String withoutAt(String name) {
    return name.replaceFirst("^[@＠﹫\\s]+", "");
  }
}
