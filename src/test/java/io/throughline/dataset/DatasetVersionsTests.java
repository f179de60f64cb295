package io.throughline.dataset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DatasetVersionsTests {

    @ParameterizedTest
    @CsvSource({
        "2026.11.2, 2026.11.1, true",
        "2026.11.1, 2026.11.1, false",
        "2026.11.1, 2026.11.2, false",
        "2026.11.10, 2026.11.9, true",
        "2027, 2026.11.1, true",
        "2026.11, 2026.11.0, false",
        "2026.11.0, 2026.11, false",
        "2026.11.0.1, 2026.11, true"
    })
    void compareNumberByNumber(String one, String other, boolean newer) {
        assertThat(DatasetVersions.isNewer(one, other)).isEqualTo(newer);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "2026.", "v2026", "2026.11-rc", "2026..1", "1234567890"})
    void refuseInvalidVersions(String version) {
        assertThatIllegalArgumentException().isThrownBy(() -> DatasetVersions.check(version));
    }
}
