package org.groupdigest.job;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import net.jqwik.api.Property;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;

/** A test whose class has another name is silently never run: the build picks them by name. */
@AnalyzeClasses(
    packages = "org.groupdigest.job",
    importOptions = ImportOption.OnlyIncludeTests.class)
class TestNamesTest {

  @ArchTest
  static final ArchRule testsStandInClassesThatTheBuildRuns =
      methods().that(areTests()).should(standInATestClass());

  private static DescribedPredicate<JavaMethod> areTests() {
    return DescribedPredicate.describe(
        "are tests",
        method ->
            method.isAnnotatedWith(Test.class)
                || method.isAnnotatedWith(ParameterizedTest.class)
                || method.isAnnotatedWith(RepeatedTest.class)
                || method.isAnnotatedWith(Property.class));
  }

  private static ArchCondition<JavaMethod> standInATestClass() {
    return new ArchCondition<>("stand in a class that ends with Test or ITCase") {
      @Override
      public void check(JavaMethod method, ConditionEvents events) {
        JavaClass outermost = method.getOwner();
        while (outermost.getEnclosingClass().isPresent()) {
          outermost = outermost.getEnclosingClass().get();
        }
        String name = outermost.getSimpleName();
        if (!name.endsWith("Test") && !name.endsWith("ITCase")) {
          events.add(SimpleConditionEvent.violated(method, method.getFullName()));
        }
      }
    };
  }
}
