package io.throughline.writing.curation;

import io.throughline.graphql.change.UserError;
import io.throughline.infra.cypher.CypherStatement;
import io.throughline.infra.cypher.GraphWriter;
import io.throughline.writing.ledger.LedgerActivity;
import io.throughline.writing.ledger.RecordedClaim;
import java.security.Principal;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.neo4j.driver.TransactionContext;
import org.springframework.stereotype.Component;

/** Runs editors' changes, each in one transaction and as one activity. */
@Component
class EditRunner {

    private static final CypherStatement BEGIN = CypherStatement.in("curation/begin-edit.cypher");
    private static final CypherStatement LINK = CypherStatement.in("curation/link-edit.cypher");

    /**
     * A change in progress.
     *
     * @param by the activity as passed to the ledger
     */
    record Edit(TransactionContext transaction, LedgerActivity by, Activity activity) {

        /** The result of a successful change. */
        MutationResult done(String entityId, @Nullable String claimId) {
            return new MutationResult(entityId, claimId, activity, List.of());
        }

        /**
         * The result of recording a claim.
         *
         * @throws MutationRejectedException if the source had already made a claim about this
         */
        MutationResult recorded(RecordedClaim recorded) {
            if (recorded.change() != RecordedClaim.Change.NEW) {
                throw new MutationRejectedException(
                        List.of(UserError.of("ALREADY_STATED", "this source already states this: see the claim")),
                        recorded.change() == RecordedClaim.Change.SAME ? recorded.claimId() : null);
            }
            return done(recorded.membershipId(), recorded.claimId());
        }

        /** Adds the edit to the history of agents. */
        void link(Collection<String> agentIds) {
            transaction
                    .run(LINK.text(), Map.of("id", by.id(), "agentIds", List.copyOf(agentIds)))
                    .consume();
        }
    }

    private final GraphWriter graph;

    EditRunner(GraphWriter graph) {
        this.graph = graph;
    }

    /** Runs a change; if it is rejected, nothing of it remains. */
    MutationResult edit(
            Principal person, EditAction action, @Nullable String comment, Function<Edit, MutationResult> change) {
        var by = new LedgerActivity(
                "edit-%s-%s".formatted(LocalDate.now(ZoneOffset.UTC), UUID.randomUUID()),
                LedgerActivity.Kind.EDIT,
                person.getName());
        var edit = new HashMap<String, @Nullable Object>();
        edit.put("id", by.id());
        edit.put("kind", by.kind().name());
        edit.put("action", action.name());
        edit.put("person", by.person());
        edit.put("comment", comment);
        try {
            return graph.write(transaction -> {
                var activity =
                        transaction.run(BEGIN.text(), Map.of("edit", edit)).single();
                return change.apply(new Edit(
                        transaction, by, Activity.of(activity.get("activity").asNode())));
            });
        } catch (MutationRejectedException rejected) {
            return rejected.result();
        }
    }
}
