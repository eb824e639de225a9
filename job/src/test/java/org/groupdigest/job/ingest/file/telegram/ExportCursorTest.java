package org.groupdigest.job.ingest.file.telegram;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.groupdigest.job.ingest.file.Imports;
import org.groupdigest.job.ingest.file.archive.SourceFile;
import org.groupdigest.job.ingest.file.archive.SourceFiles;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExportCursorTest {

  @TempDir Path folder;

  @Test
  void givesTheEntriesOfTheRootChat() throws IOException {
    assertThat(entries("{\"id\":5,\"name\":\"A\",\"messages\":[1,{\"a\":[2]},\"x\"]}"))
        .containsExactly("5: 1", "5: {\"a\":[2]}", "5: \"x\"");
  }

  @Test
  void givesTheEntriesOfEachChatOfAnAccount() throws IOException {
    assertThat(
            entries(
                "{\"chats\":{\"list\":[{\"id\":1,\"messages\":[1]},{\"id\":2,\"messages\":[]},{\"id\":3,\"messages\":[3]}]}}"))
        .containsExactly("1: 1", "3: 3");
  }

  @Test
  void messagesElsewhereAreNotEntered() throws IOException {
    assertThat(
            entries(
                "{\"stories\":{\"messages\":[9]},\"sessions\":[{\"messages\":[8]}],\"chats\":{\"list\":[{\"draft\":{\"messages\":[7]},\"id\":1,\"messages\":[1]}]}}"))
        .containsExactly("1: 1");
  }

  @Test
  void aChatWithoutAnIdDoesNotInheritTheOneBefore() throws IOException {
    assertThat(entries("{\"chats\":{\"list\":[{\"id\":1,\"messages\":[1]},{\"messages\":[2]}]}}"))
        .containsExactly("1: 1", "null: 2");
  }

  @Test
  void headersAreReadToTheirEndAndSurviveDamageBehindThem() throws IOException {
    SourceFile whole =
        file("{\"chats\":{\"list\":[{\"messages\":[{}],\"id\":1},{\"messages\":[],\"id\":2}]}}");
    SourceFile cut = file("{\"chats\":{\"list\":[{\"messages\":[{}],\"id\":1},{\"messa");

    assertThat(ExportCursor.headers(whole)).extracting(ChatHeader::id).containsExactly("1", "2");
    assertThat(ExportCursor.headers(cut)).extracting(ChatHeader::id).containsExactly("1");
  }

  @Test
  void aNullNameIsKnownToBeNull() throws IOException {
    ChatHeader header =
        ExportCursor.headers(
                file("{\"name\":null,\"type\":\"personal_chat\",\"id\":1,\"messages\":[]}"))
            .get(0);

    assertThat(header.isComplete()).isTrue();
    assertThat(header.name()).isNull();
  }

  private List<String> entries(String content) throws IOException {
    List<String> entries = new ArrayList<>();
    try (ExportCursor cursor = new ExportCursor(file(content))) {
      for (var entry = cursor.nextEntry(); entry != null; entry = cursor.nextEntry()) {
        entries.add(cursor.header().id() + ": " + entry.value());
      }
    }
    return entries;
  }

  private SourceFile file(String content) throws IOException {
    String name = Integer.toHexString(content.hashCode()) + ".json";
    return SourceFiles.of(Imports.write(folder, name, content)).files().get(0);
  }
}
