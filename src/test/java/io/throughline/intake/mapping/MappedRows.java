package io.throughline.intake.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import io.throughline.intake.tabular.TableRow;
import java.util.LinkedHashMap;
import java.util.List;

/** Base of tests that interpret single rows. */
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

    static InterpretedRow interpret(String mapping, String... cells) {
        var row = new LinkedHashMap<String, String>();
        for (var i = 0; i < cells.length; i += 2) {
            row.put(cells[i], cells[i + 1]);
        }
        return Mapping.read(mapping, "my.yaml").interpret(new TableRow(7, row, List.of()));
    }

    static InterpretedRow.Stated stated(String mapping, String... cells) {
        var interpreted = interpret(mapping, cells);
        assertThat(interpreted).isInstanceOf(InterpretedRow.Stated.class);
        return (InterpretedRow.Stated) interpreted;
    }

    static StatedMembership one(String mapping, String... cells) {
        var stated = stated(mapping, cells);
        assertThat(stated.memberships()).hasSize(1);
        return stated.memberships().get(0);
    }

    static List<String> refused(String mapping, String... cells) {
        var interpreted = interpret(mapping, cells);
        assertThat(interpreted).isInstanceOf(InterpretedRow.Refused.class);
        return ((InterpretedRow.Refused) interpreted)
                .findings().stream()
                        .map(finding -> "%s %s: %s".formatted(finding.code(), finding.column(), finding.message()))
                        .toList();
    }

    static String outcome(String mapping, String... cells) {
        var interpreted = interpret(mapping, cells);
        return interpreted instanceof InterpretedRow.LeftOut leftOut
                ? leftOut.rule() + ": " + leftOut.reason()
                : interpreted instanceof InterpretedRow.Stated ? "STATED" : "REFUSED";
    }
}
