package io.throughline.ledger;

import static java.util.stream.Collectors.toMap;

import io.throughline.cypher.Statement;
import io.throughline.ledger.Recorded.Change;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.neo4j.driver.TransactionContext;
import org.springframework.stereotype.Component;

/**
 * Records facts and takes them back. Every method runs in a transaction of the caller, who also wrote the node of the
 * activity; it can be run again from its beginning.
 */
@Component
public class Ledger {

    private static final Statement SURVIVORS = Statement.in("ledger/survivors-of-merged.cypher");

    private final MembershipResolution memberships;

    Ledger(MembershipResolution memberships) {
        this.memberships = memberships;
    }

    /**
     * Records what sources say of memberships. A claim that its source makes already changes nothing, one that says
     * something else supersedes that. Of several of one source on one membership in the list the first is recorded, so
     * whoever reads a list sees to it that its lines do not contradict each other. Ids of merged agents mean the survivor.
     *
     * @return one for each claim, in this order
     * @throws UnknownThing if a member, organization or source is not in the graph
     */
    public List<Recorded> record(TransactionContext transaction, Activity by, List<MembershipClaim> claims) {
        if (claims.isEmpty()) {
            return List.of();
        }
        var recorded = new ClaimWriter(transaction, by).record(withSurvivors(transaction, claims));
        memberships.resolve(
                transaction,
                recorded.stream()
                        .filter(each -> each.change() != Change.SAME)
                        .map(Recorded::membershipId)
                        .toList());
        return recorded;
    }

    /** Adds cities and regions; those already there stay as they are. Safe when two servers do it at once. */
    public void addAgents(TransactionContext transaction, Activity by, List<NewAgent> agents) {
        ThingWriter.addAgents(transaction, by, agents);
    }

    /** Adds organizations; those already there stay as they are. */
    public void addOrganizations(TransactionContext transaction, Activity by, List<NewOrganization> organizations) {
        ThingWriter.addOrganizations(transaction, by, organizations);
    }

    /**
     * Adds a source. One already there stays as it is, and another text of it is kept as an edition.
     *
     * @throws UnknownThing if its publisher is not in the graph
     */
    public void addSource(TransactionContext transaction, Activity by, NewSource source) {
        ThingWriter.addSource(transaction, by, source);
    }

    /**
     * Withdraws claims; what rests on none other leaves the answers with them. Those that no longer stand are left alone.
     *
     * @param reason for a person
     * @return how many there were
     */
    public int withdraw(TransactionContext transaction, Activity by, Collection<String> claimIds, String reason) {
        return Withdrawals.withdraw(transaction, memberships, by, claimIds, reason);
    }

    private static List<MembershipClaim> withSurvivors(TransactionContext transaction, List<MembershipClaim> claims) {
        var ids = claims.stream()
                .flatMap(claim ->
                        Stream.concat(Stream.of(claim.memberId(), claim.organizationId()), claim.viaIds().stream()))
                .collect(TreeSet<String>::new, TreeSet::add, TreeSet::addAll);
        var survivors = survivors(transaction, ids);
        return survivors.isEmpty()
                ? claims
                : claims.stream().map(claim -> claim.with(survivors)).toList();
    }

    private static Map<String, String> survivors(TransactionContext transaction, Collection<String> ids) {
        return transaction.run(SURVIVORS.text(), Map.of("ids", List.copyOf(ids))).stream()
                .collect(toMap(
                        row -> row.get("id").asString(),
                        row -> row.get("survivorId").asString()));
    }
}
