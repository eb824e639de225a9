package org.groupdigest.job.stores.objects;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import org.groupdigest.connectors.s3.S3Listed;
import org.groupdigest.connectors.s3.S3Object;
import org.groupdigest.connectors.s3.S3Objects;
import org.groupdigest.connectors.shared.StoreReply;
import org.groupdigest.job.config.DigestSettings;
import org.groupdigest.job.config.SettingsLoader;
import org.groupdigest.job.model.GroupKey;
import org.groupdigest.job.persist.HostileIds;
import org.groupdigest.job.stores.DigestChange;
import org.groupdigest.job.stores.HostileChanges;
import org.groupdigest.job.stores.ObjectKeys;
import org.groupdigest.job.stores.SampleChanges;
import org.groupdigest.job.stores.WrittenChanges;
import org.groupdigest.localstack.LocalS3;
import org.groupdigest.localstack.LocalStack;
import org.groupdigest.localstack.Service;
import org.groupdigest.testing.Seeds;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The objects of digests in a real server that speaks S3. */
class ObjectStoreITCase {

  private static final GroupKey GROUP = new GroupKey("garden", "plots");
  private static final String WELL = "a1".repeat(32);
  private static final String FENCE = "b2".repeat(32);

  private static final long SEED = Seeds.of("hostile tenants of S3");
  private static final int ROUNDS = 4 * Seeds.times();
  private static final int TRIES = 100;

  @TempDir static Path folder;

  private static LocalStack stack;
  private static DigestSettings settings;
  private static S3Objects objects;

  @BeforeAll
  static void start() throws Exception {
    stack =
        LocalStack.builder()
            .folder(folder.resolve("server"))
            .services(EnumSet.of(Service.S3))
            .start();
    settings =
        SettingsLoader.load(
            Map.of(
                "DIGEST_S3_BUCKET",
                LocalS3.BUCKET,
                "DIGEST_S3_ENDPOINT",
                "http://127.0.0.1:" + stack.s3().port(),
                "DIGEST_S3_PATH_STYLE",
                "true",
                "DIGEST_S3_ACCESS_KEY_FILE",
                file("access", LocalS3.ACCESS_KEY),
                "DIGEST_S3_SECRET_KEY_FILE",
                file("secret", LocalS3.SECRET_KEY)));
    objects = S3Objects.open(ObjectStore.config(settings.stores().objects()));
  }

  private static String file(String name, String content) throws Exception {
    return Files.writeString(folder.resolve(name), content).toString();
  }

  @AfterAll
  static void stop() {
    objects.close();
    stack.close();
  }

  @BeforeEach
  void clear() throws Exception {
    answer(objects.deleteAll("group/"));
  }

  @Test
  void aReplayWritesNothingAndAnOlderAttemptChangesNothing() throws Exception {
    DigestChange first = sample().media("m1", WELL, "the well").build();
    DigestChange second = sample().attempt(2).media("m2", FENCE, "the fence").build();
    write(first, second);
    List<S3Listed> now = listed("group/");
    write(first, second, second);
    write(second);
    assertThat(listed("group/")).extracting(S3Listed::key).isEqualTo(keys(now));
    List<S3Listed> settled = listed("group/");
    write(second);
    assertThat(listed("group/")).as("sizes and times of writing, too").isEqualTo(settled);
    String json = ObjectKeys.digestJson(GROUP, first.digestId());
    assertThat(answer(objects.head(json)).version()).isEqualTo(2);
  }

  @Test
  void whatAnErasureTookIsFoundInNoObject() throws Exception {
    DigestChange before = sample().media("m1", WELL, "lantern by the well").build();
    DigestChange other = sample().day(1).media("m1", WELL, "lantern by the well").build();
    write(before, other);
    assertThat(found("lantern")).hasSize(6);
    write(sample().attempt(2).build());
    assertThat(found("lantern"))
        .as("only what the other digest shows")
        .hasSize(3)
        .allMatch(key -> key.contains(other.digestId()));
  }

  @Test
  void aRemovedDigestLeavesNothingAndOthersStay() throws Exception {
    DigestChange other = sample().day(1).media("m1", WELL, "well").build();
    write(other);
    List<S3Listed> before = listed("group/");
    write(sample().media("m1", WELL, "well").build());
    String archive = ObjectKeys.artifacts(GROUP, sample().build().digestId());
    answer(objects.put(S3Object.of(archive, new byte[] {1}, "application/json")));
    write(sample().gone());
    assertThat(listed("group/")).isEqualTo(before);
  }

  @Test
  void noTenantReachesAnotherWhateverItsIds() throws Exception {
    DigestChange sample = sample().media("m1", WELL, "well").build();
    List<DigestChange> all = new ArrayList<>();
    for (String id : HostileIds.ALL) {
      all.add(new DigestChange(id, id, id, "w", 1, sample.digest()));
    }
    write(all.toArray(DigestChange[]::new));
    assertThat(listed("group/")).hasSize(3 * all.size());
    int left = all.size();
    for (String tenant : HostileIds.ALL) {
      assertThat(listed(ObjectKeys.tenant(tenant))).as(tenant).hasSize(3);
      assertThat(listed(ObjectKeys.group(new GroupKey(tenant, tenant)))).as(tenant).hasSize(3);
      assertThat(answer(objects.deleteAll(ObjectKeys.tenant(tenant)))).isEqualTo(3);
      assertThat(listed("group/")).hasSize(3 * --left);
    }
    for (String stranger : HostileIds.OF_NOBODY) {
      assertThat(listed(ObjectKeys.tenant(stranger))).as(stranger).isEmpty();
    }
  }

  /** Writes, repetitions and removals of whoever, and after each round a look at everybody. */
  @Test
  void randomTriesOfHostileTenantsReachNothingOfOthers() throws Exception {
    HostileChanges tries = new HostileChanges(SEED);
    DigestChange made = sample().media("m1", WELL, "well").build();
    for (int round = 0; round < ROUNDS; round++) {
      write(tries.next(TRIES, made.digest()).toArray(DigestChange[]::new));
      for (String tenant : HostileIds.ALL) {
        assertThat(listed(ObjectKeys.tenant(tenant)))
            .as(tenant)
            .hasSize(3 * tries.digestsOf(tenant).size());
      }
      for (GroupKey group : tries.groups()) {
        assertThat(listed(ObjectKeys.group(group)))
            .as(group.toString())
            .hasSize(3 * tries.digestsOf(group).size());
      }
    }
    assertThat(listed("group/")).hasSize(3 * tries.digests());
  }

  private static SampleChanges sample() {
    return SampleChanges.of("garden", "plots").topic("t1", "Dry well", "m1");
  }

  private static void write(DigestChange... changes) throws Exception {
    WrittenChanges.to(ObjectStore.sink(settings), changes);
  }

  private static List<S3Listed> listed(String prefix) throws Exception {
    return answer(objects.list(prefix));
  }

  private static List<String> keys(List<S3Listed> listed) {
    return listed.stream().map(S3Listed::key).toList();
  }

  /** Keys of the objects that contain a word. */
  private static List<String> found(String word) throws Exception {
    List<String> keys = new ArrayList<>();
    for (S3Listed object : listed("group/")) {
      byte[] bytes = answer(objects.get(object.key())).bytes();
      if (new String(bytes, StandardCharsets.UTF_8).contains(word)) {
        keys.add(object.key());
      }
    }
    return keys;
  }

  private static <T> T answer(CompletionStage<StoreReply<T>> asked) throws Exception {
    StoreReply<T> reply = asked.toCompletableFuture().get(30, TimeUnit.SECONDS);
    assertThat(reply).isInstanceOf(StoreReply.Answered.class);
    return ((StoreReply.Answered<T>) reply).value();
  }
}
