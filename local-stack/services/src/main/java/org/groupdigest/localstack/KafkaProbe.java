package org.groupdigest.localstack;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.net.Socket;

/**
 * Asks a broker in its own protocol whether it serves, without a Kafka client on the class path: an
 * {@code ApiVersions} request of version 0, which every broker understands. A broker answers it
 * only after it has joined the cluster.
 */
final class KafkaProbe {

  private static final short API_VERSIONS = 18;
  private static final short VERSION = 0;
  private static final short NO_CLIENT_ID = -1;
  private static final int REQUEST_BYTES = 10;
  private static final int SMALLEST_ANSWER = 6;
  private static final int CORRELATION_ID = 0x6469;

  private KafkaProbe() {}

  /** Whether the broker at this loopback port answers requests. */
  static boolean isServing(int port) {
    return Loopback.answers(port, KafkaProbe::askVersions);
  }

  private static boolean askVersions(Socket socket) throws IOException {
    DataOutputStream out = new DataOutputStream(socket.getOutputStream());
    out.writeInt(REQUEST_BYTES);
    out.writeShort(API_VERSIONS);
    out.writeShort(VERSION);
    out.writeInt(CORRELATION_ID);
    out.writeShort(NO_CLIENT_ID);
    out.flush();
    DataInputStream in = new DataInputStream(socket.getInputStream());
    return in.readInt() >= SMALLEST_ANSWER && in.readInt() == CORRELATION_ID && in.readShort() == 0;
  }
}
