package io.throughline.writing.curation;

import io.throughline.writing.curation.CurationInputs.AddCityInput;
import io.throughline.writing.curation.CurationInputs.AddEventInput;
import io.throughline.writing.curation.CurationInputs.AddOrganizationInput;
import io.throughline.writing.curation.CurationInputs.AddRegionInput;
import io.throughline.writing.curation.CurationInputs.AddSecretariatInput;
import io.throughline.writing.curation.CurationInputs.AddSourceInput;
import io.throughline.writing.curation.EditRunner.Edit;
import io.throughline.writing.ledger.Ledger;
import io.throughline.writing.ledger.NewFact;
import io.throughline.writing.ledger.NewFact.Link;
import io.throughline.writing.ledger.NewFactBuilder;
import io.throughline.writing.ledger.NewSourceBuilder;
import java.security.Principal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.MutationMapping;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;

/** Adds sources, organizations, cities, regions, secretariats and events; see {@code graphql/curation.graphqls}. */
@Controller
@PreAuthorize("hasRole('CURATOR')")
class EntityMutations {

    private final EditRunner edits;
    private final Ledger ledger;
    private final AgentCreator agents;

    EntityMutations(EditRunner edits, Ledger ledger, AgentCreator agents) {
        this.edits = edits;
        this.ledger = ledger;
        this.agents = agents;
    }

    @MutationMapping
    MutationResult addSource(@Argument AddSourceInput input, Principal person) {
        return edits.edit(person, EditAction.ADD, input.comment(), edit -> {
            var checks = new InputValidation(edit.transaction())
                    .free(input.id(), "id")
                    .is(input.publisher(), "Organization", "publisher");
            var source = NewSourceBuilder.builder()
                    .id(input.id())
                    .title(input.title())
                    .licence(input.licence())
                    .publisherId(input.publisher())
                    .author(input.author())
                    .url(input.url())
                    .language(input.language())
                    .statedAt(checks.date(input.statedAt(), "statedAt"))
                    .retrievedAt(checks.date(input.retrievedAt(), "retrievedAt"))
                    .file(input.file())
                    .sha256(input.sha256())
                    .licenceUrl(input.licenceUrl())
                    .attribution(input.attribution())
                    .note(input.note())
                    .build();
            checks.validate();
            ledger.addSource(edit.transaction(), edit.by(), source);
            return edit.done(input.id(), null);
        });
    }

    @MutationMapping
    MutationResult addOrganization(@Argument AddOrganizationInput input, Principal person) {
        return edits.edit(person, EditAction.ADD, input.comment(), edit -> agents.add(edit, input));
    }

    @MutationMapping
    MutationResult addCity(@Argument AddCityInput input, Principal person) {
        return edits.edit(person, EditAction.ADD, input.comment(), edit -> agents.add(edit, input));
    }

    @MutationMapping
    MutationResult addRegion(@Argument AddRegionInput input, Principal person) {
        return edits.edit(person, EditAction.ADD, input.comment(), edit -> agents.add(edit, input));
    }

    @MutationMapping
    MutationResult addSecretariat(@Argument AddSecretariatInput input, Principal person) {
        return edits.edit(person, EditAction.ADD, input.comment(), edit -> {
            var checks = new InputValidation(edit.transaction())
                    .free(input.id(), "id")
                    .is(input.organization(), "Organization", "organization")
                    .is(input.covers(), "Place", "covers");
            var evidence = input.evidence().read(checks);
            checks.validate();
            var properties = new HashMap<String, @Nullable Object>();
            properties.put("name", input.name());
            properties.put("organizationId", input.organization());
            properties.put("coversId", input.covers());
            var links = new ArrayList<>(List.of(new Link("POST_IN", input.organization())));
            link("COVERS", input.covers(), links);
            return state(
                    edit,
                    NewFactBuilder.builder()
                            .id(input.id())
                            .labels(List.of("Secretariat"))
                            .properties(properties)
                            .links(links)
                            .subjectId(input.organization())
                            .property("SECRETARIAT")
                            .evidence(evidence)
                            .value(input.name())
                            .build());
        });
    }

    @MutationMapping
    MutationResult addEvent(@Argument AddEventInput input, Principal person) {
        return edits.edit(person, EditAction.ADD, input.comment(), edit -> {
            var checks = new InputValidation(edit.transaction())
                    .free(input.id(), "id")
                    .is(input.superEvent(), "Event", "superEvent")
                    .is(input.location(), "Place", "location");
            var dates = checks.date(input.dates(), "dates");
            var evidence = input.evidence().read(checks);
            checks.validate();
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
                    NewFactBuilder.builder()
                            .id(input.id())
                            .labels(List.of("Event"))
                            .properties(properties)
                            .links(links)
                            .subjectId(input.id())
                            .property("name")
                            .evidence(evidence)
                            .value(input.name())
                            .build());
        });
    }

    private MutationResult state(Edit edit, NewFact fact) {
        return edit.recorded(ledger.state(edit.transaction(), edit.by(), fact));
    }

    private static void link(String type, @Nullable String toId, List<Link> links) {
        if (toId != null) {
            links.add(new Link(type, toId));
        }
    }
}
