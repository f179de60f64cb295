package io.throughline.reference.name;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EditDistanceTests {

    @ParameterizedTest
    @CsvSource({"boston, boston, 0", "bostn, boston, 1", "bostno, boston, 1", "bostom, boston, 1", "'', abc, 3"})
    void countsLettersLeftOutAddedReplacedAndSwapped(String from, String to, int errors) {
        assertThat(EditDistance.errors(from, to)).isEqualTo(errors);
        assertThat(EditDistance.errors(to, from)).isEqualTo(errors);
    }
}
