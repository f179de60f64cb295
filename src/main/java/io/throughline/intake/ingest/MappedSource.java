package io.throughline.intake.ingest;

import static java.util.stream.Collectors.toSet;

import io.throughline.intake.mapping.ListedOrganization;
import io.throughline.intake.mapping.Mapping;
import io.throughline.intake.tabular.PublishedFile;
import io.throughline.writing.ledger.Ledger;
import io.throughline.writing.ledger.LedgerActivity;
import io.throughline.writing.ledger.NewOrganization;
import io.throughline.writing.ledger.NewSource;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.neo4j.driver.TransactionContext;

/** What a mapping says of its files as a whole. */
final class MappedSource {

    private MappedSource() {}

    /**
     * Checks that a graph has what is needed for {@link #prepare} and for what the lines state.
     *
     * @throws ImportRejectedException if it lacks something
     */
    static void mustFit(RunQueries reads, Mapping mapping) {
        var needed = mapping.neededOrganizations();
        var listed =
                mapping.organizations().stream().map(ListedOrganization::id).toList();
        var source = mapping.source();
        var labels = reads.labels(Stream.of(needed, listed, List.of(source.id()))
                .flatMap(Collection::stream)
                .collect(toSet()));
        refuseIfAny(
                needed.stream().filter(id -> !is("Organization", labels.get(id))),
                "ORGANIZATION_UNKNOWN",
                "The graph has no organization %s, which the mapping %s speaks of: list it there under organizations",
                mapping);
        refuseIfAny(
                listed.stream().filter(id -> isTaken("Organization", labels.get(id))),
                "ORGANIZATION_TAKEN",
                "%s is no organization in the graph, and the mapping %s lists it as one: give another id there",
                mapping);
        refuseIfAny(
                Stream.of(source.id()).filter(id -> source.known() && !is("Source", labels.get(id))),
                "SOURCE_UNKNOWN",
                "The graph has no source %s, of which the mapping %s gives the id alone: give its title there, and it is added",
                mapping);
        refuseIfAny(
                Stream.of(source.id()).filter(id -> !source.known() && isTaken("Source", labels.get(id))),
                "SOURCE_TAKEN",
                "%s is no source in the graph, and the mapping %s lists it as one: give another id there",
                mapping);
    }

    private static boolean is(String label, @Nullable List<String> labels) {
        return labels != null && labels.contains(label);
    }

    /** Whether something else has the id. What was withdrawn returns when it is added; who was merged means the survivor. */
    private static boolean isTaken(String label, @Nullable List<String> labels) {
        return labels != null && !is(label, labels) && !is("Withdrawn", labels) && !is("Merged", labels);
    }

    private static void refuseIfAny(Stream<String> ids, String code, String message, Mapping mapping) {
        var all = ids.sorted().toList();
        if (!all.isEmpty()) {
            throw new ImportRejectedException(code, message.formatted(String.join(", ", all), mapping.id()), "mapping");
        }
    }

    /** Sees to it that the source and the organizations a mapping brings along are in the graph. */
    static void prepare(
            Ledger ledger, TransactionContext transaction, LedgerActivity by, Mapping mapping, PublishedFile file) {
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
