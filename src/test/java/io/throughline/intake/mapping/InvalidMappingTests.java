package io.throughline.intake.mapping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.tuple;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A mapping with mistakes is refused with a message for each: the file, the line, the column and what is allowed. */
class InvalidMappingTests {

    private static final String GOOD = """
            id: my-list
            title: My list
            source: climactor-2022-12
            member:
              name: {column: name}
              kind: {column: type, values: {City: CITY}}
            memberships:
              - organization: c40
                role: MEMBER
                asOf: 2022
            """;

    @Test
    void acceptsTheMappingThatTheMistakesAreMadeIn() {
        assertThat(Mapping.read(GOOD, "my.yaml").id()).isEqualTo("my-list");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '§', textBlock = """
        name: {column: name}      | name: {colum: name}            | 5:10 | unknown key `colum`; allowed: column, constant, pattern, values, nulls, otherwise, separators; did you mean column?
        name: {column: name}      | name: {column: name, constant: x} | 5:9 | give either `column` or `constant`, not both
        name: {column: name}      | name: Boston                   | 5:9  | `name`: every row would have the same name; write {column: …}
        name: {column: name}      | name: [name]                   | 5:9  | `name`: expected a text
        name: {column: name}      | names: {column: name}          | 5:3  | `member`: `name` is missing
        name: {column: name}      | name: {column: name, pattern: "(.+"} | 5:33 | '(.+' is not a valid regular expression
        name: {column: name}      | name: {column: name, pattern: "(?=a)b"} | 5:33 | RE2 has no look-around
        name: {column: name}      | name: {column: name, otherwise: {constant: x, values: {a: b}}} | 5:35 | `otherwise`: `values` requires `column`
        values: {City: CITY}      | values: {City: TOWN}           | 6:9  | 'TOWN' is not one of CITY, REGION, ORGANIZATION, ANY
        kind: {column: type, values: {City: CITY}} | kind: Citty  | 6:9  | 'Citty' is not one of CITY, REGION, ORGANIZATION, ANY; did you mean CITY?
        kind: {column: type, values: {City: CITY}} | latitude: {column: lat} | 5:3 | `latitude` requires `longitude`
        id: my-list               | id: My List                    | 1:5  | 'My List' is not a valid id such as race-to-zero (lower-case letters and digits
        title: My list            | titel: My list                 | 2:1  | unknown key `titel`; allowed: id, title
        title: My list            | titel: My list                 | 1:1  | `title` is missing
        source: climactor-2022-12 | source: {id: x}                | 3:9  | `source`: `title` is missing
        source: climactor-2022-12 | source: {id: x, title: X, statedAt: 31/02/2021} | 3:37 | '31/02/2021' is not a date such as 2021
        source: climactor-2022-12 | source: {id: x, title: X, url: "ftp://x"} | 3:32 | 'ftp://x' is not a URL that starts with http
        role: MEMBER              | role: MEMBR                    | 9:11 | 'MEMBR' is not one of MEMBER, SIGNATORY
        role: MEMBER              | role: MEMBR                    | 9:11 | did you mean MEMBER?
        role: MEMBER              | status: IN_FORCE               | 8:5  | `role` is missing, here and in `defaults`
        asOf: 2022                | asOf: 31/02/2022               | 10:11 | '31/02/2022' is not a date such as
        asOf: 2022                | asOf: 20221                    | 10:11 | '20221' is not a date such as
        asOf: 2022                | asOf: 2022-02-31               | 10:11 | '2022-02-31' is not a valid date
        asOf: 2022                | asOf: {column: d, dates: Q/y}  | 10:11 | 'Q/y' is not a date format
        asOf: 2022                | via: {column: partner}         | 10:10 | `column` requires `values`
        asOf: 2022                | via: {column: partner, values: {ICLEI: I C}} | 10:10 | 'I C' is not the id of an organization
        asOf: 2022                | via: [iclei]                   | 10:10 | `via`: needs at least 2 items
        asOf: 2022                | viaStatus: NAMED               | 10:16 | NAMED requires `via`
        asOf: 2022                | tags: ["C40{year}"]            | 10:11 | no column has tags; name it at the top level
        asOf: 2022                | where: {}                      | 10:12 | `where`: must not be empty
        asOf: 2022                | where: {a: {like: b}}          | 10:17 | unknown key `like`; allowed: not, anyCase, present
        asOf: 2022                | where: {a: {present: maybe}}   | 10:26 | expected true or false, but found 'maybe'
        asOf: 2022                | where: {a: {present: true, not: b}} | 10:16 | give only one of not, anyCase, present
        asOf: 2022                | printed: "{name"               | 10:14 | '{name' has a { without a }
        asOf: 2022                | note: "[in {name}"             | 10:11 | '[in {name}' has a [ without a ]
        asOf: 2022                | printed: {name}                | 10:14 | expected a text (put a text with braces or brackets in quotes), but found keys with values
        - organization: c40       | - organization: C40            | 8:19 | 'C40' is not a valid id such as race-to-zero
        """)
    void reportsAMistakeWithItsPlaceAndWhatIsAllowed(String good, String bad, String place, String message) {
        assertThat(GOOD).contains(good);

        var mistakes = mistakes(GOOD.replace(good, bad));

        assertThat(mistakes)
                .filteredOn(mistake ->
                        "%d:%d".formatted(mistake.line(), mistake.column()).equals(place))
                .as("at %s, of %s", place, mistakes)
                .anySatisfy(mistake -> assertThat(mistake.message()).contains(message));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '§', textBlock = """
        file: {encoding: latin-42}                                  | 11:18 | 'latin-42' is not a known encoding
        file: {delimiter: ";;"}                                     | 11:19 | ';;' is longer than one character
        file: {headerLine: -1}                                      | 11:20 | '-1' is less than 0
        file: {headerLine: first}                                   | 11:20 | expected a whole number, but found 'first'
        file: {format: PDF}                                         | 11:16 | 'PDF' is not one of CSV, XLSX, JSON_LINES, SPARQL_JSON
        only: [{where: {a: b}}]                                     | 11:8  | `reason` is missing
        corrections: [{where: {a: b}, reason: wrong}]               | 11:15 | `set` is missing
        notMemberships: [{reason: r, where: {a: b}, tags: [x]}]     | 11:18 | `tags` cannot be combined with `where`
        deprecated: [{where: {a: b}, organization: c4, reason: r}]  | 11:44 | this mapping states no membership in 'c4'; did you mean c40?
        lists: [{organization: c4, complete: NO}]                   | 11:24 | this mapping states no membership in 'c4'; did you mean c40?
        lists: [{organization: c40}]                                | 11:9  | `complete` is missing
        lists: [{organization: c40, complete: NO, asOf: soon}]      | 11:49 | 'soon' is not a date such as
        lists: [{organization: c40, complete: YES, selection: SAMPLE}] | 11:39 | a SAMPLE is not a complete list
        lists: [{organization: c40, complete: NO, selection: SELECTION}] | 11:54 | SELECTION requires `rule`, which says what was selected
        lists: [{organization: c40, complete: NO, rule: In Japan}]  | 11:49 | `rule` requires `selection: SELECTION`
        lists: [{organization: c40, complete: NO}, {organization: c40, complete: NO}] | 11:59 | the list of 'c40' is given twice for the same day
        organizations: [{id: x, name: X, kind: CLUB}]               | 11:40 | 'CLUB' is not one of CAMPAIGN
        organizations: [{id: x, name: X, kind: BODY, country: USA}] | 11:55 | 'USA' is not an ISO 3166-1 alpha-2 country code
        organizations: [{id: x, name: X, kind: BODY}, {id: x, name: Y, kind: BODY}] | 11:52 | organization 'x' is listed twice
        """)
    void reportsAMistakeInATopLevelKey(String key, String place, String message) {
        var mistakes = mistakes(GOOD + key + "\n");

        assertThat(mistakes)
                .filteredOn(mistake ->
                        "%d:%d".formatted(mistake.line(), mistake.column()).equals(place))
                .as("at %s, of %s", place, mistakes)
                .anySatisfy(mistake -> assertThat(mistake.message()).contains(message));
    }

    @Test
    void aListWithoutMembersCannotBeComplete() {
        var partners = GOOD.replace("role: MEMBER", "role: PARTNER");

        assertThat(Mapping.read(partners + "lists: [{organization: c40, complete: NO}]\n", "my.yaml")
                        .lists())
                .hasSize(1);
        assertThat(mistakes(partners + "lists: [{organization: c40, complete: YES}]\n"))
                .singleElement()
                .satisfies(
                        mistake -> assertThat(mistake.message())
                                .isEqualTo(
                                        "this mapping states no MEMBER or SIGNATORY of 'c40', so it has no complete list of them"));
    }

    @Test
    void aListNeedsTheOrganizationsItWasSelectedFrom() {
        var mapping = Mapping.read(
                GOOD
                        + "lists: [{organization: c40, complete: NO, asOf: 2022-12, selection: SELECTION, rule: In Race to Zero,"
                        + " selectedFrom: [race-to-zero]}]\n",
                "my.yaml");

        assertThat(mapping.neededOrganizations()).contains("race-to-zero");
        assertThat(mapping.lists()).extracting(DeclaredList::id).containsExactly("list-climactor-2022-12-c40-2022-12");
    }

    @Test
    void reportsAllMistakesAtOnceInTheOrderOfTheFile() {
        var text = GOOD.replace("title:", "titel:")
                .replace("{column: name}", "{colum: name}")
                .replace("MEMBER", "MEMBR")
                .replace("2022\n", "31/02/2022\n");

        var mistake = catchThrowableOfType(InvalidMappingException.class, () -> Mapping.read(text, "my.yaml"));

        assertThat(mistake.file()).isEqualTo("my.yaml");
        assertThat(mistake.mistakes())
                .extracting(InvalidMappingException.Mistake::line)
                .containsExactly(1, 2, 5, 9, 10);
        assertThat(mistake.getMessage().lines())
                .hasSize(5)
                .allMatch(line -> line.matches("my\\.yaml, line \\d+, column \\d+: .+[.?]"));
    }

    @Test
    void refusesToDefineATagTwice() {
        var text = GOOD + """
                    tags: [C40, C40]
                tags: {column: lists, separators: ";"}
                notMemberships:
                  - {tags: [C40, "A{year}{year}", "A{month}"], reason: none}
                """;

        assertThat(mistakes(text))
                .extracting(InvalidMappingException.Mistake::line, InvalidMappingException.Mistake::message)
                .containsExactly(
                        tuple(11, "tag 'C40' is already defined"),
                        tuple(14, "tag 'C40' is already defined"),
                        tuple(14, "tag 'A{year}{year}': a tag may contain {year} once and no other braces"),
                        tuple(14, "tag 'A{month}': a tag may contain {year} once and no other braces"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "# nothing\n", "just a text", "- a\n- list", "12"})
    void refusesADocumentThatIsNotAMapping(String text) {
        assertThat(mistakes(text)).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '§', textBlock = """
        a: &x 1        | 1:4 | anchor &x: anchors are not supported; remove it
        a: *x          | 1:4 | alias *x: aliases are not supported; write the value out
        a: !!set {b}   | 1:4 | tag tag:yaml.org,2002:set: tags are not supported; remove it
        a: !ENV x      | 1:4 | tag !ENV: tags are not supported; remove it
        {a: 1, a: 2}   | 1:8 | duplicate key `a`, already used in line 1
        ? [a] : b      | 1:3 | a key must be a text
        a: [           | 1:5 | not valid YAML
        a: "b          | 1:6 | not valid YAML
        """)
    void refusesAnchorsAliasesTagsAndInvalidYaml(String text, String place, String message) {
        assertThat(mistakes(text)).anySatisfy(mistake -> {
            assertThat(mistake.message()).contains(message);
            assertThat("%d:%d".formatted(mistake.line(), mistake.column())).isEqualTo(place);
        });
    }

    @Test
    void refusesASecondDocument() {
        assertThat(mistakes(GOOD + "---\n" + GOOD))
                .extracting(InvalidMappingException.Mistake::message)
                .containsExactly("a second document starts here; a mapping is a single document");
    }

    @Test
    void refusesABillionLaughs() {
        var bomb = new StringBuilder("a0: &a0 [ha, ha, ha, ha, ha, ha, ha, ha, ha]\n");
        for (var i = 1; i < 12; i++) {
            bomb.append(
                    "a%d: &a%d [%s]\n".formatted(i, i, "*a%d, ".formatted(i - 1).repeat(9)));
        }

        assertThat(mistakes(bomb.toString())).hasSizeGreaterThan(12);
    }

    @Test
    void refusesDeepNesting() {
        assertThat(mistakes("a: " + "[".repeat(100_000)))
                .extracting(InvalidMappingException.Mistake::message)
                .containsExactly("nested more than 24 levels deep");
        assertThat(mistakes("{a: ".repeat(100_000)))
                .extracting(InvalidMappingException.Mistake::message)
                .containsExactly("nested more than 24 levels deep");
    }

    @Test
    void refusesAMappingOfMoreThanAMillionCharacters() {
        assertThat(mistakes("a: " + "x".repeat(1_000_001)))
                .singleElement()
                .satisfies(mistake -> assertThat(mistake.message()).contains("1000000"));
    }

    @Test
    void reportsMissingColumnsBeforeTheFileIsRead() {
        var mapping = Mapping.read(GOOD, "my.yaml");

        var mistake = catchThrowableOfType(
                InvalidMappingException.class, () -> mapping.requireColumns(List.of("names", "kind", "country")));

        assertThat(mistake.getMessage().lines())
                .containsExactly(
                        "my.yaml, line 5, column 18: the file has no column `name`; its columns are names, kind, country;"
                                + " did you mean names?",
                        "my.yaml, line 6, column 18: the file has no column `type`; its columns are names, kind, country.");
    }

    @Test
    void asksAboutAConstantThatIsAlsoAColumn() {
        var mapping =
                Mapping.read(GOOD.replace("kind: {column: type, values: {City: CITY}}", "country: country"), "my.yaml");

        var mistake = catchThrowableOfType(
                InvalidMappingException.class, () -> mapping.requireColumns(List.of("name", "country")));

        assertThat(mistake.getMessage())
                .isEqualTo("my.yaml, line 6, column 12: `country` is read as a constant, but the file has a column with"
                        + " this name; write {column: country}, or {constant: country} if the constant is meant.");
    }

    private static List<InvalidMappingException.Mistake> mistakes(String text) {
        return catchThrowableOfType(InvalidMappingException.class, () -> Mapping.read(text, "my.yaml"))
                .mistakes();
    }
}
