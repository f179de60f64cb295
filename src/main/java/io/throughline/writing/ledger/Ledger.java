package io.throughline.writing.ledger;

import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;

import io.throughline.infra.cypher.CypherStatement;
import io.throughline.model.source.Rank;
import io.throughline.reference.gazetteer.Gazetteer;
import io.throughline.writing.ledger.RecordedClaim.Change;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.neo4j.driver.TransactionContext;
import org.springframework.stereotype.Component;

/**
 * Records facts and takes them back. Every method runs in a transaction of the caller, who also wrote the node of the
 * activity; it can be run again from its beginning.
 */
@Component
public class Ledger {

    private static final CypherStatement CLAIMS_OF_LISTS = CypherStatement.in("ledger/claims-of-lists.cypher");

    private final MembershipResolution memberships;
    private final Gazetteer gazetteer;

    Ledger(MembershipResolution memberships, Gazetteer gazetteer) {
        this.memberships = memberships;
        this.gazetteer = gazetteer;
    }

    /**
     * Records what sources say of memberships. A claim that its source makes already changes nothing, one that says
     * something else supersedes that. Of several of one source on one membership in the list the first is recorded, so
     * whoever reads a list sees to it that its lines do not contradict each other. Ids of merged agents mean the survivor.
     *
     * @return one for each claim, in this order
     * @throws UnknownReferenceException if a member, organization or source is not in the graph
     */
    public List<RecordedClaim> record(TransactionContext transaction, LedgerActivity by, List<MembershipClaim> claims) {
        if (claims.isEmpty()) {
            return List.of();
        }
        var recorded = new ClaimWriter(transaction, by).record(withSurvivors(transaction, claims));
        var changed = recorded.stream()
                .filter(each -> each.change() != Change.SAME)
                .map(RecordedClaim::membershipId)
                .toList();
        memberships.resolve(transaction, changed);
        MergeRedirects.failIfMerged(transaction, changed);
        return recorded;
    }

    /**
     * What {@link #record} would answer as long as nobody else writes; nothing is written. Members, organizations and sources
     * need not be in the graph: that they will be is not foreseen.
     */
    public List<RecordedClaim> preview(
            TransactionContext transaction, LedgerActivity by, List<MembershipClaim> claims) {
        return claims.isEmpty()
                ? List.of()
                : new ClaimWriter(transaction, by).foresee(withSurvivors(transaction, claims));
    }

    /**
     * Records what a source says of something else than a membership. A claim that its source makes already changes nothing.
     *
     * @return the claim and the fact or thing it is on; never {@code CHANGED}
     * @throws UnknownReferenceException if the source, or what a fact is about, is not in the graph
     */
    public RecordedClaim state(TransactionContext transaction, LedgerActivity by, NewFact fact) {
        return new FactWriter(transaction, by).state(fact);
    }

    /**
     * Puts new claims in the place of some that stand.
     *
     * @param changes what each says otherwise, by id of the old one
     * @param reason for a person
     * @return the ids of the new ones by those of the old ones; those that no longer stand are left out
     */
    public Map<String, String> supersede(
            TransactionContext transaction,
            LedgerActivity by,
            Map<String, ClaimPatch> changes,
            @Nullable String reason) {
        return new ClaimSuperseder(transaction, memberships, by).supersede(changes, reason, ChangeReason.SUPERSEDED);
    }

    /** Gives claims that stand another rank, by claims that say the same. */
    public Map<String, String> rank(
            TransactionContext transaction,
            LedgerActivity by,
            Collection<String> claimIds,
            Rank rank,
            @Nullable String reason) {
        var otherwise = new ClaimPatch(Map.of("rank", rank), Map.of(), Map.of());
        return new ClaimSuperseder(transaction, memberships, by)
                .supersede(
                        claimIds.stream().distinct().collect(toMap(id -> id, id -> otherwise)),
                        reason,
                        ChangeReason.RANKED);
    }

    /**
     * Lets one agent take the place of another: what is claimed of that is claimed of the survivor from now on, whose other
     * name and other id it becomes.
     *
     * @param mergedName the name of the one that leaves the answers
     * @param reason for a person
     */
    public void merge(
            TransactionContext transaction,
            LedgerActivity by,
            String mergedId,
            String mergedName,
            String survivorId,
            @Nullable String reason) {
        new AgentMerger(transaction, memberships, by).merge(mergedId, mergedName, survivorId, reason);
    }

    /**
     * Lets some of the claims on an agent be of another one, which is there already.
     *
     * @param fromId the agent that keeps its id and all other claims
     * @param reason for a person
     */
    public void split(
            TransactionContext transaction,
            LedgerActivity by,
            String fromId,
            String agentId,
            Collection<String> claimIds,
            @Nullable String reason) {
        new AgentMerger(transaction, memberships, by).split(fromId, agentId, claimIds, reason);
    }

    /**
     * Adds cities and regions; those already there stay as they are, and one whose number in a register another agent bears
     * is that agent and is not added. A state that one of them lies in and that is not in the graph is added from the
     * gazetteer. Safe when two servers do it at once.
     *
     * @return who bears the number of one that is not added, by the id of that
     */
    public Map<String, String> addAgents(TransactionContext transaction, LedgerActivity by, List<NewAgent> agents) {
        RegisterIdentifiers.takeTurn(transaction, agents);
        var bearers = bearers(transaction, agents);
        add(
                transaction,
                by,
                agents.stream()
                        .filter(agent -> !bearers.containsKey(agent.id()))
                        .toList());
        return bearers;
    }

    /**
     * Which of these cities and regions {@link #addAgents} would not add as long as nobody else writes, by who bears a number
     * of theirs.
     */
    public Map<String, String> bearers(TransactionContext transaction, List<NewAgent> agents) {
        return RegisterIdentifiers.bearers(transaction, agents);
    }

    /**
     * What is wrong with a city or region that a person wants to add. While there is nothing, {@link #addAgents} adds it in
     * this transaction.
     */
    public List<Violation> objections(TransactionContext transaction, NewAgent agent) {
        return AgentCheck.of(gazetteer, transaction, agent, null);
    }

    /** What is wrong with one that was taken for another one so far, which may bear its numbers. */
    public List<Violation> objections(TransactionContext transaction, NewAgent agent, String takenForId) {
        return AgentCheck.of(gazetteer, transaction, agent, takenForId);
    }

    /** Adds a city or region that was taken for another one so far, whatever numbers that one bears. */
    public void addSplit(TransactionContext transaction, LedgerActivity by, NewAgent agent) {
        add(transaction, by, List.of(agent));
    }

    private void add(TransactionContext transaction, LedgerActivity by, List<NewAgent> agents) {
        new SubdivisionWriter(gazetteer, transaction, by)
                .add(agents.stream()
                        .flatMap(agent -> Stream.ofNullable(agent.stateId()))
                        .collect(toSet()));
        NodeWriter.addAgents(transaction, by, agents);
    }

    /** Adds organizations; those already there stay as they are. */
    public void addOrganizations(
            TransactionContext transaction, LedgerActivity by, List<NewOrganization> organizations) {
        NodeWriter.addOrganizations(transaction, by, organizations);
    }

    /**
     * Adds a source. One already there stays as it is, and another text of it is kept as an edition.
     *
     * @throws UnknownReferenceException if its publisher is not in the graph
     */
    public void addSource(TransactionContext transaction, LedgerActivity by, NewSource source) {
        NodeWriter.addSource(transaction, by, source);
    }

    /**
     * Withdraws claims; what rests on none other leaves the answers with them. Those that no longer stand are left alone.
     *
     * @param reason for a person
     * @return how many there were
     */
    public int withdraw(TransactionContext transaction, LedgerActivity by, Collection<String> claimIds, String reason) {
        return ClaimWithdrawer.withdraw(transaction, memberships, by, claimIds, reason, ChangeReason.WITHDRAWN);
    }

    /**
     * Looks through claims that lists of a source made on memberships and withdraws those it no longer makes. What people
     * claimed or corrected stays.
     *
     * @param after the {@code last} of the call before; null for the beginning
     * @param limit how many to look at
     * @param stated whether the source still makes the claim with this id
     * @param reason for a person
     */
    public SweepProgress withdrawOthersOf(
            TransactionContext transaction,
            LedgerActivity by,
            String sourceId,
            @Nullable String after,
            int limit,
            Predicate<String> stated,
            String reason) {
        var ids = transaction
                .run(
                        CLAIMS_OF_LISTS.text(),
                        Map.of(
                                "sourceId",
                                sourceId,
                                "after",
                                after == null ? sourceId + "." : after,
                                "end",
                                sourceId + "/",
                                "limit",
                                limit))
                .list(row -> row.get("id").asString());
        var withdrawn =
                withdraw(transaction, by, ids.stream().filter(stated.negate()).toList(), reason);
        return new SweepProgress(withdrawn, ids.size() < limit ? null : ids.get(ids.size() - 1));
    }

    /**
     * Undoes a part of an activity, by adding: what it recorded and still stands is withdrawn, what it superseded or withdrew
     * is recorded anew, and agents and sources it added leave the answers when nothing rests on them. To be called until
     * there is no more; each call can be a transaction of its own.
     *
     * @param activityId what is undone
     * @param limit about how many claims to change
     */
    public UndoProgress undo(TransactionContext transaction, LedgerActivity by, String activityId, int limit) {
        return new ActivityUndo(transaction, memberships, by).undo(activityId, limit);
    }

    private static List<MembershipClaim> withSurvivors(TransactionContext transaction, List<MembershipClaim> claims) {
        var ids = claims.stream()
                .flatMap(claim ->
                        Stream.concat(Stream.of(claim.memberId(), claim.organizationId()), claim.viaIds().stream()))
                .collect(TreeSet<String>::new, TreeSet::add, TreeSet::addAll);
        var survivors = MergeRedirects.of(transaction, ids);
        return survivors.isEmpty()
                ? claims
                : claims.stream().map(claim -> claim.with(survivors)).toList();
    }
}
