package org.groupdigest.udfs.pii.phone;

/** Lists of four digits each that are no phone: times ("0600 1400 2200") and rights of files. */
final class ClockTimes {

  private static final int DIGITS = 4;
  private static final int HOURS = 24;
  private static final int MINUTES = 60;

  private ClockTimes() {}

  /** Whether all groups are times of day, or all are octal numbers as {@code chmod} takes them. */
  static boolean are(PhoneWindow window) {
    boolean times = true;
    boolean octal = true;
    for (int i = window.first(); i < window.first() + window.count(); i++) {
      String group = window.scanned().digits().digits(i, 1);
      boolean four = group.length() == DIGITS;
      times &= four && isTime(Integer.parseInt(group));
      octal &= four && group.charAt(0) == '0' && group.indexOf('8') < 0 && group.indexOf('9') < 0;
    }
    return times || octal;
  }

  private static boolean isTime(int group) {
    return group / 100 < HOURS && group % 100 < MINUTES;
  }
}
