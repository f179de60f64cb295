package io.throughline.reference.name;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WrittenNameTests {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Comune di Milano | milano",
                "Prefeitura Municipal de Campinas | campinas",
                "Prefeitura da Cidade de São José do Rio Preto | sao jose do rio preto",
                "Ayuntamiento de Celaya | celaya",
                "Ville de Nivelles | nivelles",
                "Gemeente Nijmegen | nijmegen",
                "Stadt Zürich | zurich",
                "Middelfart Kommune | middelfart",
                "Jászberény Városi Önkormányzat | jaszbereny",
                "Municipality of Walvis Bay Municipality | walvis bay",
                "Newcastle City Council | newcastle",
                "Eskişehir Büyükşehir Belediyesi | eskisehir"
            })
    void removesLegalForms(String name, String bare) {
        assertThat(WrittenName.bare(NameKey.of(name))).contains(bare);
    }

    @Test
    void removesWordsThatCanBePartOfANameOnlyFromReducedForms() {
        var kyoto = NameKey.of("Kyoto City");
        assertThat(WrittenName.bare(kyoto)).isEmpty();
        assertThat(WrittenName.reduced(kyoto)).contains("kyoto");
    }

    @ParameterizedTest
    @CsvSource({"Fulton County", "Kasulu District", "Unione Val d'Enza", "Lille Métropole"})
    void aCountyDistrictOrUnionIsNotTheTownInItsName(String name) {
        var key = NameKey.of(name);
        assertThat(WrittenName.bare(key)).isEmpty();
        assertThat(WrittenName.reduced(key)).isSubsetOf(Set.of("unione val denza"));
    }

    @Test
    void writesSaintsInFullAndJoinsArticles() {
        assertThat(WrittenName.reduced(NameKey.of("St. Catharines"))).contains("saint catharines");
        assertThat(WrittenName.reduced(NameKey.of("Castello d' Agogna"))).contains("castello dagogna");
    }
}
