package io.throughline.reference.name;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NameKeyTests {

    @ParameterizedTest
    @CsvSource({
        "Köln, koln, koeln",
        "KO\u0308LN, koln, koeln",
        "Koeln, koeln, koeln",
        "Århus, arhus, aarhus",
        "Tromsø, tromso, tromsoe",
        "Gießen, giessen, giessen",
        "Łódź, lodz, lodz",
        "Nevşehir, nevsehir, nevsehir",
        "Diyarbakır, diyarbakir, diyarbakir",
        "İstanbul, istanbul, istanbul",
        "São Paulo, sao paulo, sao paulo",
        "Kalyan-Dombivali, kalyan dombivali, kalyan dombivali",
        "'City & County of Hawaiʻi', city and county of hawaii, city and county of hawaii",
        "Washington D.C., washington dc, washington dc",
        "気候変動イニシアティブ, 気候変動イニシアティフ, 気候変動イニシアティフ",
        "Bos\u200Fton, boston, boston"
    })
    void ignoresCaseAccentsAndPunctuation(String name, String plain, String spelled) {
        assertThat(NameKey.of(name)).isEqualTo(new NameKey(plain, spelled));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "\u0000", "\uD800", "\u200F", "+-&|!(){}[]^\"~*?:\\/"})
    void isEmptyWithoutLettersAndDigits(String name) {
        assertThat(NameKey.of(name).plain().replace("and", "").strip()).isEmpty();
    }
}
