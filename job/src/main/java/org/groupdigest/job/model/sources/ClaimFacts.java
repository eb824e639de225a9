package org.groupdigest.job.model.sources;

import java.time.LocalDate;
import java.time.MonthDay;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.groupdigest.job.model.Message;
import org.groupdigest.udfs.text.DateMentions;
import org.groupdigest.udfs.text.NumberMentions;
import org.groupdigest.udfs.text.NumberMentions.Counted;

/**
 * Whether the numbers and dates of a claim stand in its sources. A number also stands when it
 * counts the sources: messages cited, their authors, their repeats, their reactions. A percentage
 * must be one there. A number in words must not contradict what the sources count of the same. A
 * date also stands when a source was posted on it, or names a day by distance or weekday and the
 * date lies in the 8 days from its posting. For days without a date see {@link DayFacts}.
 */
public final class ClaimFacts {

  private static final int RELATIVE_DAYS = 8;

  private static final int STEM = 4;

  private final WindowMessages window;
  private final DayFacts weekdays;

  /** Checks claims about this window. */
  public ClaimFacts(WindowMessages window) {
    this.window = window;
    this.weekdays = new DayFacts(window.zone());
  }

  /** Whether every number and date of the claim stands in the cited messages. */
  public boolean stand(String claim, List<Message> cited) {
    return figuresStand(claim, cited)
        && percentagesStand(claim, cited)
        && countsAgree(claim, cited)
        && weekdays.stand(claim, cited);
  }

  private static boolean percentagesStand(String claim, List<Message> cited) {
    Set<String> claimed = NumberMentions.percentagesIn(claim);
    if (claimed.isEmpty()) {
      return true;
    }
    Set<String> known = new HashSet<>();
    cited.forEach(one -> known.addAll(NumberMentions.percentagesIn(one.readableText())));
    return known.containsAll(claimed);
  }

  /** Whether no count in words differs from every count of the same thing in the sources. */
  private static boolean countsAgree(String claim, List<Message> cited) {
    List<Counted> claimed = NumberMentions.countedInWords(claim);
    if (claimed.isEmpty()) {
      return true;
    }
    List<Counted> known = new ArrayList<>();
    cited.forEach(one -> known.addAll(NumberMentions.countedIn(one.readableText())));
    return claimed.stream().allMatch(count -> agrees(count, known));
  }

  private static boolean agrees(Counted count, List<Counted> known) {
    List<Counted> same = known.stream().filter(k -> isSame(k.word(), count.word())).toList();
    return same.isEmpty() || same.stream().anyMatch(k -> k.value().equals(count.value()));
  }

  private static boolean isSame(String word, String other) {
    int length = Math.min(STEM, Math.min(word.length(), other.length()));
    return length == STEM ? word.startsWith(other.substring(0, STEM)) : word.equals(other);
  }

  private boolean figuresStand(String claim, List<Message> cited) {
    if (NumberMentions.in(claim).isEmpty()) {
      return true;
    }
    Set<MonthDay> days = days(cited);
    Set<MonthDay> named = DateMentions.inWords(claim);
    if (!days.containsAll(named)) {
      return false;
    }
    Set<String> numbers = numbers(cited);
    named.forEach(day -> numbers.add(Integer.toString(day.getDayOfMonth())));
    return NumberMentions.in(claim).stream()
        .allMatch(number -> NumberMentions.isAmong(number, numbers) || isDay(number, days));
  }

  private static boolean isDay(String number, Set<MonthDay> days) {
    return DateMentions.in(number).stream().anyMatch(days::contains);
  }

  private Set<String> numbers(List<Message> cited) {
    Set<String> numbers = new HashSet<>();
    Set<String> authors = new HashSet<>();
    int repeats = 0;
    int reactions = 0;
    for (Message message : cited) {
      numbers.addAll(NumberMentions.formsIn(message.readableText()));
      message.reactions().values().forEach(count -> numbers.add(count.toString()));
      window.authorsOf(message).forEach(author -> numbers.addAll(NumberMentions.formsIn(author)));
      authors.addAll(window.authorsOf(message));
      numbers.add(Integer.toString(message.postedAt().atZone(window.zone()).getYear()));
      repeats += window.repeatsOf(message);
      reactions += message.reactionCount();
    }
    for (int count : new int[] {cited.size(), cited.size() + repeats, authors.size(), reactions}) {
      numbers.add(Integer.toString(count));
    }
    return numbers;
  }

  private Set<MonthDay> days(List<Message> cited) {
    Set<MonthDay> days = new HashSet<>();
    for (Message message : cited) {
      String text = message.readableText();
      days.addAll(DateMentions.in(text));
      LocalDate posted = message.postedAt().atZone(window.zone()).toLocalDate();
      int reach = DateMentions.hasRelativeDay(text) ? RELATIVE_DAYS : 0;
      for (int ahead = 0; ahead <= reach; ahead++) {
        days.add(MonthDay.from(posted.plusDays(ahead)));
      }
    }
    return days;
  }
}
