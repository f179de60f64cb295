package io.throughline.intake.reconcile;

import io.throughline.graphql.http.HttpProblemException;
import io.throughline.infra.limit.RequestLimits;
import io.throughline.intake.reconcile.AgentProperty.Part;
import io.throughline.reference.id.IdSyntax;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.core.io.ClassPathResource;
import org.springframework.graphql.ExecutionGraphQlService;
import org.springframework.graphql.support.DefaultExecutionGraphQlRequest;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Reads agents with the documents in {@code graphql/reconcile}, within the server. So whatever the schema guarantees about
 * facts, e.g. that no possible route is shown as stated, holds here too, and more rows do not take more statements.
 */
@Component
class AgentDocuments {

    /** The most agents in one document, as for the field {@code nodes}. */
    static final int MAX_AGENTS = 200;

    private static final int MAX_PAGE_SIZE = 500;

    private static final String AGENTS = document("agents.graphql");
    private static final String SUGGESTIONS = document("suggestions.graphql");

    private final ExecutionGraphQlService graphQl;
    private final JsonMapper json;
    private final int pageSize;

    AgentDocuments(ExecutionGraphQlService graphQl, JsonMapper json, RequestLimits limits) {
        this.graphQl = graphQl;
        this.json = json;
        this.pageSize = Math.min(MAX_PAGE_SIZE, limits.pageSize());
    }

    /** The most memberships of an agent, or suggestions, that a document can ask for. */
    int pageSize() {
        return pageSize;
    }

    /**
     * The agents with these ids or former ids, and the places, by the id asked for; those that are unknown are absent.
     *
     * @param ids at most {@link #MAX_AGENTS}
     * @param parts what to read of them
     * @param organization the id of the organization at the end of the routes; ignored without {@link Part#ROUTES}
     * @throws HttpProblemException if an agent has more memberships than can be read at once
     */
    Map<String, JsonNode> agents(List<String> ids, Set<Part> parts, String organization) {
        var possible = ids.stream().filter(IdSyntax::canBeId).toList();
        var nodes = data(
                        AGENTS,
                        Map.of(
                                "ids", possible,
                                "organization", organization,
                                "today", LocalDate.now(ZoneOffset.UTC).toString(),
                                "withIdentifiers", parts.contains(Part.IDENTIFIERS),
                                "withMemberships", parts.contains(Part.MEMBERSHIPS),
                                "maxMemberships", pageSize,
                                "withRoutes", parts.contains(Part.ROUTES),
                                "withTargets", parts.contains(Part.TARGETS)))
                .path("nodes");
        var agents = new LinkedHashMap<String, JsonNode>();
        for (var i = 0; i < possible.size(); i++) {
            var agent = nodes.path(i);
            if (agent.has("name")) {
                checkWhole(agent.path("memberships"), possible.get(i));
                agents.put(possible.get(i), agent);
            }
        }
        return agents;
    }

    /**
     * The ids of the agents with a name like this text, best first.
     *
     * @param first at most {@link #pageSize()}
     */
    Stream<String> suggestions(String text, int first) {
        return data(SUGGESTIONS, Map.of("text", text, "first", first))
                .path("search")
                .path("nodes")
                .valueStream()
                .map(agent -> agent.path("id").asString());
    }

    /** A list cut short would make the rest look as if it were not recorded. */
    private static void checkWhole(JsonNode memberships, String id) {
        var total = memberships.path("totalCount").asInt(0);
        var read = memberships.path("nodes").size();
        if (read < total) {
            throw HttpProblemException.overLimit(
                    HttpStatus.BAD_REQUEST,
                    "TOO_MANY_VALUES",
                    "page-size",
                    read,
                    total,
                    "'%s' has %d memberships, more than the %d a column can hold; read them over GraphQL"
                            .formatted(id, total, read));
        }
    }

    private JsonNode data(String document, Map<String, Object> variables) {
        var response = Objects.requireNonNull(graphQl.execute(new DefaultExecutionGraphQlRequest(
                        document, null, variables, null, UUID.randomUUID().toString(), Locale.ENGLISH))
                .block());
        for (var error : response.getErrors()) {
            var code = String.valueOf(error.getExtensions().get("code"));
            throw new HttpProblemException(
                    code.equals("TIME_LIMIT")
                            ? HttpStatus.SERVICE_UNAVAILABLE
                            : code.equals("BAD_ARGUMENT") ? HttpStatus.BAD_REQUEST : HttpStatus.INTERNAL_SERVER_ERROR,
                    code,
                    String.valueOf(error.getMessage()));
        }
        return json.valueToTree(response.getData());
    }

    private static String document(String file) {
        try {
            return new ClassPathResource("graphql/reconcile/" + file).getContentAsString(StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
