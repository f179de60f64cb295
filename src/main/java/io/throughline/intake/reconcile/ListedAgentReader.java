package io.throughline.intake.reconcile;

import static java.util.stream.Collectors.toCollection;

import io.throughline.intake.matching.ListedAgent;
import io.throughline.intake.matching.ListedAgent.Kind;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Reads the properties of one query. A value that cannot be read is left out and noted: one bad cell must not fail the
 * other rows of a batch, nor be ignored as if the row had said nothing.
 */
final class ListedAgentReader {

    private static final String OWN = "own";

    /** Kinds in the schema, by the kind of agent they mean; see {@code graphql/agent.graphqls}. */
    private static final Map<Kind, Set<String>> KINDS = Map.of(
            Kind.CITY, Set.of("CITY", "TOWN", "MUNICIPALITY", "COMMUNITY"),
            Kind.REGION, Set.of("REGION", "STATE", "PROVINCE", "COUNTY", "PREFECTURE", "DISTRICT"),
            Kind.ORGANIZATION,
                    Set.of(
                            "ORGANIZATION",
                            "CAMPAIGN",
                            "TRACK",
                            "NETWORK",
                            "INITIATIVE",
                            "PROGRAMME",
                            "UNIT",
                            "CONSTITUENCY",
                            "OFFICE",
                            "BODY"));

    private final Map<AgentProperty, String> texts = new EnumMap<>(AgentProperty.class);
    private final Set<AgentProperty> unread = new LinkedHashSet<>();

    /** Takes the value of a property: a text, a number, a boolean, an entity, or a list of one of these. */
    void add(AgentProperty property, JsonNode value) {
        var parts = value.isArray() ? value.valueStream().toList() : List.of(value);
        var values = parts.stream()
                .map(ListedAgentReader::text)
                .filter(text -> !text.isBlank())
                .collect(toCollection(LinkedHashSet::new));
        if (texts.containsKey(property)) {
            values.add(texts.get(property));
        }
        if (values.size() > 1 || parts.stream().anyMatch(ListedAgentReader::isUnreadable)) {
            unread.add(property);
        } else {
            values.forEach(text -> texts.put(property, text));
        }
    }

    /** Whether a value says something, but not as a text: an entity without an id, or a list in a list. */
    private static boolean isUnreadable(JsonNode value) {
        return value.isContainer() && !value.isEmpty() && text(value).isEmpty();
    }

    private static String text(JsonNode value) {
        return (value.isObject() ? value.path("id") : value).asString("").strip();
    }

    /**
     * What the query says about the agent.
     *
     * @param name what the query asks for; empty if it only has properties
     * @param kind what its type says
     */
    ListedAgent listed(String name, Kind kind) {
        var position = position();
        return new ListedAgent(
                name,
                kind(kind),
                texts.get(AgentProperty.COUNTRY),
                texts.get(AgentProperty.STATE),
                identifiers(),
                position == null ? null : position.latitude,
                position == null ? null : position.longitude,
                population());
    }

    /** The properties that could not be read; complete once {@link #listed} has been called. */
    List<AgentProperty> unread() {
        return List.copyOf(unread);
    }

    private Kind kind(Kind ofType) {
        var text = texts.get(AgentProperty.KIND);
        if (text == null) {
            return ofType;
        }
        var constant = text.toUpperCase(Locale.ROOT).replaceAll("[ -]", "_");
        return KINDS.entrySet().stream()
                .filter(kind -> kind.getValue().contains(constant))
                .map(Map.Entry::getKey)
                .filter(kind -> ofType == Kind.ANY || ofType == kind)
                .findFirst()
                .orElseGet(() -> {
                    unread.add(AgentProperty.KIND);
                    return ofType;
                });
    }

    private Map<String, String> identifiers() {
        var identifiers = new TreeMap<String, String>();
        var own = texts.get(AgentProperty.ID);
        if (own != null) {
            var gazetteer = GazetteerId.of(own);
            identifiers.put(
                    gazetteer == null ? OWN : gazetteer.scheme().key(), gazetteer == null ? own : gazetteer.value());
        }
        texts.forEach((property, text) -> {
            var register = property.register();
            if (register == null) {
                return;
            }
            if (!register.matches(text)) {
                unread.add(property);
                return;
            }
            var ofId = identifiers.put(register.key(), text);
            if (ofId != null && !ofId.equals(text)) {
                // nothing says which of the two is right, as with two values of one property
                identifiers.remove(register.key());
                unread.addAll(List.of(AgentProperty.ID, property));
            }
        });
        return identifiers;
    }

    private @Nullable Long population() {
        var text = texts.get(AgentProperty.POPULATION);
        if (text == null || text.matches("\\d{1,12}")) {
            return text == null ? null : Long.valueOf(text);
        }
        unread.add(AgentProperty.POPULATION);
        return null;
    }

    private record Position(double latitude, double longitude) {

        boolean isOnEarth() {
            return Math.abs(latitude) <= 90 && Math.abs(longitude) <= 180;
        }
    }

    private @Nullable Position position() {
        var parts = new ArrayList<String>();
        var used = new ArrayList<AgentProperty>();
        if (texts.containsKey(AgentProperty.COORDINATES)) {
            used.add(AgentProperty.COORDINATES);
            parts.addAll(List.of(texts.get(AgentProperty.COORDINATES).split("[,; ]+")));
        } else {
            for (var property : List.of(AgentProperty.LATITUDE, AgentProperty.LONGITUDE)) {
                if (texts.containsKey(property)) {
                    used.add(property);
                    parts.add(texts.get(property));
                }
            }
        }
        if (parts.isEmpty()) {
            return null;
        }
        if (parts.size() == 2 && parts.stream().allMatch(part -> part.matches("[+-]?\\d{1,3}(\\.\\d{1,20})?"))) {
            var position = new Position(Double.parseDouble(parts.get(0)), Double.parseDouble(parts.get(1)));
            if (position.isOnEarth()) {
                return position;
            }
        }
        unread.addAll(used);
        return null;
    }
}
