package io.throughline.intake.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Finds how the dates of a column are written. */
class DateFormatFinderTests {

    private static DateFormatFinder.FoundDates find(String... texts) {
        return new DateFormatFinder().find(List.of(texts));
    }

    @Test
    void needsNoFormatForDatesOfTheGraph() {
        assertThat(find("2019", "2019-05", "2019-05-07", "2019-W07", "2019-05-07T10:00:00Z")
                        .formats())
                .isEmpty();
    }

    @Test
    void tellsDayAndMonthByTheDatesThatCanOnlyBeRead() {
        assertThat(find("3/4/2019", "13/4/2019").formats()).containsExactly("d/M/y");
        assertThat(find("3/4/2019", "4/13/2019").formats()).containsExactly("M/d/y");
        var mixed = find("13/4/2019", "4/13/2019", "4/5/2019");
        assertThat(mixed.formats()).containsExactlyInAnyOrder("d/M/y", "M/d/y");
        assertThat(mixed.ambiguous()).containsExactly("4/5/2019");
    }

    @Test
    void findsTheLanguageOfTheMonths() {
        var french = find("3 février 2018", "12 août 2018");
        assertThat(french.formats()).containsExactly("d MMM y");
        assertThat(french.locale()).isEqualTo("fr");
        assertThat(find("7 de mayo de 2018").locale()).isEqualTo("es");
        assertThat(find("May 2018").locale()).isNull();
    }

    @Test
    void findsShortYearsSpansAndWhatIsNoDate() {
        var found = find("3.4.19", "30.4.21", "soon");
        assertThat(found.formats()).containsExactly("d.M.yy");
        assertThat(found.pivot()).isEqualTo(1950);
        assertThat(found.unreadable()).containsExactly("soon");
        assertThat(found.hasSpans()).isFalse();
        assertThat(find("2017-2019", "2018").hasSpans()).isTrue();
    }

    @Test
    void findsFormatsForSeveralThreadsAtOnce() throws Exception {
        var threads = 4;
        var pool = Executors.newFixedThreadPool(threads);
        try {
            for (var round = 0; round < 5; round++) {
                var finder = new DateFormatFinder();
                var start = new CyclicBarrier(threads);
                Callable<DateFormatFinder.FoundDates> search = () -> {
                    start.await();
                    return finder.find(List.of("7 de mayo de 2018"));
                };
                var found = pool.invokeAll(
                        IntStream.range(0, threads).mapToObj(i -> search).toList());
                assertThat(found)
                        .extracting(Future::get)
                        .extracting(DateFormatFinder.FoundDates::locale)
                        .containsOnly("es");
            }
        } finally {
            pool.shutdownNow();
        }
    }
}
