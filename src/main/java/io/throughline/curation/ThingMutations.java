package io.throughline.curation;

import io.throughline.curation.Edits.Edit;
import io.throughline.curation.Inputs.AddCityInput;
import io.throughline.curation.Inputs.AddEventInput;
import io.throughline.curation.Inputs.AddOrganizationInput;
import io.throughline.curation.Inputs.AddRegionInput;
import io.throughline.curation.Inputs.AddSecretariatInput;
import io.throughline.curation.Inputs.AddSourceInput;
import io.throughline.ledger.Ledger;
import io.throughline.ledger.NewFact;
import io.throughline.ledger.NewFact.Link;
import io.throughline.ledger.NewSource;
import java.security.Principal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.MutationMapping;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;

/** Adds what facts are about, and where they come from; see {@code graphql/curation.graphqls}. */
@Controller
@PreAuthorize("hasRole('CURATOR')")
class ThingMutations {

    private final Edits edits;
    private final Ledger ledger;
    private final NewAgents agents;

    ThingMutations(Edits edits, Ledger ledger, NewAgents agents) {
        this.edits = edits;
        this.ledger = ledger;
        this.agents = agents;
    }

    @MutationMapping
    Changed addSource(@Argument AddSourceInput input, Principal person) {
        return edits.edit(person, EditAction.ADD, input.comment(), edit -> {
            var checks = new Checks(edit.transaction())
                    .free(input.id(), "id")
                    .is(input.publisher(), "Organization", "publisher");
            var source = new NewSource(
                    input.id(),
                    input.title(),
                    input.publisher(),
                    input.author(),
                    input.url(),
                    input.language(),
                    checks.date(input.statedAt(), "statedAt"),
                    checks.date(input.retrievedAt(), "retrievedAt"),
                    input.file(),
                    input.sha256(),
                    input.licence(),
                    input.licenceUrl(),
                    input.attribution(),
                    input.note());
            checks.done();
            ledger.addSource(edit.transaction(), edit.by(), source);
            return edit.done(input.id(), null);
        });
    }

    @MutationMapping
    Changed addOrganization(@Argument AddOrganizationInput input, Principal person) {
        return edits.edit(person, EditAction.ADD, input.comment(), edit -> agents.add(edit, input));
    }

    @MutationMapping
    Changed addCity(@Argument AddCityInput input, Principal person) {
        return edits.edit(person, EditAction.ADD, input.comment(), edit -> agents.add(edit, input));
    }

    @MutationMapping
    Changed addRegion(@Argument AddRegionInput input, Principal person) {
        return edits.edit(person, EditAction.ADD, input.comment(), edit -> agents.add(edit, input));
    }

    @MutationMapping
    Changed addSecretariat(@Argument AddSecretariatInput input, Principal person) {
        return edits.edit(person, EditAction.ADD, input.comment(), edit -> {
            var checks = new Checks(edit.transaction())
                    .free(input.id(), "id")
                    .is(input.organization(), "Organization", "organization")
                    .is(input.covers(), "Place", "covers");
            var evidence = input.evidence().read(checks);
            checks.done();
            var properties = new HashMap<String, @Nullable Object>();
            properties.put("name", input.name());
            properties.put("organizationId", input.organization());
            properties.put("coversId", input.covers());
            var links = new ArrayList<>(List.of(new Link("POST_IN", input.organization())));
            link("COVERS", input.covers(), links);
            return state(
                    edit,
                    new NewFact(
                            input.id(),
                            List.of("Secretariat"),
                            properties,
                            links,
                            input.organization(),
                            "SECRETARIAT",
                            input.name(),
                            null,
                            null,
                            evidence));
        });
    }

    @MutationMapping
    Changed addEvent(@Argument AddEventInput input, Principal person) {
        return edits.edit(person, EditAction.ADD, input.comment(), edit -> {
            var checks = new Checks(edit.transaction())
                    .free(input.id(), "id")
                    .is(input.superEvent(), "Event", "superEvent")
                    .is(input.location(), "Place", "location");
            var dates = checks.date(input.dates(), "dates");
            var evidence = input.evidence().read(checks);
            checks.done();
            var properties = new HashMap<String, @Nullable Object>();
            properties.put("name", input.name());
            properties.put("kind", input.kind());
            properties.put("superEventId", input.superEvent());
            properties.put("dates", dates);
            properties.put("locationId", input.location());
            properties.put("format", input.format());
            properties.put("status", input.status());
            properties.put("note", input.note());
            var links = new ArrayList<Link>();
            link("SUPER_EVENT", input.superEvent(), links);
            link("LOCATED_IN", input.location(), links);
            return state(
                    edit,
                    new NewFact(
                            input.id(),
                            List.of("Event"),
                            properties,
                            links,
                            input.id(),
                            "name",
                            input.name(),
                            null,
                            null,
                            evidence));
        });
    }

    private Changed state(Edit edit, NewFact fact) {
        return ClaimMutations.unlessStated(edit, ledger.state(edit.transaction(), edit.by(), fact));
    }

    private static void link(String type, @Nullable String toId, List<Link> links) {
        if (toId != null) {
            links.add(new Link(type, toId));
        }
    }
}
