package io.throughline.writing.curation;

import io.throughline.infra.cypher.CypherStatement;
import io.throughline.infra.cypher.GraphWriter;
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

/** Runs changes of editors, each in one transaction and as one activity. */
@Component
class EditRunner {

    private static final CypherStatement BEGIN = CypherStatement.in("curation/begin-edit.cypher");
    private static final CypherStatement LINK = CypherStatement.in("curation/link-edit.cypher");

    /**
     * A change under way.
     *
     * @param by as the ledger knows the activity
     */
    record Edit(TransactionContext transaction, io.throughline.writing.ledger.LedgerActivity by, Activity activity) {

        /** What was done. */
        MutationResult done(String thingId, @Nullable String claimId) {
            return new MutationResult(thingId, claimId, activity, List.of());
        }

        /** Notes that it is part of the history of agents. */
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

    /** Runs a change; when it is refused, nothing of it remains. */
    MutationResult edit(
            Principal person, EditAction action, @Nullable String comment, Function<Edit, MutationResult> change) {
        var by = new io.throughline.writing.ledger.LedgerActivity(
                "edit-%s-%s".formatted(LocalDate.now(ZoneOffset.UTC), UUID.randomUUID()),
                io.throughline.writing.ledger.LedgerActivity.Kind.EDIT,
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
        } catch (MutationRejectedException refused) {
            return refused.changed();
        }
    }
}
