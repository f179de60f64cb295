package io.throughline;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.graphql.test.tester.GraphQlTester;

/** The numbers that {@code docs/study-overlap.md} and its figure name are those of the query next to them. */
@GraphTest
class StudyTests {

    private static final Path FOLDER = Path.of("docs/study");

    @Autowired
    private GraphQlTester graphQl;

    private GraphQlTester.Response answer;
    private String text;
    private String figure;

    @BeforeEach
    void ask() throws IOException {
        answer = graphQl.document(Files.readString(FOLDER.resolve("overlap.graphql")))
                .execute();
        text = Files.readString(Path.of("docs/study-overlap.md")).replaceAll("\\s+", " ");
        figure = Files.readString(FOLDER.resolve("overlap.svg"));
    }

    @Test
    void sharesOfC40() {
        assertThat(numbers("overlap.pairs[*].b.id", String.class)).containsExactly("race-to-zero", "gcom", "iclei");
        assertThat(numbers("overlap.pairs[*].sizeA", Integer.class)).containsOnly(97);
        assertThat(numbers("overlap.pairs[*].intersection", Integer.class)).containsExactly(84, 72, 10);
        assertThat(numbers("overlap.sets[*].size", Integer.class)).containsExactly(97, 302, 9875, 71);
        assertThat(numbers("overlap.pairs[*].measurable", Boolean.class)).containsOnly(false);
        assertThat(numbers("byNetZeroTracker.totalCount", Integer.class)).containsExactly(77);
        assertThat(numbers("deniedByNetZeroTracker.totalCount", Integer.class)).containsExactly(12);
        assertThat(numbers("byMyCovenant.totalCount", Integer.class)).containsExactly(17);
        assertThat(text)
                .contains("| Race to Zero | 302 | **84 of 97** |")
                .contains("| Global Covenant of Mayors | 9,875 | **72 of 97** |")
                .contains("| ICLEI | 71 | not measurable |")
                .contains("Of the 84, 77 are in the Net Zero Tracker's list of 20 December 2022")
                .contains(
                        "says of 12 of the 13 that they were not members on its day, and of the other one no source here says")
                .contains("71 of its members are recorded, 10 of them in C40")
                .contains("MyCovenant has 17 of these as well");
        assertThat(figure).contains(">84 of 97<", ">72 of 97<", ">not measurable: 71 members recorded<");
    }

    @Test
    void combinationsOfC40() {
        var sizes = new HashMap<String, Object>();
        for (Map<?, ?> each : answer.path("intersections").entityList(Map.class).get()) {
            sizes.put(String.valueOf(each.get("sets")), each.get("size"));
        }
        assertThat(sizes)
                .containsEntry("[c40, race-to-zero, gcom]", 70)
                .containsEntry("[c40, race-to-zero]", 14)
                .containsEntry("[c40, gcom]", 2)
                .containsEntry("[c40]", 11);
        assertThat(text)
                .contains("70 are recorded in both, 14 in Race to Zero only, 2 in the Covenant only, 11 in neither");
        assertThat(figure).contains(">70<", ">14<", ">2<", ">11<");
    }

    @Test
    void yearsOfTheLists() {
        assertThat(numbers("panel.years[*]", Integer.class)).containsExactly(2018, 2019, 2020, 2021, 2022, 2023, 2024);
        assertThat(numbers("panel.columns[*].recorded", List.class))
                .containsExactly(
                        List.of(76, 94, 92, 95, 94, 93, 97),
                        List.of(0, 0, 31, 49, 292, 0, 0),
                        List.of(6975, 7331, 7419, 7590, 7970, 7993, 7993),
                        List.of(13, 1, 0, 0, 23, 5, 5));
        assertThat(numbers("panel.columns[0].unknown[*]", Integer.class)).containsExactly(28, 10, 12, 9, 10, 11, 7);
        assertThat(text)
                .contains("| C40 | 76 | 94 | 92 | 95 | 94 | 93 | 97 |")
                .contains("| Race to Zero | – | – | 31 | 49 | 292 | – | – |")
                .contains("| Global Covenant of Mayors | 6,975 | 7,331 | 7,419 | 7,590 | 7,970 | 7,993 | 7,993 |")
                .contains("| ICLEI | 13 | 1 | – | – | 23 | 5 | 5 |");
    }

    @Test
    void daysOfTheLists() {
        assertThat(numbers("overlap.sets[*].coverage.complete", String.class)).containsExactly("YES", "NO", "NO", "NO");
        assertThat(numbers("overlap.sets[0].coverage.lists[*].asOf", String.class))
                .contains("2010-03", "2024-11-06");
        assertThat(numbers("overlap.sets[1].coverage.lists[*].asOf", String.class))
                .containsExactly("2021", "2022-12", "2022-12-20");
        assertThat(numbers("overlap.sets[2].coverage.lists[*].asOf", String.class))
                .contains("2022-12", "2024-01");
    }

    private <T> List<T> numbers(String path, Class<T> type) {
        return path.contains("[*]")
                ? answer.path(path).entityList(type).get()
                : List.of(answer.path(path).entity(type).get());
    }
}
