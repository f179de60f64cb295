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
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.neo4j.driver.TransactionContext;
import org.springframework.stereotype.Component;

/**
 * Records and withdraws facts. Every method runs in the caller's transaction, in which the caller also writes the node of the
 * activity; the transaction can be retried from its start.
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
     * Records what sources say about memberships. A claim that its source already makes changes nothing; one that says
     * something different supersedes the earlier one. If the list has several claims of one source on one membership, only the
     * first is recorded, so callers must make sure that the lines of a list do not contradict each other. Ids of merged agents
     * stand for the survivor.
     *
     * @return one outcome per claim, in the same order
     * @throws UnknownReferenceException if a member, organization or source is not in the graph
     */
    public List<RecordedClaim> record(TransactionContext transaction, LedgerActivity by, List<MembershipClaim> claims) {
        if (claims.isEmpty()) {
            return List.of();
        }
        var writer = new ClaimWriter(transaction, by);
        var recorded = writer.record(withSurvivors(transaction, claims));
        var changed = recorded.stream()
                .filter(each -> each.change() != Change.SAME)
                .map(RecordedClaim::membershipId)
                .toList();
        memberships.resolve(transaction, changed);
        memberships.settle(transaction, writer.changedPledges());
        MergeRedirects.failIfMerged(transaction, changed);
        return recorded;
    }

    /**
     * Returns what {@link #record} would return if nobody else writes in the meantime. Nothing is written. Members,
     * organizations and sources need not be in the graph, and their absence is not reported.
     */
    public List<RecordedClaim> preview(
            TransactionContext transaction, LedgerActivity by, List<MembershipClaim> claims) {
        return claims.isEmpty()
                ? List.of()
                : new ClaimWriter(transaction, by).preview(withSurvivors(transaction, claims));
    }

    /**
     * Records what a source says about anything other than a membership. A claim that its source already makes changes nothing.
     *
     * @return the claim and the fact or entity it is about; never {@code CHANGED}
     * @throws UnknownReferenceException if the source, or an entity that the fact refers to, is not in the graph
     */
    public RecordedClaim state(TransactionContext transaction, LedgerActivity by, NewFact fact) {
        return new FactWriter(transaction, by).state(fact);
    }

    /**
     * Supersedes claims that are not withdrawn.
     *
     * @param changes how each successor differs, by the id of the claim it supersedes
     * @param reason shown to people
     * @return the ids of the successors, by the ids of the claims they supersede; claims already withdrawn are left out
     */
    public Map<String, String> supersede(
            TransactionContext transaction,
            LedgerActivity by,
            Map<String, ClaimPatch> changes,
            @Nullable String reason) {
        return new ClaimSuperseder(transaction, memberships, by).supersede(changes, reason, ChangeReason.SUPERSEDED);
    }

    /** Changes the rank of claims, by superseding them with claims that otherwise say the same. */
    public Map<String, String> rank(
            TransactionContext transaction,
            LedgerActivity by,
            Collection<String> claimIds,
            Rank rank,
            @Nullable String reason) {
        var patch = new ClaimPatch(Map.of("rank", rank), Map.of(), Map.of());
        return new ClaimSuperseder(transaction, memberships, by)
                .supersede(
                        claimIds.stream().distinct().collect(toMap(id -> id, id -> patch)),
                        reason,
                        ChangeReason.RANKED);
    }

    /**
     * Merges one agent into another: the claims about it become claims about the survivor, and its name and id become another
     * name and id of the survivor.
     *
     * @param mergedName the name of the agent that no longer appears in answers
     * @param reason shown to people
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
     * Moves some of an agent's claims to another agent, which must already be in the graph.
     *
     * @param fromId the agent that keeps its id and all other claims
     * @param reason shown to people
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
     * Adds cities and regions. Existing ones stay as they are; one that has a register identifier of an existing agent is that
     * agent and is not added. Missing states are added from the gazetteer. Safe when two servers do it at once.
     *
     * @return for each agent that was not added, the agent that holds its identifier, by the id of the former
     */
    public Map<String, String> addAgents(TransactionContext transaction, LedgerActivity by, List<NewAgent> agents) {
        RegisterIdentifiers.lock(transaction, agents);
        var holders = identifierHolders(transaction, agents);
        add(
                transaction,
                by,
                agents.stream()
                        .filter(agent -> !holders.containsKey(agent.id()))
                        .toList());
        return holders;
    }

    /**
     * Returns what {@link #addAgents} would return if nobody else writes in the meantime: for each agent that would not be
     * added, the agent that holds its identifier. Nothing is written.
     */
    public Map<String, String> identifierHolders(TransactionContext transaction, List<NewAgent> agents) {
        return RegisterIdentifiers.holders(transaction, agents);
    }

    /**
     * Checks a city or region that a person wants to add. If the list is empty, {@link #addAgents} will add it in this
     * transaction.
     */
    public List<Violation> violations(TransactionContext transaction, NewAgent agent) {
        return AgentCheck.of(gazetteer, transaction, agent, null);
    }

    /** Checks a city or region to be split off another agent, which may hold the same identifiers. */
    public List<Violation> violations(TransactionContext transaction, NewAgent agent, String splitFromId) {
        return AgentCheck.of(gazetteer, transaction, agent, splitFromId);
    }

    /** Adds a city or region split off another agent, whatever identifiers that agent holds. */
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

    /** Adds organizations; existing ones stay as they are. */
    public void addOrganizations(
            TransactionContext transaction, LedgerActivity by, List<NewOrganization> organizations) {
        NodeWriter.addOrganizations(transaction, by, organizations);
    }

    /**
     * Adds a source. An existing one stays as it is, and a different text of it is kept as an edition.
     *
     * @throws UnknownReferenceException if its publisher is not in the graph
     */
    public void addSource(TransactionContext transaction, LedgerActivity by, NewSource source) {
        NodeWriter.addSource(transaction, by, source);
    }

    /**
     * Records which lists of members a source has, in place of those that imports recorded before. When a complete list comes,
     * changes or goes, the memberships in its organization are resolved again. A list of the same organization and date that no
     * import recorded stays, and the new one is left out unless it is whole and the other is not.
     *
     * @param lists all lists of the source; their organizations are in the graph
     */
    public void recordMemberLists(
            TransactionContext transaction, LedgerActivity by, String sourceId, List<NewMemberList> lists) {
        new MemberListWriter(transaction, memberships).record(by, sourceId, lists);
    }

    /**
     * Marks the lists of a source as complete that lacked only decisions about lines, as part of the imports that recorded them.
     *
     * @param person who made the decisions
     * @param waitingOrganizationIds the organizations in which memberships still wait for decisions; not called if no list
     *     lacks any
     */
    public void settleMemberLists(
            TransactionContext transaction,
            String sourceId,
            String person,
            Supplier<Set<String>> waitingOrganizationIds) {
        new MemberListWriter(transaction, memberships).settle(sourceId, person, waitingOrganizationIds);
    }

    /**
     * Withdraws claims; facts that no other claim supports disappear from answers with them. Claims already withdrawn are left
     * alone.
     *
     * @param reason shown to people
     * @return how many claims were withdrawn
     */
    public int withdraw(TransactionContext transaction, LedgerActivity by, Collection<String> claimIds, String reason) {
        return ClaimWithdrawer.withdraw(transaction, memberships, by, claimIds, reason, ChangeReason.WITHDRAWN);
    }

    /**
     * Checks one page of the claims that lists of a source made on memberships, and withdraws those it no longer makes. What
     * people claimed or corrected stays.
     *
     * @param after {@code last} of the previous call; null to start
     * @param limit page size in claims
     * @param stated whether the source still makes the claim with this id
     * @param reason shown to people
     */
    public SweepProgress withdrawUnlisted(
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
     * Undoes part of an activity without deleting anything: claims and lists it recorded are withdrawn, those it superseded or
     * withdrew are restored, and agents and sources it added disappear from answers once nothing depends on them. Call it until
     * {@link UndoProgress#more} is false; each call can be its own transaction.
     *
     * @param activityId the activity to undo
     * @param limit roughly how many claims to change
     */
    public UndoProgress undo(TransactionContext transaction, LedgerActivity by, String activityId, int limit) {
        return new ActivityUndo(transaction, memberships, by).undo(activityId, limit);
    }

    /** Moves to the survivors what merged agents received since the merge, such as claims of a newer built-in dataset. */
    public void reapplyMerges(TransactionContext transaction) {
        AgentMerger.reapplyMerges(transaction, memberships);
    }

    private static List<MembershipClaim> withSurvivors(TransactionContext transaction, List<MembershipClaim> claims) {
        var ids = claims.stream()
                .flatMap(claim -> Stream.concat(
                        Stream.of(claim.memberId(), claim.statement().organizationId()),
                        claim.statement().viaIds().stream()))
                .collect(TreeSet<String>::new, TreeSet::add, TreeSet::addAll);
        var survivors = MergeRedirects.of(transaction, ids);
        return survivors.isEmpty()
                ? claims
                : claims.stream().map(claim -> claim.with(survivors)).toList();
    }
}
