package io.throughline.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import io.throughline.published.Row;
import java.util.LinkedHashMap;
import java.util.List;

/** Rows read by a mapping. */
abstract class MappedRows {

    static final String HEAD = """
            id: my-list
            title: My list
            source: my-source
            file: {nulls: [NA]}
            """;
    static final String PLAIN = HEAD + """
            member: {name: {column: name}}
            memberships:
              - {organization: c40, role: MEMBER}
            """;

    static Interpreted interpret(String mapping, String... cells) {
        var row = new LinkedHashMap<String, String>();
        for (var i = 0; i < cells.length; i += 2) {
            row.put(cells[i], cells[i + 1]);
        }
        return Mapping.read(mapping, "my.yaml").interpret(new Row(7, row, List.of()));
    }

    static Interpreted.Stated stated(String mapping, String... cells) {
        var interpreted = interpret(mapping, cells);
        assertThat(interpreted).isInstanceOf(Interpreted.Stated.class);
        return (Interpreted.Stated) interpreted;
    }

    static StatedMembership one(String mapping, String... cells) {
        var stated = stated(mapping, cells);
        assertThat(stated.memberships()).hasSize(1);
        return stated.memberships().get(0);
    }

    static List<String> refused(String mapping, String... cells) {
        var interpreted = interpret(mapping, cells);
        assertThat(interpreted).isInstanceOf(Interpreted.Refused.class);
        return ((Interpreted.Refused) interpreted)
                .findings().stream()
                        .map(finding -> "%s %s: %s".formatted(finding.code(), finding.column(), finding.message()))
                        .toList();
    }

    static String fate(String mapping, String... cells) {
        var interpreted = interpret(mapping, cells);
        return interpreted instanceof Interpreted.LeftOut leftOut
                ? leftOut.rule() + ": " + leftOut.reason()
                : interpreted instanceof Interpreted.Stated ? "STATED" : "REFUSED";
    }
}
