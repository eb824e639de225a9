package org.groupdigest.localstack;

import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;

/** A program that runs a stack until it is ended. */
final class StackOwner {

  private StackOwner() {}

  public static void main(String[] arguments) throws InterruptedException {
    LocalStack stack = LocalStack.builder().folder(Path.of(arguments[0])).start();
    System.err.println("owner runs " + stack.folder().getFileName());
    new CountDownLatch(1).await();
  }
}
