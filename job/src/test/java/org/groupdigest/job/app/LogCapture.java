package org.groupdigest.job.app;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.apache.logging.log4j.Level;
import org.apache.logging.log4j.LogManager;
import org.apache.logging.log4j.core.LogEvent;
import org.apache.logging.log4j.core.LoggerContext;
import org.apache.logging.log4j.core.appender.AbstractAppender;
import org.apache.logging.log4j.core.config.Property;

/** Everything that this process logs at INFO and above, with the traces of exceptions. */
final class LogCapture extends AbstractAppender implements AutoCloseable {

  private final Queue<String> lines = new ConcurrentLinkedQueue<>();
  private final Level before;

  private LogCapture(Level before) {
    super("capture", null, null, false, Property.EMPTY_ARRAY);
    this.before = before;
  }

  static LogCapture open() {
    LoggerContext context = (LoggerContext) LogManager.getContext(false);
    var root = context.getConfiguration().getRootLogger();
    LogCapture capture = new LogCapture(root.getLevel());
    capture.attach(root, context);
    return capture;
  }

  private void attach(
      org.apache.logging.log4j.core.config.LoggerConfig root, LoggerContext context) {
    super.start();
    root.getAppenders().values().forEach(appender -> root.removeAppender(appender.getName()));
    root.addAppender(this, Level.INFO, null);
    root.setLevel(Level.INFO);
    context.updateLoggers();
  }

  @Override
  public void append(LogEvent event) {
    StringWriter line = new StringWriter();
    line.append(event.getLoggerName()).append(' ').append(event.getMessage().getFormattedMessage());
    if (event.getThrown() != null) {
      event.getThrown().printStackTrace(new PrintWriter(line, true));
    }
    lines.add(line.toString());
  }

  String text() {
    return String.join("\n", lines);
  }

  @Override
  public void close() {
    LoggerContext context = (LoggerContext) LogManager.getContext(false);
    var root = context.getConfiguration().getRootLogger();
    root.removeAppender(getName());
    root.setLevel(before);
    context.updateLoggers();
  }
}
