package org.groupdigest.connectors.postgres;

import java.io.PrintWriter;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.logging.Logger;
import javax.sql.DataSource;

/** Connections that accept everything, or a database that is down. */
final class StubDataSource implements DataSource {
  volatile boolean down;

  @Override
  public Connection getConnection() throws SQLException {
    if (down) {
      throw new SQLException("made up", "08001");
    }
    InvocationHandler handler =
        (proxy, method, args) ->
            method.getReturnType() == PreparedStatement.class
                ? accepting(PreparedStatement.class, StubDataSource::nothing)
                : nothing(proxy, method, args);
    return accepting(Connection.class, handler);
  }

  private static <T> T accepting(Class<T> type, InvocationHandler handler) {
    return type.cast(
        Proxy.newProxyInstance(
            StubDataSource.class.getClassLoader(), new Class<?>[] {type}, handler));
  }

  private static Object nothing(Object proxy, java.lang.reflect.Method method, Object[] args) {
    return method.getReturnType() == boolean.class ? Boolean.FALSE : null;
  }

  @Override
  public Connection getConnection(String username, String password) throws SQLException {
    return getConnection();
  }

  @Override
  public PrintWriter getLogWriter() {
    return null;
  }

  @Override
  public void setLogWriter(PrintWriter out) {}

  @Override
  public void setLoginTimeout(int seconds) {}

  @Override
  public int getLoginTimeout() {
    return 0;
  }

  @Override
  public Logger getParentLogger() {
    return Logger.getGlobal();
  }

  @Override
  public <T> T unwrap(Class<T> type) {
    throw new UnsupportedOperationException();
  }

  @Override
  public boolean isWrapperFor(Class<?> type) {
    return false;
  }
}
