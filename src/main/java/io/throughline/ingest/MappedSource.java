package io.throughline.ingest;

import io.throughline.ledger.Activity;
import io.throughline.ledger.Ledger;
import io.throughline.ledger.NewOrganization;
import io.throughline.ledger.NewSource;
import io.throughline.mapping.Mapping;
import io.throughline.published.PublishedFile;
import java.util.Objects;
import org.neo4j.driver.TransactionContext;

/** What a mapping says of its files as a whole. */
final class MappedSource {

    private MappedSource() {}

    /**
     * Sees to it that a graph has what it needs for {@link #prepare}, and for what the lines state.
     *
     * @throws ImportRefused if it lacks something
     */
    static void mustFit(RunReads reads, Mapping mapping) {
        var lacking = reads.lacking(mapping);
        if (!lacking.organizations().isEmpty()) {
            throw new ImportRefused(
                    "ORGANIZATION_UNKNOWN",
                    "The graph has no organization %s, which the mapping %s speaks of: list it there under organizations"
                            .formatted(String.join(", ", lacking.organizations()), mapping.id()),
                    "mapping");
        }
        if (!lacking.taken().isEmpty()) {
            throw new ImportRefused(
                    "ORGANIZATION_TAKEN",
                    "The mapping %s lists %s under organizations, and in the graph that is no organization: give another id there"
                            .formatted(mapping.id(), String.join(", ", lacking.taken())),
                    "mapping");
        }
        if (!lacking.sources().isEmpty()) {
            throw new ImportRefused(
                    "SOURCE_UNKNOWN",
                    "The graph has no source %s, of which the mapping %s gives the id alone: give its title there too, and it is added"
                            .formatted(String.join(", ", lacking.sources()), mapping.id()),
                    "mapping");
        }
    }

    /** Sees to it that the source and the organizations a mapping brings along are in the graph. */
    static void prepare(
            Ledger ledger, TransactionContext transaction, Activity by, Mapping mapping, PublishedFile file) {
        var organizations = mapping.organizations().stream()
                .map(each -> new NewOrganization(
                        each.id(), each.name(), each.kind(), each.website(), each.note(), each.countryId()))
                .toList();
        if (!organizations.isEmpty()) {
            ledger.addOrganizations(transaction, by, organizations);
        }
        var source = mapping.source();
        if (!source.known()) {
            ledger.addSource(
                    transaction,
                    by,
                    new NewSource(
                            source.id(),
                            Objects.requireNonNullElse(source.title(), source.id()),
                            source.publisherId(),
                            source.author(),
                            source.url(),
                            source.language(),
                            source.statedAt(),
                            null,
                            file.name(),
                            file.sha256(),
                            Objects.requireNonNullElse(source.licence(), "not stated"),
                            source.licenceUrl(),
                            source.attribution(),
                            source.note()));
        }
    }
}
