package org.groupdigest.job;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.GeneralCodingRules.ACCESS_STANDARD_STREAMS;
import static com.tngtech.archunit.library.GeneralCodingRules.USE_JAVA_UTIL_LOGGING;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.core.importer.Location;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.List;
import java.util.Set;

/** Which package may know which: the picture in {@code docs/architecture.md}, kept true. */
@AnalyzeClasses(
    packages = "org.groupdigest",
    importOptions = {ImportOption.DoNotIncludeTests.class, ArchitectureTest.NoTestJars.class})
class ArchitectureTest {

  private static final String JOB = "org.groupdigest.job.";

  /** Packages of the job from the bottom up; those of one level do not know each other. */
  private static final List<Set<String>> LEVELS =
      List.of(
          Set.of("model", "metrics"),
          Set.of("config"),
          Set.of("context", "stage", "quality", "render", "redact"),
          Set.of("llm"),
          Set.of("ingest", "window", "delivery", "persist"),
          Set.of("stores"),
          Set.of("pipeline"),
          Set.of("files", "app"),
          Set.of("local", "demo", "sim", "maintain"),
          Set.of("cli"));

  private static final String[] OUTER = {
    JOB + "app..",
    JOB + "persist..",
    JOB + "stores..",
    JOB + "local..",
    JOB + "demo..",
    JOB + "maintain..",
    JOB + "cli.."
  };

  @ArchTest
  static final ArchRule packagesDependDownwardsOnly =
      classes().that().resideInAPackage(JOB + "*..").should(dependDownwardsOnly());

  @ArchTest
  static final ArchRule packagesFormNoCycle =
      slices().matching("org.groupdigest.(**)").should().beFreeOfCycles();

  @ArchTest
  static final ArchRule textFunctionsKnowNothingOfOurs =
      noClasses()
          .that()
          .resideInAPackage("org.groupdigest.udfs..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "org.groupdigest.job..",
              "org.groupdigest.connectors..",
              "org.groupdigest.localstack..");

  @ArchTest
  static final ArchRule connectorsKnowNothingOfOurs =
      noClasses()
          .that()
          .resideInAPackage("org.groupdigest.connectors..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "org.groupdigest.job..", "org.groupdigest.udfs..", "org.groupdigest.localstack..");

  /** Whoever routes prompts knows clients of models, and no other client. */
  @ArchTest
  static final ArchRule promptsReachModelsOnly =
      classes()
          .that()
          .resideInAPackage("org.groupdigest.connectors..")
          .and()
          .resideOutsideOfPackage("org.groupdigest.connectors.llm..")
          .should()
          .onlyBeAccessed()
          .byClassesThat()
          .resideOutsideOfPackage(JOB + "llm..");

  @ArchTest
  static final ArchRule onlyTheOuterPackagesNameAStore =
      noClasses()
          .that()
          .resideInAPackage("org.groupdigest.job..")
          .and()
          .resideOutsideOfPackages(OUTER)
          .and()
          .resideOutsideOfPackage(JOB + "llm..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "org.groupdigest.connectors..",
              "org.apache.kafka..",
              "org.apache.flink.connector.kafka..",
              "java.sql..",
              "javax.sql..",
              "io.lettuce..");

  @ArchTest
  static final ArchRule onlyLocalCommandsStartServers =
      noClasses()
          .that()
          .resideInAPackage("org.groupdigest.job..")
          .and()
          .resideOutsideOfPackages(JOB + "cli..", JOB + "demo..", JOB + "local..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("org.groupdigest.localstack..");

  /**
   * A cluster's main class has nobody to tell but the terminal that submits it, and a test's seed
   * is looked for in its output.
   */
  @ArchTest
  static final ArchRule onlyCommandsAndTheMainClassSpeakToTheTerminal =
      noClasses()
          .that()
          .resideInAPackage("org.groupdigest..")
          .and()
          .resideOutsideOfPackages(JOB + "cli..", JOB + "demo..", "org.groupdigest.testing..")
          .and()
          .doNotHaveFullyQualifiedName(JOB + "app.StreamMain")
          .should(ACCESS_STANDARD_STREAMS);

  @ArchTest
  static final ArchRule logsGoThroughOneFacade =
      noClasses()
          .that()
          .resideInAPackage("org.groupdigest..")
          .and()
          .resideOutsideOfPackages(JOB + "cli..", JOB + "demo..")
          .should(USE_JAVA_UTIL_LOGGING);

  private static ArchCondition<JavaClass> dependDownwardsOnly() {
    return new ArchCondition<>("depend on lower packages of the job only") {
      @Override
      public void check(JavaClass javaClass, ConditionEvents events) {
        int own = level(javaClass);
        if (own < 0) {
          events.add(SimpleConditionEvent.violated(javaClass, javaClass + " is on no level"));
        }
        for (Dependency dependency : javaClass.getDirectDependenciesFromSelf()) {
          JavaClass target = dependency.getTargetClass().getBaseComponentType();
          if (target.getPackageName().startsWith(JOB)
              && !topPackage(target).equals(topPackage(javaClass))
              && level(target) >= own) {
            events.add(SimpleConditionEvent.violated(javaClass, dependency.getDescription()));
          }
        }
      }
    };
  }

  private static int level(JavaClass javaClass) {
    for (int level = 0; level < LEVELS.size(); level++) {
      if (LEVELS.get(level).contains(topPackage(javaClass))) {
        return level;
      }
    }
    return -1;
  }

  private static String topPackage(JavaClass javaClass) {
    String inside = javaClass.getPackageName().substring(JOB.length());
    int dot = inside.indexOf('.');
    return dot < 0 ? inside : inside.substring(0, dot);
  }

  /** Leaves out what another module only lends to tests. */
  static final class NoTestJars implements ImportOption {
    @Override
    public boolean includes(Location location) {
      return !location.contains("-tests.jar");
    }
  }
}
