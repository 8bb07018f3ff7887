package org.urunan.ledger.independent;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import org.junit.jupiter.api.Test;
import org.urunan.chain.ChainLog;
import org.urunan.chain.LogPlace;
import org.urunan.chain.NativeTransfer;
import org.urunan.ledger.LedgerOrigin;

/** Who asks the judged is no judge. */
class IndependenceTest {

    private static final JavaClasses CLASSES =
            new ClassFileImporter().importPackagesOf(IndependentLedger.class);

    @Test
    void onlyFactsAreShared() {
        noClasses()
                .should()
                .dependOnClassesThat(
                        resideInAPackage("org.urunan..")
                                .and(
                                        not(
                                                resideInAnyPackage(
                                                        "org.urunan.money",
                                                        "org.urunan.chain",
                                                        "org.urunan.ledger.independent")))
                                .and(not(assignableTo(LedgerOrigin.class))))
                .check(CLASSES);
    }

    @Test
    void whatFollowsFromFactsIsComputedAgain() {
        noClasses()
                .should()
                .callMethod(LedgerOrigin.class, "digest")
                .orShould()
                .callMethod(LogPlace.class, "position")
                .orShould()
                .callMethod(NativeTransfer.class, "position")
                .orShould()
                .callMethod(ChainLog.Transferred.class, "token")
                .orShould()
                .callMethod(ChainLog.Transferred.class, "isNative")
                .check(CLASSES);
    }
}
