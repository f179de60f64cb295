package io.throughline.analysis.overlap;

import io.throughline.infra.cypher.GraphWriter;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.graphql.test.tester.GraphQlTester;

/** Base of tests that query membership matrices and overlaps. */
abstract class Comparing {

    static final String INCIDENCE = """
            query($organizations: [ID!]!, $members: [ID!], $maxRows: Int, $asOf: Date) {
              incidence(organizations: $organizations, members: $members, maxRows: $maxRows, asOf: $asOf) {
                totalCount cutOff asOf
                columns { id recorded unknown organization { name } coverage { known complete } }
                rows { id name sets values member { id } }
              }
            }
            """;

    static final String OVERLAP = """
            query($organizations: [ID!]!, $universe: UniverseInput, $allowIncomplete: Boolean, $asOf: Date) {
              overlap(organizations: $organizations, universe: $universe, allowIncomplete: $allowIncomplete, asOf: $asOf) {
                asOf
                universe { size citiesInAnyOf { id } }
                sets { id size unknown organization { id } coverage { known } }
                group { intersection union jaccard overlapCoefficient expected lift pValue log10PValue measurable reason }
                pairs {
                  a { id } b { id } sizeA sizeB intersection union jaccard overlapCoefficient containmentAinB
                  containmentBinA expected lift pValue log10PValue adjustedPValue measurable reason
                }
              }
            }
            """;

    @Autowired
    GraphQlTester graphQl;

    @Autowired
    GraphWriter writer;

    final GraphQlTester.Response incidence(Map<String, Object> variables) {
        return ask(INCIDENCE, variables);
    }

    final GraphQlTester.Response overlap(Map<String, Object> variables) {
        return ask(OVERLAP, variables);
    }

    final GraphQlTester.Response ask(String document, Map<String, @Nullable Object> variables) {
        var request = graphQl.document(document);
        new HashMap<>(variables).forEach(request::variable);
        return request.execute();
    }
}
