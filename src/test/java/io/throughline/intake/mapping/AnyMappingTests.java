package io.throughline.intake.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import io.throughline.intake.tabular.TableRow;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Any text can be read as a mapping, and any row interpreted, without an unexpected error. */
class AnyMappingTests {

    private static final List<String> NAMES = List.of(
            "net-zero-tracker-2022-12-20",
            "climactor-2022-12",
            "cdp-cities-disclosing-2020",
            "eu-covenant-coordinators-2022",
            "race-to-resilience-members-2023");

    /** A change of a text: replaces {@code length} characters from a position on. */
    record Change(int position, int length, String text) {

        String apply(String whole) {
            var from = Math.floorMod(position, whole.length());
            var to = Math.min(whole.length(), from + length);
            return whole.substring(0, from) + text + whole.substring(to);
        }
    }

    @Property(tries = 300)
    void readsADamagedMappingOrNamesItsMistakes(@ForAll("names") String name, @ForAll("changes") List<Change> changes) {
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
    }

    @Property(tries = 500)
    void interpretsAnyRowWithoutInventingAnything(
            @ForAll("names") String name, @ForAll("cells") Map<String, String> cells) {
        var mapping = MappedLists.mapping(name);
        var known = new HashSet<>(mapping.neededOrganizations());
        mapping.organizations().forEach(organization -> known.add(organization.id()));

        var interpreted = mapping.interpret(new TableRow(3, cells, List.of()));

        if (interpreted instanceof InterpretedRow.Stated stated) {
            assertThat(stated.memberships())
                    .isNotEmpty()
                    .doesNotHaveDuplicates()
                    .allSatisfy(membership -> {
                        assertThat(known).contains(membership.organizationId()).containsAll(membership.viaIds());
                        assertThat(membership.member().name()).isNotBlank();
                        assertThat(cells.values())
                                .anyMatch(cell ->
                                        cell.contains(membership.member().name()));
                        assertThat(membership.locator()).startsWith("line 3, ");
                    });
        } else if (interpreted instanceof InterpretedRow.LeftOut leftOut) {
            assertThat(leftOut.rule()).isNotBlank();
            assertThat(leftOut.reason()).isNotBlank();
        } else {
            assertThat(((InterpretedRow.Refused) interpreted).findings()).isNotEmpty();
        }
    }

    @Property
    void splitsACellAtEverySeparatorAndNowhereElse(@ForAll("split") String cell) {
        var cut = cell.replace(";", "|").replace(", ", "|").split("\\|", -1);

        assertThat(ValueExpression.split(cell, List.of(";", ", "))).containsExactly(cut);
    }

    @Provide
    Arbitrary<String> names() {
        return Arbitraries.of(NAMES);
    }

    @Provide
    Arbitrary<String> split() {
        return Arbitraries.strings().withChars(";, ab").ofMaxLength(20);
    }

    @Provide
    Arbitrary<List<Change>> changes() {
        var texts = Arbitraries.of(
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
        return Combinators.combine(
                        Arbitraries.integers(), Arbitraries.integers().between(0, 12), texts)
                .as(Change::new)
                .list()
                .ofMinSize(1)
                .ofMaxSize(4);
    }

    /** Cells for the columns of the five lists, with valid and invalid texts. */
    @Provide
    Arbitrary<Map<String, String>> cells() {
        var names =
                Arbitraries.of("Boston, MA", "Lagos", "Patù", "Calgary", "", "NA", "City of Athens, Greece", "=cmd|x");
        var odd = Arbitraries.of(
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
        var tags = Arbitraries.of("GCoM2022", "C40Cities2022", "Race to Zero", "NAZCA", "", "CDP Cities", "??", "C40")
                .list()
                .ofMaxSize(4)
                .map(list -> String.join(";", list));
        return Combinators.combine(names, odd.list().ofSize(14), tags).as((name, others, tag) -> {
            var cells = new LinkedHashMap<String, String>();
            List.of("name", "member", "City", "Organization").forEach(column -> cells.put(column, name));
            var columns = List.of(
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
            for (var i = 0; i < columns.size(); i++) {
                cells.put(columns.get(i), others.get(i));
            }
            cells.put("initiatives_committed", tag);
            cells.put("Reporting Authority", tag.replace(";", ","));
            return cells;
        });
    }
}
