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
