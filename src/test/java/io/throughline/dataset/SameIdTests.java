package io.throughline.dataset;

import static io.throughline.dataset.InvalidDatasetTests.assertMistake;

import org.junit.jupiter.api.Test;

/** An id is one thing, and a claim says one thing in all its lines. */
class SameIdTests {

    @Test
    void aThingStandsInOneLine() {
        assertMistake(
                Drafts.adding("persons.csv", "alok-sharma,Alok Sharma,,"),
                "persons.csv",
                6,
                "id",
                "'alok-sharma' is already an id in persons.csv, line 4");
    }

    @Test
    void aThingStandsInOneFile() {
        assertMistake(
                Drafts.adding("regions.csv", "boston,Boston,COUNTY,,,,,,,,RESOLVED,"),
                "regions.csv",
                Drafts.nextLine("regions.csv"),
                "id",
                "'boston' is already an id in cities.csv, line %d".formatted(Drafts.lineOf("cities.csv", "boston,")));
    }

    @Test
    void aFactIsNotAThing() {
        assertMistake(
                Drafts.adding(
                        "figures.csv", "boston,c40,MEMBER_COUNT,98,EXACTLY,cities,,,claim-new,c40-2024-11,,,,,,,"),
                "figures.csv",
                Drafts.nextLine("figures.csv"),
                "id",
                "'boston' is already an id in cities.csv, line %d".formatted(Drafts.lineOf("cities.csv", "boston,")));
    }

    @Test
    void aFactOfOneKindIsNoneOfAnother() {
        assertMistake(
                Drafts.adding("goals.csv", "figure-ramcc-provinces,ramcc,All,,,,,,,,claim-new,c40-2024-11,,,,,,,"),
                "goals.csv",
                Drafts.nextLine("goals.csv"),
                "id",
                "'figure-ramcc-provinces' is already an id in figures.csv, line %d"
                        .formatted(Drafts.lineOf("figures.csv", "figure-ramcc-provinces,")));
    }

    @Test
    void aClaimIsNotAThing() {
        assertMistake(
                Drafts.adding(
                        "figures.csv", "figure-new,c40,MEMBER_COUNT,98,EXACTLY,cities,,,boston,c40-2024-11,,,,,,,"),
                "figures.csv",
                Drafts.nextLine("figures.csv"),
                "claim",
                "'boston' is already the id of something else in cities.csv, line %d"
                        .formatted(Drafts.lineOf("cities.csv", "boston,")));
    }

    @Test
    void aClaimIsNotAFact() {
        assertMistake(
                Drafts.adding("statements.csv", "c40,size,98,figure-ramcc-provinces,c40-2024-11,,,,,,,"),
                "statements.csv",
                Drafts.nextLine("statements.csv"),
                "claim",
                "'figure-ramcc-provinces' is already the id of something else in figures.csv, line %d"
                        .formatted(Drafts.lineOf("figures.csv", "figure-ramcc-provinces,")));
    }

    @Test
    void aFactIsNotAClaim() {
        assertMistake(
                Drafts.adding(
                        "figures.csv", "claim-3.05,c40,MEMBER_COUNT,98,EXACTLY,cities,,,claim-new,c40-2024-11,,,,,,,"),
                "figures.csv",
                Drafts.nextLine("figures.csv"),
                "id",
                "'claim-3.05' is already an id in memberships/texts.csv, line 13");
    }

    @Test
    void linesOfOneFactDoNotContradictEachOther() {
        assertMistake(
                Drafts.adding(
                        "criteria.csv",
                        "criterion-endorse,r2z-criteria-a,1,Endorse,,1999,,claim-new,text-mma,,,,,,,\n"
                                + "criterion-endorse,r2z-criteria-a,1,Endorse,,2000,,claim-new-2,text-mma,,,,,,,"),
                "criteria.csv",
                Drafts.nextLine("criteria.csv") + 1,
                "target_year",
                "'2000' here, and '1999' in another line of the same id");
    }

    @Test
    void aClaimHasTheSameEvidenceInAllItsLines() {
        assertMistake(
                Drafts.adding(
                        "statements.csv",
                        "c40,size,98,c40-2024-11.count,c40-2024-11,whole list,,2024-12,DERIVED,NORMAL,,"),
                "statements.csv",
                Drafts.nextLine("statements.csv"),
                "as_of",
                "the same claim has '2024-11' here in figures.csv, line 19");
    }

    @Test
    void evidenceThatOneLineLeavesOutIsOtherEvidence() {
        assertMistake(
                Drafts.adding(
                        "statements.csv",
                        "c40,size,98,c40-2024-11.count,c40-2024-11,whole list,97 names,2024-11,DERIVED,NORMAL,,"),
                "statements.csv",
                Drafts.nextLine("statements.csv"),
                "printed",
                "the same claim has nothing here in figures.csv, line 19");
    }

    @Test
    void aClaimSaysAThingOnce() {
        var line = "jci-race-to-zero-circle,SECTION,jci,,,DIRECT,,,,IN_FORCE,,,,claim-2.15,text-jci,"
                + "\"heading \"\"2. How to join the Race To Zero via the JCI Race to Zero Circle\"\"\",member circle,,STATED,NORMAL,,";
        assertMistake(
                Drafts.adding("memberships/texts.csv", line),
                "memberships/texts.csv",
                Drafts.nextLine("memberships/texts.csv"),
                "claim",
                "'claim-2.15' says the same in memberships/texts.csv, line 10");
    }
}
