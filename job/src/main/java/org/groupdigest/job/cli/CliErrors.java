package org.groupdigest.job.cli;

import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.util.List;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.function.BooleanSupplier;
import org.groupdigest.job.ingest.file.record.InputFileException;
import picocli.CommandLine;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.UnmatchedArgumentException;

/**
 * Every failure of a command as one line on standard error: {@code digest <command>: what: what to
 * do}. The message of an exception that nobody expected may quote a chat and is only shown in debug
 * mode, with the stack trace.
 */
final class CliErrors implements IExecutionExceptionHandler, IParameterExceptionHandler {

  private final BooleanSupplier debug;

  CliErrors(BooleanSupplier debug) {
    this.debug = debug;
  }

  /** One failure in the words of the user. */
  private record Failure(int exitCode, String what, String advice) {}

  @Override
  public int handleParseException(ParameterException exception, String[] args) {
    CommandLine command = exception.getCommandLine();
    print(command, exception, new Failure(ExitCode.USAGE, what(exception), advice(exception)));
    return ExitCode.USAGE;
  }

  @Override
  public int handleExecutionException(
      Exception exception, CommandLine command, ParseResult parsed) {
    Throwable cause = unwrapped(exception);
    if (cause instanceof OutputClosedException) {
      return ExitCode.OK;
    }
    Failure failure = failure(cause);
    print(command, cause, failure);
    return failure.exitCode();
  }

  private static Failure failure(Throwable cause) {
    if (cause instanceof CommandFailure known) {
      return new Failure(known.exitCode(), known.getMessage(), known.advice());
    }
    if (cause instanceof InputFileException file) {
      return new Failure(ExitCode.SOFTWARE, file.getMessage(), file.advice());
    }
    if (cause instanceof FileSystemException file) {
      return new Failure(ExitCode.SOFTWARE, reason(file), "check the path and the permissions");
    }
    String what = "unexpected " + cause.getClass().getSimpleName();
    return new Failure(ExitCode.SOFTWARE, what, "run it again with --debug to see where");
  }

  private static String reason(FileSystemException e) {
    String file = String.valueOf(e.getFile());
    if (e instanceof NoSuchFileException) {
      return file + " does not exist";
    }
    if (e instanceof AccessDeniedException) {
      return file + " may not be accessed";
    }
    return e instanceof FileAlreadyExistsException
        ? file + " exists already"
        : file + " cannot be used";
  }

  private static Throwable unwrapped(Throwable exception) {
    boolean wrapper =
        exception instanceof UncheckedIOException
            || exception instanceof ExecutionException
            || exception instanceof CompletionException;
    Throwable cause = wrapper ? exception.getCause() : null;
    return cause == null ? exception : unwrapped(cause);
  }

  private static String what(ParameterException exception) {
    if (exception instanceof UnmatchedArgumentException unmatched) {
      String argument = unmatched.getUnmatched().get(0);
      return (argument.startsWith("-") ? "unknown option '" : "unknown command or argument '")
          + argument
          + "'";
    }
    return exception.getMessage();
  }

  private static String advice(ParameterException exception) {
    String help =
        "see '" + exception.getCommandLine().getCommandSpec().qualifiedName() + " --help'";
    if (exception instanceof UnmatchedArgumentException unmatched) {
      List<String> similar = SimilarNames.of(unmatched);
      return similar.isEmpty() ? help : "did you mean '" + String.join("' or '", similar) + "'?";
    }
    return help;
  }

  private void print(CommandLine command, Throwable cause, Failure failure) {
    String name = command.getCommandSpec().qualifiedName();
    String line = name + ": " + failure.what() + ": " + failure.advice();
    command.getErr().println(line.replaceAll("\\p{Cntrl}+", " "));
    if (debug.getAsBoolean()) {
      cause.printStackTrace(command.getErr());
    }
    command.getErr().flush();
  }
}
