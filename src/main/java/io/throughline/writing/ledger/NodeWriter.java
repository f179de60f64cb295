package io.throughline.writing.ledger;

import static java.util.stream.Collectors.toMap;

import io.throughline.infra.cypher.CypherStatement;
import io.throughline.model.agent.PopulationClass;
import io.throughline.model.agent.Resolution;
import io.throughline.reference.name.NameProperties;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.neo4j.driver.TransactionContext;
import org.neo4j.driver.Values;

/** Adds agents, organizations and sources. */
final class NodeWriter {

    private static final CypherStatement AGENTS = CypherStatement.in("ledger/add-agents.cypher");
    private static final CypherStatement ORGANIZATIONS = CypherStatement.in("ledger/add-organizations.cypher");
    private static final CypherStatement SOURCE = CypherStatement.in("ledger/add-source.cypher");

    /** Prefixes of the addresses at which identifiers can be looked up, by scheme. */
    private static final Map<String, String> REGISTERS =
            Map.of("geonames", "https://www.geonames.org/", "wikidata", "https://www.wikidata.org/wiki/");

    /** SRID of WGS 84, longitude first. */
    private static final int WGS_84 = 4326;

    private NodeWriter() {}

    static void addAgents(TransactionContext transaction, LedgerActivity by, List<NewAgent> agents) {
        add(transaction, AGENTS, "agents", by, distinct(agents, NewAgent::id), NodeWriter::row);
    }

    static void addOrganizations(
            TransactionContext transaction, LedgerActivity by, List<NewOrganization> organizations) {
        add(
                transaction,
                ORGANIZATIONS,
                "organizations",
                by,
                distinct(organizations, NewOrganization::id),
                NodeWriter::row);
    }

    static void addSource(TransactionContext transaction, LedgerActivity by, NewSource source) {
        var parameters = new HashMap<String, @Nullable Object>();
        parameters.put("id", source.id());
        parameters.put("properties", properties(source).properties());
        parameters.put("publisherId", source.publisherId());
        parameters.put("edition", edition(source));
        parameters.put("by", NodeProperties.provenance(by));
        var outcome = transaction.run(SOURCE.text(), parameters).single();
        if (!outcome.get("publisher").asBoolean()) {
            throw new UnknownReferenceException(
                    "the publisher '%s' is not an organization in the graph".formatted(source.publisherId()));
        }
    }

    private static <T> void add(
            TransactionContext transaction,
            CypherStatement statement,
            String name,
            LedgerActivity by,
            Collection<T> things,
            Function<T, Map<String, Object>> row) {
        if (!things.isEmpty()) {
            transaction
                    .run(
                            statement.text(),
                            Map.of(name, things.stream().map(row).toList(), "by", NodeProperties.provenance(by)))
                    .consume();
        }
    }

    /** Each once, in order of id. */
    private static <T> Collection<T> distinct(List<T> things, Function<T, String> id) {
        return things.stream()
                .collect(toMap(id, Function.identity(), (one, other) -> one, TreeMap::new))
                .values();
    }

    private static Map<String, Object> row(NewAgent agent) {
        var populationClass = PopulationClass.of(agent.population());
        var properties = named(agent.name())
                .put("kind", agent.kind())
                .put("latitude", agent.latitude())
                .put("longitude", agent.longitude())
                .put("population", agent.population())
                .put("populationYear", agent.populationYear())
                .put("populationClass", populationClass)
                .put("resolution", Resolution.RESOLVED);
        if (agent.latitude() != null && agent.longitude() != null) {
            properties.put("position", Values.point(WGS_84, agent.longitude(), agent.latitude()));
        }
        return new NodeProperties()
                .put("id", agent.id())
                .put("labels", List.of("Agent", "LocalGovernment", agent.label()))
                .put("properties", properties.properties())
                .put("countryId", agent.countryOrStatesCountryId())
                .put("stateId", agent.stateId())
                .put(
                        "identifiers",
                        agent.identifiers().entrySet().stream()
                                .map(each -> identifier(agent.id(), each.getKey(), each.getValue()))
                                .toList())
                .properties();
    }

    private static Map<String, Object> identifier(String agentId, String scheme, String value) {
        var register = REGISTERS.get(scheme);
        return new NodeProperties()
                .put("id", agentId + "/" + scheme + "/" + value)
                .put("scheme", scheme)
                .put("value", value)
                .put("url", register == null ? null : register + value)
                .properties();
    }

    private static Map<String, Object> row(NewOrganization organization) {
        return new NodeProperties()
                .put("id", organization.id())
                .put("labels", organization.kind().labels())
                .put(
                        "properties",
                        named(organization.name())
                                .put("kind", organization.kind())
                                .put("website", organization.website())
                                .put("note", organization.note())
                                .properties())
                .put("countryId", organization.countryId())
                .properties();
    }

    private static NodeProperties named(String name) {
        return new NodeProperties()
                .put("name", name)
                .put("sortName", NameProperties.sortName(name))
                .putAll(NameProperties.keys(name));
    }

    private static NodeProperties properties(NewSource source) {
        return new NodeProperties()
                .put("title", source.title())
                .putAll(NameProperties.keys(source.title()))
                .put("author", source.author())
                .put("url", source.url())
                .put("language", source.language())
                .put("statedAt", source.statedAt())
                .put("retrievedAt", source.retrievedAt())
                .put("file", source.file())
                .put("sha256", source.sha256())
                .put("licence", source.licence())
                .put("licenceUrl", source.licenceUrl())
                .put("attribution", source.attribution())
                .put("note", source.note());
    }

    private static @Nullable Map<String, Object> edition(NewSource source) {
        return source.sha256() == null
                ? null
                : new NodeProperties()
                        .put("id", source.id() + "/edition/" + source.sha256())
                        .put("file", source.file())
                        .put("sha256", source.sha256())
                        .put("statedAt", source.statedAt())
                        .put("retrievedAt", source.retrievedAt())
                        .properties();
    }
}
