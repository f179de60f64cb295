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

    /** How many claims one undo step changes. */
    private static final int STEP_SIZE = 1_000;

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
                checks.error("SAME_AGENT", "both ids belong to the same agent", "into");
            }
            checks.validate();
            var merged = checks.node(input.agent());
            if (!kind(merged).equals(kind(checks.node(input.into())))) {
                checks.error(
                        "WRONG_KIND",
                        "the agents are of different kinds; only two cities, two regions or two organizations can be merged",
                        "into");
            }
            if (!ids(edit.transaction(), BETWEEN, Map.of("one", input.agent(), "other", input.into()))
                    .isEmpty()) {
                checks.error(
                        "MEMBER_OF_ITSELF",
                        "one of them is a member of the other, so they cannot be the same agent",
                        "into");
            }
            checks.rejectIfInvalid(null);
            ledger.merge(edit.transaction(), edit.by(), input.agent(), merged.name(), input.into(), input.reason());
            edit.link(List.of(input.agent(), input.into()));
            return edit.done(input.into(), null);
        });
    }

    private static String kind(InputValidation.NamedNode agent) {
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
                checks.error("ONE_OF", "give exactly one of city, region and organization");
            }
            if (input.claims().isEmpty()) {
                checks.error("NOTHING_CHANGED", "no claims given: list those that belong to the new agent", "claims");
            }
            checks.validate();
            var claimsOfAgent = new HashSet<>(
                    ids(edit.transaction(), OF_AGENT, Map.of("id", input.agent(), "claimIds", input.claims())));
            input.claims().stream()
                    .filter(id -> !claimsOfAgent.contains(id))
                    .forEach(id -> checks.error(
                            "NOT_OF_AGENT", "the claim '%s' is not about this agent".formatted(id), "claims"));
            checkKind(input, checks);
            checks.rejectIfInvalid(null);
            var added = addSplit(edit, input);
            ledger.split(edit.transaction(), edit.by(), input.agent(), added, input.claims(), input.reason());
            edit.link(List.of(input.agent(), added));
            return edit.done(added, null);
        });
    }

    private static void checkKind(SplitAgentInput input, InputValidation checks) {
        var kind = kind(checks.node(input.agent()));
        var other = input.city() != null ? "City" : input.region() != null ? "Region" : "Organization";
        if (!kind.equals(other)) {
            checks.error(
                    "WRONG_KIND", "'%s' and the new agent are of different kinds".formatted(input.agent()), "agent");
        }
    }

    private String addSplit(Edit edit, SplitAgentInput input) {
        var city = input.city();
        var region = input.region();
        var result = city != null
                ? agents.addSplit(edit, city, input.agent())
                : region != null
                        ? agents.addSplit(edit, region, input.agent())
                        : agents.add(edit, Objects.requireNonNull(input.organization()), "organization");
        return Objects.requireNonNull(result.entityId());
    }

    @MutationMapping
    MutationResult undoActivity(@Argument UndoActivityInput input, Principal person) {
        return edits.edit(person, EditAction.UNDO, input.comment(), edit -> {
            var transaction = edit.transaction();
            var checks = new InputValidation(transaction)
                    .is(input.activity(), "Edit", "activity")
                    .validate();
            if (!ids(transaction, LATER_MERGES, Map.of("activityId", input.activity()))
                    .isEmpty()) {
                checks.error(
                                "LATER_MERGE",
                                "a survivor of its merges was merged again later: undo that merge first",
                                "activity")
                        .rejectIfInvalid(null);
            }
            var steps = 0;
            while (ledger.undo(transaction, edit.by(), input.activity(), STEP_SIZE)
                    .more()) {
                steps++;
            }
            if (steps == 0) {
                checks.error(
                                "NOTHING_TO_UNDO",
                                "nothing is left to undo: none of its changes is still in effect",
                                "activity")
                        .rejectIfInvalid(null);
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
