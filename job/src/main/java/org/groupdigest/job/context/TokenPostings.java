package org.groupdigest.job.context;

/**
 * The posting lists of one token by bucket, 0 to 63. Most tokens fill one or two buckets: only
 * those have a list, found by the bits of one word.
 */
final class TokenPostings {

  private long filled;
  private PostingList[] lists = new PostingList[1];

  void add(int bucket, int number) {
    long bit = 1L << bucket;
    int place = Long.bitCount(filled & (bit - 1));
    if ((filled & bit) == 0) {
      insert(place);
      filled |= bit;
    }
    lists[place].add(number);
  }

  /** How many buckets are filled. */
  int count() {
    return Long.bitCount(filled);
  }

  /** How many buckets below this one are filled; the bucket may be 64. */
  int countBelow(int bucket) {
    return bucket == Long.SIZE ? count() : Long.bitCount(filled & ((1L << bucket) - 1));
  }

  /** The list of the filled bucket that has so many filled ones below it. */
  PostingList list(int place) {
    return lists[place];
  }

  private void insert(int place) {
    int size = count();
    PostingList[] wider = size < lists.length ? lists : new PostingList[2 * size];
    System.arraycopy(lists, 0, wider, 0, place);
    System.arraycopy(lists, place, wider, place + 1, size - place);
    wider[place] = new PostingList();
    lists = wider;
  }
}
