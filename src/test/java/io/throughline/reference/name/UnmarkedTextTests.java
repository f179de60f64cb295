package io.throughline.reference.name;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class UnmarkedTextTests {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Lima* | Lima | *",
                "* Lima | Lima | *",
                "La Paz ** | La Paz | **",
                "Quito[1], Ecuador | Quito , Ecuador | [1]",
                "Quito [a] | Quito | [a]",
                "Cuenca (3) | Cuenca | (3)",
                "Loja (see note 2) | Loja | (see note 2)",
                "Cali¹ | Cali | ¹",
                "3) Cali | Cali | 3)",
                "• Cali | Cali | •",
                "Ibarra.4 | Ibarra | .4"
            })
    void setsMarksAside(String printed, String text, String mark) {
        assertThat(UnmarkedText.of(printed).text()).isEqualTo(text);
        assertThat(UnmarkedText.of(printed).marks()).containsExactly(mark);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "25 de Mayo",
                "Paris (75)",
                "Boston (MA)",
                "Centre for Climate Change (BC3)",
                "Köln",
                "St. Pölten",
                "Washington, D.C.",
                "Arles, 66",
                "*",
                "12. ",
                "Wien (1. Bezirk)",
                "Nordhausen-Nord"
            })
    void keepsWhatIsPartOfTheName(String printed) {
        assertThat(UnmarkedText.of(printed).text()).isEqualTo(printed);
        assertThat(UnmarkedText.of(printed).marks()).isEmpty();
    }

    @Test
    void namesTheSidesOfASlashOrDash() {
        assertThat(WrittenName.of("Helsinki - Helsingfors, Finland").sides())
                .containsExactly("Helsinki", "Helsingfors");
        assertThat(WrittenName.of("Vitoria-Gasteiz").sides()).containsExactly("Vitoria-Gasteiz");
    }
}
