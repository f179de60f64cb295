package io.throughline.writing.ledger;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;
import static java.util.stream.Collectors.toSet;

import io.throughline.infra.cypher.CypherStatement;
import io.throughline.infra.cypher.GraphWriter;
import io.throughline.infra.store.StoreReadyEvent;
import io.throughline.reference.gazetteer.FormerStates;
import io.throughline.reference.gazetteer.Gazetteer;
import io.throughline.reference.gazetteer.GazetteerPlace;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.neo4j.driver.Record;
import org.neo4j.driver.TransactionContext;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Moves cities out of states that an earlier release wrongly gave them, and gives imported cities a state if that
 * release had none for them. The graph is then as if this release had added them, except that they keep their ids. Runs
 * once for each change of {@link FormerStates}.
 */
@Component
public class StateCorrector {

    private static final Logger log = LoggerFactory.getLogger(StateCorrector.class);

    private static final CypherStatement DONE = CypherStatement.in("ledger/state-correction.cypher");
    private static final CypherStatement BEGIN = CypherStatement.in("ledger/begin-state-correction.cypher");
    private static final CypherStatement CITIES = CypherStatement.in("ledger/cities-in-former-states.cypher");
    private static final CypherStatement MOVE = CypherStatement.in("ledger/move-to-states.cypher");

    private static final String REASON = "Unicode CLDR gives this code the name that it or another code had before";

    /** A city to be moved. */
    private record Move(String id, String stateId, LedgerActivity by) {}

    private final GraphWriter graph;
    private final Gazetteer gazetteer;
    private final MembershipResolution memberships;
    private final FormerStates former = FormerStates.read();

    StateCorrector(GraphWriter graph, Gazetteer gazetteer, MembershipResolution memberships) {
        this.graph = graph;
        this.gazetteer = gazetteer;
        this.memberships = memberships;
    }

    @EventListener(StoreReadyEvent.class)
    void correctAtStart() {
        if (isDone(graph.read(transaction -> transaction.run(DONE.text()).single()))) {
            return;
        }
        var moved = graph.write(transaction -> {
            var before = transaction
                    .run(BEGIN.text(), Map.of("edition", former.edition()))
                    .single();
            return isDone(before) ? 0 : correct(transaction);
        });
        if (moved > 0) {
            log.info("Moved {} cities to the states that the corrected gazetteer gives them", moved);
        }
    }

    private boolean isDone(Record correction) {
        return correction.get("edition").asString("").equals(former.edition());
    }

    /** The agent as the gazetteer proposes it today, where an earlier release proposed a wrong state for it. */
    public NewAgent corrected(NewAgent agent) {
        var place = place(agent.identifiers().get("geonames"));
        return place != null && former.gave(place, agent.stateId()) ? agent.in(place.state()) : agent;
    }

    /**
     * Moves all cities, and renames the states whose name has changed in the gazetteer. Repeating it changes nothing.
     *
     * @return how many cities were moved
     */
    int correct(TransactionContext transaction) {
        var moves = new LinkedHashMap<String, Move>();
        transaction
                .run(CITIES.text(), Map.of("states", LockOrder.of(former.codes())))
                .list(this::move)
                .forEach(move -> moves.putAll(move));
        moves.values().stream()
                .collect(groupingBy(Move::by, LinkedHashMap::new, mapping(Move::stateId, toSet())))
                .forEach((by, states) -> new SubdivisionWriter(gazetteer, transaction, by).add(states));
        var rows = new TreeMap<>(moves)
                .values().stream()
                        .map(move -> Map.of("id", move.id(), "stateId", move.stateId()))
                        .toList();
        rename(transaction);
        return rows.isEmpty()
                ? 0
                : transaction
                        .run(MOVE.text(), Map.of("cities", rows))
                        .single()
                        .get("moved")
                        .asInt();
    }

    private Map<String, Move> move(Record row) {
        var id = row.get("id").asString();
        var recorded = row.get("stateId").asString(null);
        var place = place(row.get("geonames").asString());
        var state = place == null ? null : place.state();
        return place == null || state == null || recorded != null && !former.gave(place, recorded)
                ? Map.of()
                : Map.of(id, new Move(id, state, NodeProperties.activity(row)));
    }

    /** Only places with a claim of CLDR: others were named by a person or by the dataset. */
    private void rename(TransactionContext transaction) {
        var names = SubdivisionWriter.formerNames(gazetteer, transaction);
        names.stream()
                .collect(groupingBy(
                        SubdivisionWriter.FormerName::by,
                        LinkedHashMap::new,
                        mapping(SubdivisionWriter.FormerName::placeId, toList())))
                .forEach((by, places) -> new SubdivisionWriter(gazetteer, transaction, by).rename(places));
        ClaimWithdrawer.withdraw(
                transaction,
                memberships,
                new LedgerActivity("state-correction-" + former.edition(), LedgerActivity.Kind.EDIT, "Throughline"),
                names.stream().map(SubdivisionWriter.FormerName::claimId).toList(),
                REASON,
                ChangeReason.WITHDRAWN);
    }

    private @Nullable GazetteerPlace place(@Nullable String geonames) {
        return geonames != null && geonames.matches("[0-9]{1,9}") ? gazetteer.place(Integer.parseInt(geonames)) : null;
    }
}
