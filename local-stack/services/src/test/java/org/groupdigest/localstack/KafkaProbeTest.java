package org.groupdigest.localstack;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class KafkaProbeTest {

  private static final short UNSUPPORTED_VERSION = 35;

  private ServerSocket server;

  @BeforeEach
  void listen() throws IOException {
    server = new ServerSocket();
    server.bind(Loopback.at(0));
  }

  @AfterEach
  void close() throws IOException {
    server.close();
  }

  @Test
  void anAnswerWithoutErrorMeansServing() {
    CompletableFuture<Integer> apiKey = answerOnce((short) 0);
    assertThat(KafkaProbe.isServing(server.getLocalPort())).isTrue();
    assertThat(apiKey.join()).isEqualTo(18);
  }

  @Test
  void anErrorCodeMeansNotServing() {
    CompletableFuture<Integer> apiKey = answerOnce(UNSUPPORTED_VERSION);
    assertThat(KafkaProbe.isServing(server.getLocalPort())).isFalse();
    apiKey.join();
  }

  @Test
  void aServerThatHangsUpIsNotServing() {
    CompletableFuture<Void> hangUp =
        CompletableFuture.runAsync(
            () -> {
              try (Socket accepted = server.accept()) {
                accepted.setSoLinger(true, 0);
              } catch (IOException e) {
                throw new IllegalStateException(e);
              }
            });
    assertThat(KafkaProbe.isServing(server.getLocalPort())).isFalse();
    hangUp.join();
  }

  @Test
  void aClosedPortIsNotServing() throws IOException {
    server.close();
    assertThat(KafkaProbe.isServing(server.getLocalPort())).isFalse();
  }

  private CompletableFuture<Integer> answerOnce(short error) {
    return CompletableFuture.supplyAsync(
        () -> {
          try (Socket socket = server.accept()) {
            return answer(socket, error);
          } catch (IOException e) {
            throw new IllegalStateException(e);
          }
        });
  }

  private static int answer(Socket socket, short error) throws IOException {
    DataInputStream in = new DataInputStream(socket.getInputStream());
    byte[] request = in.readNBytes(in.readInt());
    DataOutputStream out = new DataOutputStream(socket.getOutputStream());
    out.writeInt(10);
    out.write(request, 4, 4);
    out.writeShort(error);
    out.writeInt(0);
    out.flush();
    return request[1];
  }
}
