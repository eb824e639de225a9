package org.groupdigest.job.context;

import java.util.Arrays;

/** Ascending numbers of vectors, in one block of memory. */
final class PostingList {

  private int[] numbers = new int[2];
  private int size;

  void add(int number) {
    if (size == numbers.length) {
      numbers = Arrays.copyOf(numbers, 2 * size);
    }
    numbers[size++] = number;
  }

  int size() {
    return size;
  }

  int get(int index) {
    return numbers[index];
  }
}
