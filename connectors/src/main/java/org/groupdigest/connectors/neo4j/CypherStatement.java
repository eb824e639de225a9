package org.groupdigest.connectors.neo4j;

import com.google.errorprone.annotations.CompileTimeConstant;
import java.io.Serializable;

/**
 * A Cypher statement with a name. Both are constants of the program, and the compiler sees to it:
 * text that was put together at run time, from whatever source, does not compile here. What changes
 * from call to call are the parameters.
 *
 * <pre>{@code
 * static final CypherStatement TOPIC = CypherStatement.of("topic", """
 *     UNWIND $rows AS row
 *     MERGE (t:Topic {tenant: row.tenant, id: row.id})
 *     SET t.title = row.title""");
 * }</pre>
 */
public final class CypherStatement implements Serializable {
  private static final long serialVersionUID = 1L;
  private static final String BATCH = "UNWIND $rows AS row";

  private final String name;
  private final String text;

  private CypherStatement(String name, String text) {
    this.name = name;
    this.text = text;
  }

  /**
   * A statement.
   *
   * @param name stands for the text in the state of a sink, so it stays when the text changes
   * @param text Cypher, with {@code $parameters}
   */
  public static CypherStatement of(
      @CompileTimeConstant final String name, @CompileTimeConstant final String text) {
    return new CypherStatement(name, text.strip());
  }

  /** The name. */
  public String name() {
    return name;
  }

  /** The Cypher. */
  public String text() {
    return text;
  }

  /** Whether the statement takes many rows at once: it begins with {@value #BATCH}. */
  public boolean takesRows() {
    return text.startsWith(BATCH);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof CypherStatement that
        && name.equals(that.name)
        && text.equals(that.text);
  }

  @Override
  public int hashCode() {
    return name.hashCode();
  }

  /** The name alone. */
  @Override
  public String toString() {
    return "CypherStatement[" + name + "]";
  }
}
