package io.throughline.dataset;

import static io.throughline.dataset.InvalidDatasetTests.assertInvalid;

import org.junit.jupiter.api.Test;

/** An id identifies one node, and the lines of a claim agree. */
class SameIdTests {

    @Test
    void anEntityHasOneLine() {
        assertInvalid(
                DatasetVariants.adding("persons.csv", "alok-sharma,Alok Sharma,,"),
                "persons.csv",
                DatasetVariants.nextLine("persons.csv"),
                "id",
                "'alok-sharma' is already an id in persons.csv, line 4");
    }

    @Test
    void anEntityIsInOneFile() {
        assertInvalid(
                DatasetVariants.adding("regions.csv", "boston,Boston,COUNTY,,,,,,,,,RESOLVED,"),
                "regions.csv",
                DatasetVariants.nextLine("regions.csv"),
                "id",
                "'boston' is already an id in cities.csv, line %d"
                        .formatted(DatasetVariants.lineOf("cities.csv", "boston,")));
    }

    @Test
    void aFactCannotHaveTheIdOfAnEntity() {
        assertInvalid(
                DatasetVariants.adding(
                        "figures.csv", "boston,c40,MEMBER_COUNT,98,EXACTLY,cities,,,claim-new,c40-2024-11,,,,,,,"),
                "figures.csv",
                DatasetVariants.nextLine("figures.csv"),
                "id",
                "'boston' is already an id in cities.csv, line %d"
                        .formatted(DatasetVariants.lineOf("cities.csv", "boston,")));
    }

    @Test
    void aFactCannotHaveTheIdOfAFactOfAnotherKind() {
        assertInvalid(
                DatasetVariants.adding(
                        "goals.csv", "figure-ramcc-provinces,ramcc,All,,,,,,,,claim-new,c40-2024-11,,,,,,,"),
                "goals.csv",
                DatasetVariants.nextLine("goals.csv"),
                "id",
                "'figure-ramcc-provinces' is already an id in figures.csv, line %d"
                        .formatted(DatasetVariants.lineOf("figures.csv", "figure-ramcc-provinces,")));
    }

    @Test
    void aClaimCannotHaveTheIdOfAnEntity() {
        assertInvalid(
                DatasetVariants.adding(
                        "figures.csv", "figure-new,c40,MEMBER_COUNT,98,EXACTLY,cities,,,boston,c40-2024-11,,,,,,,"),
                "figures.csv",
                DatasetVariants.nextLine("figures.csv"),
                "claim",
                "'boston' is already the id of something else in cities.csv, line %d"
                        .formatted(DatasetVariants.lineOf("cities.csv", "boston,")));
    }

    @Test
    void aClaimCannotHaveTheIdOfAFact() {
        assertInvalid(
                DatasetVariants.adding("statements.csv", "c40,size,98,figure-ramcc-provinces,c40-2024-11,,,,,,,"),
                "statements.csv",
                DatasetVariants.nextLine("statements.csv"),
                "claim",
                "'figure-ramcc-provinces' is already the id of something else in figures.csv, line %d"
                        .formatted(DatasetVariants.lineOf("figures.csv", "figure-ramcc-provinces,")));
    }

    @Test
    void aFactCannotHaveTheIdOfAClaim() {
        assertInvalid(
                DatasetVariants.adding(
                        "figures.csv", "claim-3.05,c40,MEMBER_COUNT,98,EXACTLY,cities,,,claim-new,c40-2024-11,,,,,,,"),
                "figures.csv",
                DatasetVariants.nextLine("figures.csv"),
                "id",
                "'claim-3.05' is already an id in memberships/texts.csv, line 13");
    }

    @Test
    void linesOfOneFactDoNotContradictEachOther() {
        assertInvalid(
                DatasetVariants.adding(
                        "criteria.csv",
                        "criterion-endorse,r2z-criteria-a,1,Endorse,,1999,,claim-new,text-mma,,,,,,,\n"
                                + "criterion-endorse,r2z-criteria-a,1,Endorse,,2000,,claim-new-2,text-mma,,,,,,,"),
                "criteria.csv",
                DatasetVariants.nextLine("criteria.csv") + 1,
                "target_year",
                "'2000' here but '1999' in another line with the same id");
    }

    @Test
    void aClaimHasTheSameEvidenceInAllItsLines() {
        assertInvalid(
                DatasetVariants.adding(
                        "statements.csv",
                        "c40,size,98,c40-2024-11.count,c40-2024-11,whole list,,2024-12,DERIVED,NORMAL,,"),
                "statements.csv",
                DatasetVariants.nextLine("statements.csv"),
                "as_of",
                "the same claim has '2024-11-06' in this column in figures.csv, line 19");
    }

    @Test
    void evidenceMissingInOneLineIsADifference() {
        assertInvalid(
                DatasetVariants.adding(
                        "statements.csv",
                        "c40,size,98,c40-2024-11.count,c40-2024-11,whole list,97 names,2024-11,DERIVED,NORMAL,,"),
                "statements.csv",
                DatasetVariants.nextLine("statements.csv"),
                "printed",
                "the same claim has nothing in this column in figures.csv, line 19");
    }

    @Test
    void aClaimStatesEachFactOnce() {
        var line = "jci-race-to-zero-circle,SECTION,jci,,,DIRECT,,,,IN_FORCE,,,,claim-2.15,text-jci,"
                + "\"heading \"\"2. How to join the Race To Zero via the JCI Race to Zero Circle\"\"\",member circle,,STATED,NORMAL,,";
        assertInvalid(
                DatasetVariants.adding("memberships/texts.csv", line),
                "memberships/texts.csv",
                DatasetVariants.nextLine("memberships/texts.csv"),
                "claim",
                "'claim-2.15' already states this in memberships/texts.csv, line 10");
    }
}
