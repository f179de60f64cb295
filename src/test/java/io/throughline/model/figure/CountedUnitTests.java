package io.throughline.model.figure;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which printed units count the same, so that numbers in them can contradict each other. */
class CountedUnitTests {

    @ParameterizedTest
    @CsvSource({
        "cities, municipalities",
        "cities, cities and local governments",
        "members, member organizations",
        "Partners, partners",
        "universities, universities"
    })
    void comparesWordsForTheSame(String one, String other) {
        assertThat(CountedUnit.of(one)).isEqualTo(CountedUnit.of(other));
    }

    @ParameterizedTest
    @CsvSource({
        "mayors, cities",
        "businesses, universities",
        "partners, accelerators",
        "regions, states and regions",
        "institutions involved, institutions committed"
    })
    void keepsApartWhatIsNotTheSame(String one, String other) {
        assertThat(CountedUnit.of(one)).isNotEqualTo(CountedUnit.of(other));
    }
}
