package org.urunan;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.urunan.ledger.AuditCommand;

class ArchitectureTest {

    /** Who may use whom; docs/architecture.md draws it. */
    static final Map<String, List<String>> MAY_USE =
            Map.of(
                    "money", List.of(),
                    "database", List.of("money"),
                    "chain", List.of("money"),
                    "content", List.of("money", "database"),
                    "campaign", List.of("money", "database", "content"),
                    "ledger", List.of("money", "database", "chain", "content", "campaign"),
                    "peer", List.of("money", "database", "chain", "content", "campaign", "ledger"),
                    "web",
                            List.of(
                                    "money",
                                    "database",
                                    "chain",
                                    "content",
                                    "campaign",
                                    "ledger",
                                    "peer"));

    static final List<String> PACKAGES = MAY_USE.keySet().stream().sorted().toList();

    private static final JavaClasses NODE =
            new ClassFileImporter()
                    .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                    .importPackages("org.urunan");

    @Test
    void everyClassLiesInAKnownPackage() {
        var packages =
                NODE.stream()
                        .filter(c -> !c.getPackageName().equals("org.urunan"))
                        .map(c -> c.getPackageName().split("\\.")[2])
                        .distinct();

        assertThat(packages).containsExactlyInAnyOrderElementsOf(PACKAGES);
    }

    /** So that the one class above the packages cannot gather what belongs into them. */
    @Test
    void whereTheProcessBeginsNothingElseIsDone() {
        classes()
                .that()
                .resideInAPackage("org.urunan")
                .should()
                .onlyDependOnClassesThat(
                        resideInAnyPackage(
                                        "java..",
                                        "io.quarkus.runtime..",
                                        "io.quarkus.logging..",
                                        "org.jspecify..")
                                .or(assignableTo(Node.class))
                                .or(assignableTo(AuditCommand.class)))
                .check(NODE);
    }

    @ParameterizedTest
    @FieldSource("PACKAGES")
    void packagesUseOnlyWhatLiesBelowThem(String name) {
        var usable =
                Stream.concat(MAY_USE.get(name).stream(), Stream.of(name))
                        .map(ArchitectureTest::named)
                        .toArray(String[]::new);

        noClasses()
                .that()
                .resideInAPackage(named(name))
                .should()
                .dependOnClassesThat(
                        resideInAPackage("org.urunan..").and(not(resideInAnyPackage(usable))))
                .check(NODE);
    }

    @Test
    void packagesHaveNoCycles() {
        slices().matching("org.urunan.(*)..").should().beFreeOfCycles().check(NODE);
    }

    @Test
    void web3jIsKnownToOneClass() {
        noClasses()
                .that()
                .haveNameNotMatching(".*\\.Web3jChain(\\$.*)?")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("org.web3j..")
                .check(NODE);
    }

    @Test
    void onlyPagesKnowHttpServersAndTemplates() {
        noClasses()
                .that()
                .resideOutsideOfPackage(named("web"))
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("jakarta.ws.rs..", "io.quarkus.qute..", "io.vertx..")
                .check(NODE);
    }

    @Test
    void onlyChainAndPeersAskOthers() {
        noClasses()
                .that()
                .resideOutsideOfPackages(named("chain"), named("peer"))
                .should()
                .dependOnClassesThat()
                .resideInAPackage("java.net.http..")
                .check(NODE);
    }

    @Test
    void onlyTheDatabasePackageAndStorageKnowSql() {
        noClasses()
                .that()
                .resideInAnyPackage(named("money"), named("chain"), named("web"))
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("java.sql..", "javax.sql..", "jakarta.persistence..")
                .check(NODE);
    }

    @Test
    void namesSayWhatAClassIs() {
        noClasses()
                .should()
                .haveNameMatching(".*(Util|Utils|Helper|Manager|Impl|Dto|Mapper|Service)(\\$.*)?")
                .check(NODE);
    }

    @Test
    void timeComesFromAClock() {
        noClasses()
                .should()
                .callMethod(Instant.class, "now")
                .orShould()
                .callMethod(System.class, "currentTimeMillis")
                .check(NODE);
    }

    @Test
    void nothingChangesBehindTheScenes() {
        noFields()
                .that()
                .areStatic()
                .should()
                .notBeFinal()
                .andShould()
                .notHaveModifier(JavaModifier.SYNTHETIC)
                .check(NODE);
    }

    @Test
    void moneyIsNeverAFraction() {
        noFields()
                .that()
                .areDeclaredInClassesThat()
                .resideInAnyPackage(named("money"), named("ledger"))
                .should()
                .haveRawType(double.class)
                .orShould()
                .haveRawType(float.class)
                .check(NODE);
    }

    @Test
    void loggingGoesToTheLog() {
        noClasses()
                .should()
                .accessField(System.class, "out")
                .orShould()
                .accessField(System.class, "err")
                .check(NODE);
    }

    @Test
    void developmentPartsAreAbsent() {
        classes().should().resideOutsideOfPackage("org.urunan.dev..").check(NODE);
    }

    private static String named(String name) {
        return "org.urunan." + name + "..";
    }
}
