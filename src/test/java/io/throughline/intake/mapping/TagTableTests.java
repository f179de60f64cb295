package io.throughline.intake.mapping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.throughline.intake.tabular.FileFinding;
import io.throughline.model.source.Rank;
import io.throughline.reference.date.PartialDate;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Reads the tags in a cell. */
class TagTableTests extends MappedRows {

    private static final String TAGS = HEAD + """
            member: {name: {column: name}}
            tags: {column: lists, separators: [";"]}
            defaults: {role: MEMBER, asOf: 2022-12}
            memberships:
              - {organization: gcom, role: SIGNATORY, tags: ["GCoM{year}", "GCoMEC{year}"]}
              - {organization: c40, tags: [C40, "C40{year}"]}
            notMemberships:
              - {tags: ["CDP{year}"], reason: Disclosing is not a membership}
              - {tags: [NAZCA], reason: A platform}
            deprecated:
              - {where: {name: Lagos, iso: [PT, BG]}, organization: c40, reason: Another Lagos}
            """;

    @Test
    void readsTheYearOfATagAsItsDate() {
        var stated = stated(TAGS, "name", "Bonn", "lists", ";GCoM2022;; C40 ;");

        assertThat(stated.memberships())
                .extracting(
                        each -> each.statement().organizationId(),
                        each -> each.statement().role().name(),
                        each -> each.evidence().asOf())
                .containsExactly(
                        tuple("gcom", "SIGNATORY", PartialDate.parse("2022")),
                        tuple("c40", "MEMBER", PartialDate.parse("2022-12")));
        assertThat(stated.findings()).isEmpty();
    }

    @Test
    void countsTheLatestOfSeveralTagsAndNamesThemAll() {
        for (var lists : List.of("GCoM2019;GCoMEC2021;GCoM2020", "GCoMEC2021;GCoM2019;GCoM2020")) {
            var stated = one(TAGS, "name", "Bonn", "lists", lists);

            assertThat(stated.evidence().asOf()).isEqualTo(PartialDate.parse("2021"));
            assertThat(stated.evidence().locator()).isEqualTo("line 7, column lists, tags " + lists.replace(";", ", "));
        }
    }

    @Test
    void reportsAnUndefinedTag() {
        var stated = stated(TAGS, "name", "Bonn", "lists", "C40;C4O;GCoM20211;GCoM3022");

        assertThat(stated.memberships()).hasSize(1);
        assertThat(stated.findings())
                .extracting(FileFinding::message)
                .containsExactly(
                        "tag 'C4O' is not defined in the mapping",
                        "tag 'GCoM20211' is not defined in the mapping",
                        "tag 'GCoM3022' is not defined in the mapping");
        assertThat(refused(TAGS, "name", "Bonn", "lists", "CDP2020;C4O"))
                .containsExactly("UNKNOWN_TAG lists: tag 'C4O' is not defined in the mapping");
    }

    @Test
    void leavesOutARowWithoutMembershipTags() {
        assertThat(outcome(TAGS, "name", "Bonn", "lists", "CDP2020;NAZCA;CDP2021"))
                .isEqualTo("tags that are not memberships: Disclosing is not a membership; A platform");
        assertThat(outcome(TAGS, "name", "Bonn", "lists", "NA")).isEqualTo("no tags: Column lists is empty");
        assertThat(outcome(TAGS, "name", "Bonn", "lists", ";;")).isEqualTo("no tags: Column lists is empty");
    }

    @Test
    void keepsWhatIsKnownToBeWrongAsDeprecatedWithTheReason() {
        var lagos = one(TAGS, "name", "Lagos", "iso", "PT", "lists", "C402022");
        assertThat(lagos.evidence().rank()).isEqualTo(Rank.DEPRECATED);
        assertThat(lagos.evidence().note()).isEqualTo("Another Lagos");

        assertThat(one(TAGS, "name", "Lagos", "iso", "NG", "lists", "C402022")
                        .evidence()
                        .rank())
                .isEqualTo(Rank.NORMAL);
        assertThat(one(TAGS, "name", "Lagos", "iso", "PT", "lists", "GCoM2022")
                        .evidence()
                        .rank())
                .isEqualTo(Rank.NORMAL);
    }

    private static final String PATTERNS = TAGS.replace(
            "  - {tags: [NAZCA], reason: A platform}",
            "  - {tags: [{pattern: 'Own plan( \\(.*\\))?'}], reason: A plan of its own}");

    @Test
    void readsTagsByAPatternUnlessAnotherRuleNamesThem() {
        assertThat(outcome(PATTERNS, "name", "Bonn", "lists", "Own plan (until 2030, revised);CDP2020"))
                .isEqualTo("tags that are not memberships: A plan of its own; Disclosing is not a membership");
        assertThat(refused(PATTERNS, "name", "Bonn", "lists", "Own planning"))
                .containsExactly("UNKNOWN_TAG lists: tag 'Own planning' is not defined in the mapping");
        var named = PATTERNS.replace("tags: [C40,", "tags: [{pattern: 'C40.*'}, C40,")
                .replace("'Own plan( \\(.*\\))?'", "'C40 .*'");
        assertThat(one(named, "name", "Bonn", "lists", "C40 observer")
                        .statement()
                        .organizationId())
                .as("the first of two patterns")
                .isEqualTo("c40");
        assertThat(one(named, "name", "Bonn", "lists", "C402019").evidence().asOf())
                .as("a tag with a year before a pattern")
                .isEqualTo(PartialDate.parse("2019"));
    }

    @Test
    void readsAllOtherTagsAsNoMembershipIfTheMappingSaysSo() {
        var others = TAGS.replace("tags: [NAZCA]", "tags: [{others: true}]");

        assertThat(outcome(others, "name", "Bonn", "lists", "anything;at all"))
                .isEqualTo("tags that are not memberships: A platform");
        assertThat(one(others, "name", "Bonn", "lists", "anything;C40")
                        .statement()
                        .organizationId())
                .isEqualTo("c40");
    }

    @Test
    void refusesOthersThatWouldStateAMembershipOrAreDefinedTwice() {
        assertThatThrownBy(() -> Mapping.read(TAGS.replace("[C40, ", "[{others: true}, "), "my.yaml"))
                .hasMessageContaining("`others` is only for `notMemberships`");
        assertThatThrownBy(() -> Mapping.read(TAGS.replace("[NAZCA]", "[{others: true}, {others: true}]"), "my.yaml"))
                .hasMessageContaining("`others` is already defined");
        assertThatThrownBy(() -> Mapping.read(TAGS.replace("[NAZCA]", "[{pattern: '(a'}]"), "my.yaml"))
                .hasMessageContaining("'(a' is not a valid regular expression");
    }
}
