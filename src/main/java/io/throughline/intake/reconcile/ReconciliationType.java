package io.throughline.intake.reconcile;

import io.throughline.intake.matching.ListedAgent.Kind;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The types that candidates have and queries can ask for, named as in the GraphQL schema. */
enum ReconciliationType {
    AGENT("Agent", "A city, a region or an organization", Kind.ANY),
    CITY("City", "A city, town or municipality", Kind.CITY),
    REGION("Region", "A state, province, county or other region", Kind.REGION),
    ORGANIZATION("Organization", "A campaign, a network or any other organization", Kind.ORGANIZATION);

    private final String id;
    private final String description;
    private final Kind kind;

    ReconciliationType(String id, String description, Kind kind) {
        this.id = id;
        this.description = description;
        this.kind = kind;
    }

    /** A type by its id; empty if there is none. */
    static Optional<ReconciliationType> of(String id) {
        return Arrays.stream(values()).filter(type -> type.id.equals(id)).findFirst();
    }

    /** All ids, for error messages. */
    static String ids() {
        return Arrays.stream(values()).map(ReconciliationType::id).collect(Collectors.joining(", "));
    }

    String id() {
        return id;
    }

    /** The same for the matcher. */
    Kind kind() {
        return kind;
    }

    TypeEntry entry() {
        return new TypeEntry(
                id,
                id,
                description,
                this == AGENT ? List.of() : Stream.of(AGENT.entry()).toList());
    }

    /**
     * A type as the specification writes it.
     *
     * @param broader the next more general types
     */
    record TypeEntry(String id, String name, String description, List<TypeEntry> broader) {}
}
