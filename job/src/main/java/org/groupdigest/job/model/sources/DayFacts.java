package org.groupdigest.job.model.sources;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.MonthDay;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.groupdigest.job.model.Message;
import org.groupdigest.udfs.text.DateMentions;
import org.groupdigest.udfs.text.Weekdays;

/**
 * Whether the days that a claim names without a date stand in its sources: weekdays, "tomorrow" and
 * "the day after tomorrow". A source may name the same day in another way, counted from its
 * posting: on a Monday "tomorrow", "Tuesday" and the date of the next day are one. Where sources
 * name no day, the days on which they were posted stand.
 */
final class DayFacts {

  private final ZoneId zone;

  DayFacts(ZoneId zone) {
    this.zone = zone;
  }

  boolean stand(String claim, List<Message> cited) {
    Set<DayOfWeek> weekdays = Weekdays.in(claim);
    Set<Integer> ahead = Weekdays.daysAheadIn(claim);
    if (weekdays.isEmpty() && ahead.isEmpty()) {
      return true;
    }
    Set<DayOfWeek> known = known(cited);
    return known.containsAll(weekdays)
        && ahead.stream().allMatch(days -> cited.stream().anyMatch(one -> names(one, days)));
  }

  private Set<DayOfWeek> known(List<Message> cited) {
    Set<DayOfWeek> named = EnumSet.noneOf(DayOfWeek.class);
    Set<DayOfWeek> posted = EnumSet.noneOf(DayOfWeek.class);
    for (Message message : cited) {
      named.addAll(weekdays(message));
      posted.add(day(message).getDayOfWeek());
    }
    return named.isEmpty() ? posted : named;
  }

  private boolean names(Message message, int daysAhead) {
    return Weekdays.daysAheadIn(message.readableText()).contains(daysAhead)
        || weekdays(message).contains(day(message).plusDays(daysAhead).getDayOfWeek());
  }

  private Set<DayOfWeek> weekdays(Message message) {
    String text = message.readableText();
    LocalDate posted = day(message);
    Set<DayOfWeek> days = Weekdays.perhapsIn(text);
    Weekdays.daysAheadIn(text).forEach(ahead -> days.add(posted.plusDays(ahead).getDayOfWeek()));
    DateMentions.in(text).forEach(date -> days.add(next(date, posted).getDayOfWeek()));
    return days;
  }

  /** The date in the year of the posting, or in the next one if it was over long ago. */
  private static LocalDate next(MonthDay date, LocalDate posted) {
    LocalDate same = date.atYear(posted.getYear());
    return same.isBefore(posted.minusMonths(6)) ? date.atYear(posted.getYear() + 1) : same;
  }

  private LocalDate day(Message message) {
    return message.postedAt().atZone(zone).toLocalDate();
  }
}
