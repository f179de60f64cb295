package io.throughline.intake.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import io.throughline.RandomValues;
import io.throughline.SeededTries;
import io.throughline.intake.tabular.TableRow;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Any text can be read as a mapping, and any row interpreted, without an unexpected error. */
@Tag(SeededTries.TAG)
class AnyMappingTests {

    private static final List<String> NAMES = List.of(
            "net-zero-tracker-2022-12-20",
            "climactor-2022-12",
            "cdp-cities-disclosing-2020",
            "eu-covenant-coordinators-2022",
            "race-to-resilience-members-2023");

    private static final List<String> DAMAGE = List.of(
            "",
            " ",
            "\n",
            ":",
            "- ",
            "[",
            "]",
            "{",
            "}",
            "\"",
            "'",
            "#",
            "&a ",
            "*a",
            "!t ",
            "|",
            ">",
            "?",
            "%",
            "\t",
            "\u0000",
            "é",
            "null",
            "column",
            "{year}",
            "31/02/2021",
            "MEMBER");

    /** Valid and invalid texts of cells. */
    private static final List<String> CELLS = List.of(
            "",
            "NA",
            "Yes",
            "No",
            "City",
            "Region",
            "Company",
            "USA",
            "BRA",
            "XXX",
            "-1",
            "1e9",
            "91",
            "181",
            "POINT (1 2)",
            "POINT (1 200)",
            "31/02/2021",
            "RegionsAdapt",
            "Alberta, EEUU",
            "Province of Lecce",
            "Coordinator",
            "\u0000");

    private static final List<String> COLUMNS = List.of(
            "actor_type",
            "race_to_zero_member",
            "country",
            "population",
            "iso",
            "entity_type",
            "state",
            "lat",
            "lng",
            "City Location",
            "Population",
            "location_as_stated",
            "partner",
            "coordinator_name");

    /** A change of a text: replaces {@code length} characters from a position on. */
    record Change(int position, int length, String text) {

        String apply(String whole) {
            var from = Math.floorMod(position, whole.length());
            var to = Math.min(whole.length(), from + length);
            return whole.substring(0, from) + text + whole.substring(to);
        }
    }

    @Test
    void readsADamagedMappingOrNamesItsMistakes() {
        SeededTries.fresh(300, random -> {
            var name = random.of(NAMES);
            var changes =
                    random.list(1, 4, () -> new Change(random.integer(), random.between(0, 12), random.of(DAMAGE)));
            var text = MappedLists.text(name);
            for (var change : changes) {
                text = change.apply(text);
            }
            var lines = text.lines().count();

            try {
                assertThat(Mapping.read(text, "damaged.yaml")).isNotNull();
            } catch (InvalidMappingException e) {
                assertThat(e.mistakes()).isNotEmpty().allSatisfy(mistake -> {
                    assertThat(mistake.line()).isBetween(1, (int) lines + 1);
                    assertThat(mistake.column()).isPositive();
                    assertThat(mistake.message()).isNotBlank();
                });
            }
        });
    }

    @Test
    void interpretsAnyRowWithoutInventingAnything() {
        SeededTries.fresh(500, random -> {
            var name = random.of(NAMES);
            var cells = cells(random);
            var mapping = MappedLists.mapping(name);
            var known = new HashSet<>(mapping.neededOrganizations());
            mapping.organizations().forEach(organization -> known.add(organization.id()));

            var interpreted = mapping.interpret(new TableRow(3, cells, List.of()));

            if (interpreted instanceof InterpretedRow.Stated stated) {
                assertThat(stated.memberships())
                        .isNotEmpty()
                        .doesNotHaveDuplicates()
                        .allSatisfy(membership -> {
                            assertThat(known)
                                    .contains(membership.statement().organizationId())
                                    .containsAll(membership.statement().viaIds());
                            assertThat(membership.member().name()).isNotBlank();
                            assertThat(cells.values())
                                    .anyMatch(cell ->
                                            cell.contains(membership.member().name()));
                            assertThat(membership.evidence().locator()).startsWith("line 3, ");
                        });
            } else if (interpreted instanceof InterpretedRow.LeftOut leftOut) {
                assertThat(leftOut.rule()).isNotBlank();
                assertThat(leftOut.reason()).isNotBlank();
            } else {
                assertThat(((InterpretedRow.Refused) interpreted).findings()).isNotEmpty();
            }
        });
    }

    @Test
    void splitsACellAtEverySeparatorAndNowhereElse() {
        SeededTries.fresh(1_000, random -> {
            var cell = random.text(";, ab", 20);
            var cut = cell.replace(";", "|").replace(", ", "|").split("\\|", -1);

            assertThat(ValueExpression.split(cell, List.of(";", ", "))).as(cell).containsExactly(cut);
        });
    }

    /** Cells for the columns of the five lists. */
    private static Map<String, String> cells(RandomValues random) {
        var name = random.of("Boston, MA", "Lagos", "Patù", "Calgary", "", "NA", "City of Athens, Greece", "=cmd|x");
        var tags = String.join(
                ";",
                random.list(
                        0,
                        4,
                        () -> random.of(
                                "GCoM2022", "C40Cities2022", "Race to Zero", "NAZCA", "", "CDP Cities", "??", "C40")));
        var cells = new LinkedHashMap<String, String>();
        List.of("name", "member", "City", "Organization").forEach(column -> cells.put(column, name));
        COLUMNS.forEach(column -> cells.put(column, random.of(CELLS)));
        cells.put("initiatives_committed", tags);
        cells.put("Reporting Authority", tags.replace(";", ","));
        return cells;
    }
}
