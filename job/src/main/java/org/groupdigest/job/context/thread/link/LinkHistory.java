package org.groupdigest.job.context.thread.link;

import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * The links of a stream up to a position and the conversations they make. A message is linked once,
 * in time order, and only to an earlier one, so no cycle can arise.
 */
public final class LinkHistory {

  private final MessageStream stream;
  private final int[] parent;
  private final boolean[] known;
  private final int[] talk;
  private final int[] previousOfTalk;
  private final int[] answers;
  private final int[] talkSize;
  private final int[] talkRank;
  private final int[] lastOfTalk;
  private final int[] lastOfAuthor;
  private final int[] partner;
  private final int[] knownPartner;
  private final int[] addressee;
  private final int[] lastNaming;
  private final Set<Long> members = new HashSet<>();
  private final Map<Long, Integer> talked = new HashMap<>();
  private final Set<Long> answerers = new HashSet<>();

  /** Starts without links. */
  public LinkHistory(MessageStream stream) {
    this.stream = stream;
    int n = stream.size();
    parent = filled(n);
    known = new boolean[n];
    talk = filled(n);
    previousOfTalk = filled(n);
    answers = new int[n];
    talkSize = new int[n];
    talkRank = new int[n];
    lastOfTalk = filled(n);
    lastOfAuthor = filled(stream.participants());
    partner = filled(stream.participants());
    knownPartner = filled(stream.participants());
    addressee = filled(stream.participants());
    lastNaming = filled(stream.participants());
  }

  /**
   * Links the next message.
   *
   * @param position the message
   * @param to its parent, an earlier position, or {@link MessageStream#NONE}
   * @param byReply whether a reply link says so
   */
  public void link(int position, int to, boolean byReply) {
    if (to >= position) {
      throw new IllegalArgumentException("parent " + to + " is not before " + position);
    }
    Utterance message = stream.at(position);
    parent[position] = to;
    known[position] = byReply;
    talk[position] = to < 0 ? position : talk[to];
    previousOfTalk[position] = lastOfTalk[talk[position]];
    lastOfTalk[talk[position]] = position;
    talkRank[position] = talkSize[talk[position]]++;
    members.add(pair(talk[position], message.author));
    lastOfAuthor[message.author] = position;
    noteAddressees(position, message);
    if (to >= 0) {
      noteAnswer(to, message, byReply);
    }
  }

  private void noteAddressees(int position, Utterance message) {
    if (message.addressed.length > 0) {
      addressee[message.author] = message.addressed[0];
    }
    for (int name : message.named) {
      lastNaming[name] = position;
    }
  }

  private void noteAnswer(int to, Utterance message, boolean byReply) {
    answers[to]++;
    answerers.add(pair(to, message.author));
    int other = stream.at(to).author;
    if (other != message.author) {
      talked.merge(unordered(message.author, other), 1, Integer::sum);
      partner[message.author] = other;
      if (byReply) {
        knownPartner[message.author] = other;
      }
    }
  }

  /** The parent of a message, or {@link MessageStream#NONE}. */
  public int parent(int position) {
    return parent[position];
  }

  boolean isKnown(int position) {
    return known[position];
  }

  int answers(int position) {
    return answers[position];
  }

  boolean answeredBy(int position, int author) {
    return answerers.contains(pair(position, author));
  }

  int talk(int position) {
    return talk[position];
  }

  int talkSize(int position) {
    return talkSize[talk[position]];
  }

  /** Messages of the same conversation after this one, so far. */
  int talkSince(int position) {
    return talkSize(position) - 1 - talkRank[position];
  }

  int lastOfTalk(int position) {
    return lastOfTalk[talk[position]];
  }

  int previousOfTalk(int position) {
    return previousOfTalk[position];
  }

  boolean inTalk(int position, int author) {
    return members.contains(pair(talk[position], author));
  }

  /** Last message of an author so far, or {@link MessageStream#NONE}. */
  int lastOfAuthor(int author) {
    return lastOfAuthor[author];
  }

  /** Whose message the author's last link to somebody else went to. */
  int partner(int author) {
    return partner[author];
  }

  int knownPartner(int author) {
    return knownPartner[author];
  }

  /** Links between messages of two authors, whoever answered. */
  int linksBetween(int a, int b) {
    return talked.getOrDefault(unordered(a, b), 0);
  }

  /** Whom the author last addressed. */
  int addressee(int author) {
    return addressee[author];
  }

  /** Last message that names a participant, or {@link MessageStream#NONE}. */
  int lastNaming(int participant) {
    return lastNaming[participant];
  }

  private static long unordered(int a, int b) {
    return pair(Math.min(a, b), Math.max(a, b));
  }

  private static long pair(int a, int b) {
    return ((long) a << 32) | b;
  }

  private static int[] filled(int n) {
    int[] numbers = new int[n];
    Arrays.fill(numbers, MessageStream.NONE);
    return numbers;
  }
}
