package io.throughline.writing.curation;

import io.throughline.infra.cypher.CypherStatement;
import io.throughline.writing.curation.CurationInputs.MergeAgentsInput;
import io.throughline.writing.curation.CurationInputs.SplitAgentInput;
import io.throughline.writing.curation.CurationInputs.UndoActivityInput;
import io.throughline.writing.curation.EditRunner.Edit;
import io.throughline.writing.ledger.Ledger;
import java.security.Principal;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.neo4j.driver.TransactionContext;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.MutationMapping;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;

/** Merges and splits agents and undoes edits; see {@code graphql/curation.graphqls}. */
@Controller
@PreAuthorize("hasRole('ADMIN')")
class AgentMutations {

    private static final CypherStatement BETWEEN = CypherStatement.in("curation/memberships-between.cypher");
    private static final CypherStatement OF_AGENT = CypherStatement.in("curation/claims-of-agent.cypher");
    private static final CypherStatement LATER_MERGES = CypherStatement.in("curation/later-merges.cypher");
    private static final CypherStatement AGENTS = CypherStatement.in("curation/agents-of-edit.cypher");

    /** Claims changed in one step of undoing. */
    private static final int A_STEP = 1_000;

    private final EditRunner edits;
    private final Ledger ledger;
    private final AgentCreator agents;

    AgentMutations(EditRunner edits, Ledger ledger, AgentCreator agents) {
        this.edits = edits;
        this.ledger = ledger;
        this.agents = agents;
    }

    @MutationMapping
    MutationResult mergeAgents(@Argument MergeAgentsInput input, Principal person) {
        return edits.edit(person, EditAction.MERGE, input.comment(), edit -> {
            var checks = new InputValidation(edit.transaction())
                    .is(input.agent(), "Agent", "agent")
                    .is(input.into(), "Agent", "into")
                    .revision(input.agent(), input.expectedRevision());
            if (input.agent().equals(input.into())) {
                checks.error("SAME_AGENT", "both ids are those of one agent", "into");
            }
            checks.done();
            var merged = checks.thing(input.agent());
            if (!kind(merged).equals(kind(checks.thing(input.into())))) {
                checks.error("WRONG_KIND", "a city, a region and an organization are different things", "into");
            }
            if (!ids(edit.transaction(), BETWEEN, Map.of("one", input.agent(), "other", input.into()))
                    .isEmpty()) {
                checks.error("MEMBER_OF_ITSELF", "one of them belongs to the other, so they are two", "into");
            }
            checks.refuseIfWrong(null);
            ledger.merge(edit.transaction(), edit.by(), input.agent(), merged.name(), input.into(), input.reason());
            edit.link(List.of(input.agent(), input.into()));
            return edit.done(input.into(), null);
        });
    }

    private static String kind(InputValidation.Thing agent) {
        return Stream.of("City", "Region", "Organization")
                .filter(agent::is)
                .findFirst()
                .orElse("");
    }

    @MutationMapping
    MutationResult splitAgent(@Argument SplitAgentInput input, Principal person) {
        return edits.edit(person, EditAction.SPLIT, input.comment(), edit -> {
            var given = Stream.of(input.city(), input.region(), input.organization())
                    .filter(Objects::nonNull)
                    .count();
            var checks = new InputValidation(edit.transaction())
                    .is(input.agent(), "Agent", "agent")
                    .all(input.claims(), "Claim", "claims")
                    .revision(input.agent(), input.expectedRevision());
            if (given != 1) {
                checks.error("ONE_OF", "exactly one of city, region and organization is to be given");
            }
            if (input.claims().isEmpty()) {
                checks.error("NOTHING_CHANGED", "say which claims are of the new one", "claims");
            }
            checks.done();
            var of = new HashSet<>(
                    ids(edit.transaction(), OF_AGENT, Map.of("id", input.agent(), "claimIds", input.claims())));
            input.claims().stream()
                    .filter(id -> !of.contains(id))
                    .forEach(
                            id -> checks.error("NOT_OF_AGENT", "'%s' is about something else".formatted(id), "claims"));
            checkKind(input, checks);
            checks.refuseIfWrong(null);
            var added = added(edit, input);
            ledger.split(edit.transaction(), edit.by(), input.agent(), added, input.claims(), input.reason());
            edit.link(List.of(input.agent(), added));
            return edit.done(added, null);
        });
    }

    private static void checkKind(SplitAgentInput input, InputValidation checks) {
        var kind = kind(checks.thing(input.agent()));
        var other = input.city() != null ? "City" : input.region() != null ? "Region" : "Organization";
        if (!kind.equals(other)) {
            checks.error("WRONG_KIND", "'%s' and the new one are different things".formatted(input.agent()), "agent");
        }
    }

    private String added(Edit edit, SplitAgentInput input) {
        var city = input.city();
        var region = input.region();
        var changed = city != null
                ? agents.addSplit(edit, city, input.agent())
                : region != null
                        ? agents.addSplit(edit, region, input.agent())
                        : agents.add(edit, Objects.requireNonNull(input.organization()), "organization");
        return Objects.requireNonNull(changed.thingId());
    }

    @MutationMapping
    MutationResult undoActivity(@Argument UndoActivityInput input, Principal person) {
        return edits.edit(person, EditAction.UNDO, input.comment(), edit -> {
            var transaction = edit.transaction();
            var checks = new InputValidation(transaction)
                    .is(input.activity(), "Edit", "activity")
                    .done();
            if (!ids(transaction, LATER_MERGES, Map.of("activityId", input.activity()))
                    .isEmpty()) {
                checks.error("LATER_MERGE", "what it merged was merged once more: undo that first", "activity")
                        .refuseIfWrong(null);
            }
            var steps = 0;
            while (ledger.undo(transaction, edit.by(), input.activity(), A_STEP).more()) {
                steps++;
            }
            if (steps == 0) {
                checks.error("NOTHING_TO_UNDO", "nothing of what it did stands", "activity")
                        .refuseIfWrong(null);
            }
            edit.link(ids(transaction, AGENTS, Map.of("id", input.activity())));
            return edit.done(input.activity(), null);
        });
    }

    private static List<String> ids(
            TransactionContext transaction, CypherStatement statement, Map<String, Object> parameters) {
        return transaction
                .run(statement.text(), parameters)
                .list(row -> row.get(0).asString());
    }
}
