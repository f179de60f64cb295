package io.throughline.intake.mapping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.throughline.intake.tabular.FileFinding;
import io.throughline.reference.date.PartialDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Reads the dates that lists print, as far as the mapping says how. */
class PrintedDatesTests extends MappedRows {

    private static String mapping(String keys) {
        return PLAIN.replace("role: MEMBER", "role: MEMBER, asOf: {column: seen, %s}".formatted(keys));
    }

    private static String read(String keys, String cell) {
        var asOf = one(mapping(keys), "name", "Bonn", "seen", cell).evidence().asOf();
        return asOf == null ? "none" : asOf.text();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '§', textBlock = """
        dates: d MMM y                  | 5 November 2018       | 2018-11-05
        dates: d MMM y                  | 05 NOV. 2018          | 2018-11-05
        dates: d MMM y                  | 21st Jan 2018         | 2018-01-21
        dates: MMM y                    | Sept. 2017            | 2017-09
        dates: MMM y                    | june  2017            | 2017-06
        dates: "MMM d, y"               | Feb 29, 2016          | 2016-02-29
        dates: d-MMM-y                  | 9-Aug-2016            | 2016-08-09
        dates: "d 'de' MMM 'de' y", locale: es | 7 de marzo de 2015 | 2015-03-07
        dates: "d' de 'MMM' de 'y", locale: es | 7 de marzo de 2015 | 2015-03-07
        dates: "d ' de ' MMM y", locale: es | 7 de marzo 2015   | 2015-03-07
        dates: "d  MMM  y"              | 7 May 2015            | 2015-05-07
        dates: " d. MMM y "             | 7. May 2015           | 2015-05-07
        dates: d. MMM y, locale: de     | 7. März 2015          | 2015-03-07
        dates: d. MMM y, locale: de     | 7. March 2015         | 2015-03-07
        dates: d MMM y, locale: fr      | 1er fevrier 2015      | 2015-02-01
        dates: d MMM y, locale: fr      | 2 août 2015           | 2015-08-02
        dates: MMM y, locale: cs        | listopad 2015         | 2015-11
        dates: d.M.yy, pivot: 1990      | 3.4.89                | 2089-04-03
        dates: d.M.yy, pivot: 1990      | 3.4.90                | 1990-04-03
        dates: MMM yy, pivot: 1951      | Dec 05                | 2005-12
        dates: [d/M/y, M/d/y]           | 25/12/2014            | 2014-12-25
        dates: [d/M/y, M/d/y]           | 12/25/2014            | 2014-12-25
        dates: [d/M/y, M/d/y]           | 4/4/2014              | 2014-04-04
        dates: M/d/y                    | 6/30/2012 11:59:59 PM | 2012-06-30
        dates: M/d/y                    | 6/30/2012 00:00       | 2012-06-30
        dates: d MMM y                  | 3 May 2012, 10:30 UTC | 2012-05-03
        span: START                     | 2020-01-31T08:15:00.5+02:00 | 2020-01-31
        span: START                     | 2020-W53              | 2020-12-28/2021-01-03
        span: START                     | 2020-W53-5            | 2021-01-01
        span: START                     | 2018W07               | 2018-02-12/2018-02-18
        span: START                     | 2016–2018             | 2016
        span: END                       | 2016-2018             | 2018
        span: WITHIN                    | 2016 to 2018          | 2016-01-01/2018-12-31
        span: END                       | 2016-05-01 - 2017-04-30 | 2017-04-30
        span: END                       | 2016/2018             | 2018
        span: WITHIN                    | 2016/2018             | 2016/2018
        span: END                       | 2017                  | 2017
        span: START, dates: MMM y       | Apr to Jun 2011       | 2011-04
        span: END, dates: MMM y         | Apr-Jun 2011          | 2011-06
        span: START, dates: d MMM y     | 12–15 May 2011        | 2011-05-12
        span: START, dates: d MMM y     | 30 Apr – 2 May 2011   | 2011-04-30
        span: START, dates: d MMM y     | 30 Dec 2010 until 2 Jan 2011 | 2010-12-30
        """)
    void readsADateAsTheMappingSays(String keys, String cell, String date) {
        assertThat(read(keys, cell)).isEqualTo(date);
        assertThat(PartialDate.parse(date)).isNotNull();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '§', textBlock = """
        dates: [d/M/y, M/d/y]     | 4/5/2014        | AMBIGUOUS_DATE seen: asOf: '4/5/2014' could be 2014-05-04 (d/M/y) or 2014-04-05 (M/d/y)
        dates: d/M/y              | 4/5/14          | NOT_A_DATE seen: asOf: '4/5/14' is not a valid date (expected d/M/y or
        dates: d MMM y            | 31 June 2014    | NOT_A_DATE seen: asOf: '31 June 2014' is not a valid date
        dates: d MMM y            | 3 mars 2014     | NOT_A_DATE seen: asOf: '3 mars 2014' is not a valid date
        dates: MMM y              | 2014-W54        | NOT_A_DATE seen: asOf: '2014-W54' is not a valid date
        dates: MMM y              | Apr to Jun 2011 | SPAN_OF_TIME seen: asOf: 'Apr to Jun 2011' is a span of time; state with `span`
        nulls: x                  | 2016-2018       | SPAN_OF_TIME seen: asOf: '2016-2018' is a span of time
        span: START, dates: MMM y | Nov to Feb 2011 | NOT_A_DATE seen: asOf: 'Nov to Feb 2011' is not a valid date
        span: START               | 2018-2016       | NOT_A_DATE seen: asOf: '2018-2016' is not
        span: START               | ../2016         | NOT_A_DATE seen: asOf: '../2016' is open at the end that counts (START)
        """)
    void refusesADateThatItWouldHaveToGuess(String keys, String cell, String message) {
        assertThat(refused(mapping(keys), "name", "Bonn", "seen", cell))
                .singleElement()
                .asString()
                .startsWith(message);
    }

    @Test
    void usesTheLanguageOfTheSource() {
        var mapping = mapping("dates: d MMM y")
                .replace("source: my-source", "source: {id: my-source, title: Liste, language: pt}");

        assertThat(one(mapping, "name", "Braga", "seen", "2 fevereiro 2019")
                        .evidence()
                        .asOf())
                .isEqualTo(PartialDate.parse("2019-02-02"));
    }

    @Test
    void replacesAnUnreadableDateByTheOneTheMappingGivesAndSaysSo() {
        var stated = stated(mapping("otherwise: 2020"), "name", "Bonn", "seen", "soon");

        assertThat(stated.memberships().get(0).evidence().asOf()).isEqualTo(PartialDate.parse("2020"));
        assertThat(stated.findings())
                .containsExactly(new FileFinding(
                        "NOT_A_DATE",
                        "seen",
                        "asOf: 'soon' is not a date such as 2021, 2021-10, 2021-07-08, 2021/2027 or ../2021-10-04;"
                                + " the mapping replaces it with 2020"));
        assertThat(stated(mapping("otherwise: 2020"), "name", "Bonn", "seen", "")
                        .findings())
                .isEmpty();
    }

    @Test
    void leavesOutAnAmbiguousDateIfTheMappingSaysSo() {
        var stated = stated(mapping("dates: [d/M/y, M/d/y], otherwise: null"), "name", "Bonn", "seen", "1/2/2003");

        assertThat(stated.memberships().get(0).evidence().asOf()).isNull();
        assertThat(stated.findings())
                .extracting(FileFinding::code, FileFinding::message)
                .containsExactly(org.assertj.core.groups.Tuple.tuple(
                        "AMBIGUOUS_DATE",
                        "asOf: '1/2/2003' could be 2003-02-01 (d/M/y) or 2003-01-02 (M/d/y); the mapping leaves it"
                                + " out"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '§', textBlock = """
        dates: d/M/yy              | 'd/M/yy' has a two-digit year; state with `pivot`
        dates: d/M/y, pivot: 1990  | `pivot` needs a format with yy
        dates: d MMM               | 'd MMM' is not a date format
        dates: d y                 | 'd y' is not a date format
        dates: y-y                 | 'y-y' is not a date format
        dates: d MMM y, locale: xx | no month names are known for the language 'xx'
        dates: y hh:mm             | 'y hh:mm' is not a date format
        span: FIRST                | `span`: 'FIRST'
        """)
    void refusesAMappingThatDoesNotSayHow(String keys, String message) {
        assertThatThrownBy(() -> Mapping.read(mapping(keys), "my.yaml")).hasMessageContaining(message);
    }
}
