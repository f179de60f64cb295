package io.throughline.export;

import static org.assertj.core.api.Assertions.assertThat;

import io.throughline.GraphTest;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.graphql.test.tester.GraphQlTester;
import org.springframework.web.context.WebApplicationContext;

/** Compares the exported panel with the panel in GraphQL. */
@GraphTest
class PanelExportTests {

    private final GraphQlTester graphQl;
    private final Exported exported;

    @Autowired
    PanelExportTests(WebApplicationContext server, GraphQlTester graphQl) {
        this.graphQl = graphQl;
        this.exported = new Exported(server, graphQl);
    }

    @Test
    void hasOneLinePerMemberOrganizationAndYear() throws Exception {
        var lines = List.of(exported.text("panel.csv?organizations=c40,race-to-zero&fromYear=2019&toYear=2024")
                .split("\r\n"));
        assertThat(lines.get(0)).isEqualTo("member,name,organization,year,value");
        var values = graphQl.document("""
                        { panel(organizations: ["c40", "race-to-zero"], fromYear: 2019, toYear: 2024, maxRows: 10000) { rows { values } } }
                        """)
                .execute()
                .path("panel.rows[*].values[*]")
                .entityList(Object.class)
                .get();
        assertThat(lines.stream().skip(1).map(line -> line.substring(line.lastIndexOf(',') + 1)))
                .containsExactlyElementsOf(values.stream()
                        .map(value -> value == null ? "" : value.toString())
                        .toList());
    }
}
