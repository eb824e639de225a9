package org.groupdigest.job.ingest.file.slack;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.groupdigest.job.ingest.file.archive.SourceFile;
import org.groupdigest.job.ingest.file.export.Nodes;
import org.groupdigest.job.ingest.file.json.JsonPart;
import org.groupdigest.job.ingest.file.json.JsonParts;
import org.groupdigest.job.ingest.file.json.JsonShape;

/** People and channels of a workspace, out of the lists beside the folders of messages. */
final class SlackWorkspace {

  private static final Set<String> CHANNEL_LISTS =
      Set.of("channels.json", "groups.json", "dms.json", "mpims.json");
  private static final String PEOPLE = "users.json";
  private static final JsonShape LIST = JsonShape.entriesAt("");

  private final Map<String, Person> people = new HashMap<>();
  private final Map<String, Channel> channels = new HashMap<>();
  private final Map<String, String> channelNames = new HashMap<>();

  /**
   * A person.
   *
   * @param username name that others mention
   * @param name name that is shown
   */
  record Person(String username, String name, boolean bot) {}

  /** A channel: its id, and its name or null for a conversation of two. */
  record Channel(String id, String name) {}

  static SlackWorkspace of(List<SourceFile> files) throws IOException {
    SlackWorkspace workspace = new SlackWorkspace();
    for (SourceFile file : files) {
      if (file.name().equals(PEOPLE)) {
        workspace.read(file, workspace::person);
      } else if (CHANNEL_LISTS.contains(file.name())) {
        workspace.read(file, workspace::channel);
      }
    }
    return workspace;
  }

  /** Whether a file's name says that it is one of the lists. */
  static boolean isList(SourceFile file) {
    return file.name().equals(PEOPLE) || CHANNEL_LISTS.contains(file.name());
  }

  private void read(SourceFile file, Consumer<JsonNode> entries) throws IOException {
    try (JsonParts parts = new JsonParts(file.open(), LIST)) {
      for (JsonPart part = parts.next(); part != null; part = parts.next()) {
        if (part.kind() == JsonPart.Kind.ENTRY && part.value() != null) {
          entries.accept(part.value());
        }
      }
    }
  }

  private void person(JsonNode user) {
    String id = Nodes.text(user, "id");
    if (id != null) {
      people.put(id, person(user, user.path("profile")));
    }
  }

  /** A person of a list, or of a message that brings their profile. */
  static Person person(JsonNode user, JsonNode profile) {
    String username = Nodes.text(user, "name");
    String shown = Nodes.firstText(profile, "display_name", "real_name");
    String real = shown == null ? Nodes.firstText(user, "real_name", "name") : shown;
    return new Person(username, real, user.path("is_bot").asBoolean(false));
  }

  private void channel(JsonNode channel) {
    String id = Nodes.text(channel, "id");
    if (id != null) {
      String name = Nodes.text(channel, "name");
      channels.put(name == null ? id : name, new Channel(id, name));
      channelNames.put(id, name == null ? id : name);
    }
  }

  /** The channel whose messages are in a folder. */
  Channel channel(String folder) {
    return channels.getOrDefault(folder, new Channel(folder, folder));
  }

  /** The person of an id, or null. */
  Person person(String id) {
    return id == null ? null : people.get(id);
  }

  /** Name by which a person is mentioned. */
  String mention(String id, String label) {
    Person person = people.get(id);
    String name = person == null ? null : person.username();
    return name != null ? name : label != null ? label : id;
  }

  /** Name of a channel that a text names by its id. */
  String channelName(String id, String label) {
    return label != null && !label.isEmpty() ? label : channelNames.getOrDefault(id, id);
  }
}
