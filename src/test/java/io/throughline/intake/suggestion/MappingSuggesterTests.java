package io.throughline.intake.suggestion;

import static io.throughline.intake.tabular.Workbooks.row;
import static org.assertj.core.api.Assertions.assertThat;

import io.throughline.intake.mapping.InterpretedRow;
import io.throughline.intake.mapping.Mapping;
import io.throughline.intake.mapping.StatedMembership;
import io.throughline.intake.tabular.FileLimits;
import io.throughline.intake.tabular.PublishedFile;
import io.throughline.intake.tabular.TableRow;
import io.throughline.intake.tabular.Workbooks;
import io.throughline.reference.gazetteer.Gazetteer;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Typical lists are read as they are meant with the mapping proposed for them, once its placeholders are stated. */
class MappingSuggesterTests {

    private static final MappingSuggester SUGGESTER = new MappingSuggester(new Gazetteer());

    @TempDir
    private Path folder;

    private Path file = Path.of("");
    private String text = "";

    private MappingSuggestion suggest(String name, String content) throws Exception {
        return suggest(name, content, StandardCharsets.UTF_8);
    }

    private MappingSuggestion suggest(String name, String content, Charset charset) throws Exception {
        return suggest(Files.writeString(folder.resolve(name), content, charset));
    }

    private MappingSuggestion suggest(Path path) throws Exception {
        file = path;
        var suggestion = SUGGESTER.suggest(path, String.valueOf(path.getFileName()), FileLimits.defaults());
        text = suggestion.text();
        return suggestion;
    }

    /** The memberships that the file states by the proposed mapping, with what a person has to edit. */
    private List<String> stated(String... edits) throws Exception {
        assertThat(edits.length / 2).as("edits").isLessThanOrEqualTo(3);
        var mapping = text;
        for (var i = 0; i < edits.length; i += 2) {
            assertThat(mapping).contains(edits[i]);
            mapping = mapping.replace(edits[i], edits[i + 1]);
        }
        var read = Mapping.read(mapping, "proposed.yaml");
        assertThat(read.placeholders()).isEmpty();
        var stated = new ArrayList<String>();
        try (var table = PublishedFile.open(file, "list", read.readOptions(FileLimits.defaults()));
                var lines = table.lines()) {
            read.requireColumns(table.header());
            lines.forEach(line -> {
                var row = read.interpret((TableRow) line);
                if (row instanceof InterpretedRow.Stated statedRow) {
                    assertThat(statedRow.findings()).as(mappingText(read)).isEmpty();
                    statedRow.memberships().forEach(each -> stated.add(description(each)));
                } else {
                    assertThat(row).as(mappingText(read)).isInstanceOf(InterpretedRow.LeftOut.class);
                }
            });
        }
        return stated;
    }

    private static String mappingText(Mapping mapping) {
        return mapping.text();
    }

    private static String description(StatedMembership stated) {
        var member = stated.member();
        var from = stated.statement().validFrom();
        var asOf = stated.evidence().asOf();
        return "%s %s %s %s %s%s%s"
                .formatted(
                        member.name(),
                        member.kind(),
                        member.country(),
                        member.state(),
                        stated.statement().organizationId(),
                        from == null ? "" : " since " + from.text(),
                        asOf == null ? "" : " as of " + asOf.text())
                .concat(member.population() == null ? "" : ", %d people".formatted(member.population()))
                .concat(member.latitude() == null ? "" : ", at %s %s".formatted(member.latitude(), member.longitude()));
    }

    private static final String[] IDS = {"replace-me-source", "my-source", "replace-me-organization", "my-network"};

    @Test
    void readsAListInSpanishWithTitleLinesAndSemicolons() throws Exception {
        suggest("adheridos.csv", """
                Municipios adheridos;;;;
                ;;;;
                Municipio;País;Departamento;N.º de habitantes;Fecha de adhesión
                Pasto;Colombia;Nariño;392 930;14/03/2019
                Tunja;Colombia;Boyacá;s/d;2/11/2020
                Loja;Ecuador;Loja;274 112;25/5/2018
                """);

        assertThat(stated(IDS))
                .as(text)
                .containsExactly(
                        "Pasto CITY Colombia Nariño my-network since 2019-03-14, 392930 people",
                        "Tunja CITY Colombia Boyacá my-network since 2020-11-02",
                        "Loja CITY Ecuador Loja my-network since 2018-05-25, 274112 people");
    }

    @Test
    void readsAMatrixOfNetworksInEnglish() throws Exception {
        suggest("networks.csv", """
                City Name,ISO3,Type,C40,Member of ICLEI,LEED office,Net-zero target
                Durban,ZAF,City,X,x,yes,2050
                Accra,GHA,City,x,,no,2040
                Lagos,NGA,City,,X,yes,
                Kaduna,NGA,State,,,no,
                """);

        assertThat(stated("replace-me-source", "my-source"))
                .containsExactly(
                        "Durban CITY ZAF null c40",
                        "Durban CITY ZAF null iclei",
                        "Accra CITY GHA null c40",
                        "Lagos CITY NGA null iclei");
        assertThat(text).contains("# - Net-zero target:").doesNotContain("Net-zero target}");
    }

    @Test
    void readsTagsWithYearsAndLeavesUnknownOnesToAPerson() throws Exception {
        suggest("tags.csv", """
                name|iso|lat|lng|initiatives_committed
                Turku|FI|60.45|22.27|C40 2019;Green Coast
                Oulu|FI|65.01|25.47|Global Covenant of Mayors;Green Coast
                Espoo|FI|60.21|24.66|C40 2021
                Vaasa|FI|63.10|21.62|Green Coast
                """);

        assertThat(stated("replace-me-source", "my-source"))
                .containsExactly(
                        "Turku ANY FI null c40 as of 2019, at 60.45 22.27",
                        "Oulu ANY FI null gcom, at 65.01 25.47",
                        "Espoo ANY FI null c40 as of 2021, at 60.21 24.66");
        assertThat(text)
                .contains("- tags: [Green Coast] # give any that are memberships an organization above")
                .contains("#   - {organization: gcom, complete: UNKNOWN, selection: WHOLE}");
    }

    @Test
    void readsAListInGermanWithAFlagAndNamesOfMonths() throws Exception {
        suggest("Mitglieder 2023.csv", """
                Gemeinde;Land;Kanton;Einwohnerzahl;Mitglied seit;Mitglied
                Köniz;Schweiz;Bern;43'000;3. März 2011;ja
                Zürich;Schweiz;Zürich;421'000;12. Mai 1998;JA
                Genève;Schweiz;Genf;203'000;1. Oktober 2005;Nein
                """, Charset.forName("windows-1252"));

        assertThat(text).startsWith("# yaml").contains("id: mitglieder-2023\n", "# The file: the file is not UTF-8");
        assertThat(stated(IDS))
                .as(text)
                .containsExactly(
                        "Köniz CITY Schweiz Bern my-network since 2011-03-03, 43000 people",
                        "Zürich CITY Schweiz Zürich my-network since 1998-05-12, 421000 people");
    }

    @Test
    void readsTheSheetWithTheTable() throws Exception {
        var workbook = new Workbooks()
                .sheet("Read me", "", row(1, "Compiled in May"))
                .sheet(
                        "Members: all",
                        "",
                        row(1, "Ville", "Pays", "Population")
                                + row(2, "Grenoble", "France", "158198")
                                + row(3, "Namur", "Belgique", "110939"));

        suggest(Files.write(folder.resolve("list.xlsx"), workbook.bytes()));

        assertThat(text).contains("sheet: \"Members: all\"");
        assertThat(stated(IDS))
                .as(text)
                .containsExactly(
                        "Grenoble CITY France null my-network, 158198 people",
                        "Namur CITY Belgique null my-network, 110939 people");
    }

    @Test
    void readsAFileWithoutAHeader() throws Exception {
        suggest("plain.csv", "Windhoek,NA\nGaborone,BW\nMaseru,LS\nMaun,BW\n");

        assertThat(text).contains("headerLine: 0").doesNotContain("nulls");
        assertThat(stated(IDS))
                .as(text)
                .startsWith("Windhoek ANY NA null my-network")
                .hasSize(4);
    }

    @Test
    void recognisesDataInPlaceOfAHeader() throws Exception {
        suggest("councils.csv", "Derwent Council,17,\"4,210\"\nHuon Council,9,812\nBreak Council,23,\"1,001\"\n");

        assertThat(text).contains("headerLine: 0", "name: {column: column 1}");
        assertThat(stated(IDS)).hasSize(3);
        suggest("years.csv", "Town,2019,2020\nCork,5,7\nSligo,2,3\n");
        assertThat(text).contains("name: {column: Town}");
    }

    @Test
    void leavesTheOrderOfDayAndMonthToAPersonIfNoDateTells() throws Exception {
        suggest("dates.csv", """
                Town,Country,Joined
                Cork,Ireland,4/5/2019
                Sligo,Ireland,1/12/2020
                """);

        assertThat(text).contains("dates: [d/M/y, M/d/y]", "keep only the order that is meant");
        assertThat(stated(
                        "replace-me-source",
                        "my-source",
                        "replace-me-organization",
                        "my-network",
                        "[d/M/y, M/d/y]",
                        "d/M/y"))
                .contains("Cork CITY Ireland null my-network since 2019-05-04");
    }

    @Test
    void asksAboutAFlagThatMayNotBeAboutMembership() throws Exception {
        var suggestion = suggest("flag.csv", "Kommune,Land,Radwege\nHalden,Norway,x\nMoss,Norway,\n");

        assertThat(suggestion.columns())
                .extracting(RecognizedColumn::meaning)
                .containsExactly(ColumnMeaning.NAME, ColumnMeaning.COUNTRY, ColumnMeaning.FLAG);
        assertThat(Mapping.read(text, "flag.yaml").placeholders())
                .extracting(each -> each.message().split("'")[1])
                .containsExactly("replace-me-source", "replace-me-reason", "replace-me-organization");
    }

    @Test
    void takesNoTargetForTheEndOfAMembership() throws Exception {
        var suggestion = suggest(
                "targets.csv",
                "Town,Country,race_to_zero_member,end_target_year\nCork,Ireland,yes,2040\nSligo,Ireland,no,2050\n");

        assertThat(suggestion.columns().get(3).meaning()).isEqualTo(ColumnMeaning.UNUSED);
        assertThat(stated("replace-me-source", "my-source")).containsExactly("Cork CITY Ireland null race-to-zero");
    }

    @Test
    void leavesManyFlagsThatMayDescribeTheMembersToAPerson() throws Exception {
        suggest(
                "flags.csv",
                "Town,Country,Trams,Harbour,Airport\nCork,Ireland,,x,x\nSligo,Ireland,,x,\nTrim,Ireland,x,,\n");

        assertThat(text)
                .contains(
                        "# Not used: Trams: all its cells are yes or no;",
                        "add a rule with `where: {Trams: {anyCase: x}}`");
        assertThat(stated(IDS)).hasSize(3);
    }

    @Test
    void saysWhenNoColumnHasNames() throws Exception {
        var suggestion = suggest("numbers.csv", "a,b\n1,2.5\n2,7.25\n");

        assertThat(suggestion.columns())
                .allSatisfy(column -> assertThat(column.meaning()).isEqualTo(ColumnMeaning.UNUSED));
        assertThat(text).contains("name: {column: replace-me-name} # no column has names of cities or regions");
        assertThat(Mapping.read(text, "numbers.yaml").placeholders()).hasSize(3);
    }

    @Test
    void writesAnyTextOfAFileAsValidYaml() throws Exception {
        suggest("odd: 'names' #1.csv", """
                "City: 'main' ""x\""","Country {ISO} #","Net, works","Joined [y]: # "
                Brno,CZ,"C40; {odd}; a: b # c; true; 12","5 Jan 2019 – 7 Jan 2019"
                Olomouc,CZ,"{odd}; a: b # c; true; - x","tbd"
                Zlín,CZ,"{odd}; true; 12; C40","8 Feb 2020"
                """);

        assertThat(Mapping.read(text, "odd.yaml").placeholders()).hasSize(1);
        assertThat(stated("replace-me-source", "my-source"))
                .containsExactly("Brno CITY CZ null c40 since 2019-01-05", "Zlín CITY CZ null c40 since 2020-02-08");
    }

    @Test
    void marksAConstantThatIsAlsoTheNameOfAColumn() throws Exception {
        suggest("capitals.csv", "CITY,COUNTRY,MEMBER\nCork,IE,yes\nBrno,CZ,yes\n");

        assertThat(text).contains("kind: {constant: CITY}", "role: {constant: MEMBER}");
        assertThat(stated(IDS)).containsExactly("Cork CITY IE null my-network", "Brno CITY CZ null my-network");
        suggest("regions.csv", "REGION,COUNTRY\nTyrol,AT\nWallonia,BE\n");
        assertThat(stated(IDS))
                .containsExactly("Tyrol REGION AT null my-network", "Wallonia REGION BE null my-network");
    }

    @Test
    void readsAWordAsEmptyOnlyInColumnsWhereItMeansNothing() throws Exception {
        suggest("namibia.csv", """
                Town,Country,Population,Joined,Networks
                Windhoek,NA,325858,2019,C40 2019;GCoM
                Oshakati,NA,NA,NA,GCoM
                Maun,BW,n/a,2020,NA
                Gaborone,BW,231626,2021,GCoM
                """);

        assertThat(text)
                .contains(
                        "nulls: n/a #",
                        "country: {column: Country} #",
                        "population: {column: Population, nulls: NA} #",
                        "validFrom: {column: Joined, nulls: NA} #");
        assertThat(stated("replace-me-source", "my-source"))
                .as(text)
                .containsExactly(
                        "Windhoek CITY NA null c40 since 2019 as of 2019, 325858 people",
                        "Windhoek CITY NA null gcom since 2019, 325858 people",
                        "Oshakati CITY NA null gcom",
                        "Gaborone CITY BW null gcom since 2021, 231626 people");
    }
}
