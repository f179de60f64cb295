package io.throughline.intake.reconcile;

import static java.util.Comparator.comparing;

import io.throughline.intake.matching.AgentMatch;
import io.throughline.intake.matching.AgentMatcher;
import io.throughline.reference.id.IdSyntax;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.springframework.stereotype.Component;

/** Answers batches of queries with the matcher of imports; takes as many statements for many queries as for one. */
@Component
class Reconciler {

    /** The candidates of one query, as the specification writes them. */
    record CandidateList(List<ReconciliationCandidate> result) {}

    private final AgentMatcher matcher;
    private final AgentSummaryQueries summaries;
    private final PlaceNames names;

    Reconciler(AgentMatcher matcher, AgentSummaryQueries summaries, PlaceNames names) {
        this.matcher = matcher;
        this.summaries = summaries;
        this.names = names;
    }

    /** The candidates of each query, by its key. Tables repeat rows, so equal queries are answered once. */
    Map<String, CandidateList> reconcile(Map<String, ReconciliationQuery> batch) {
        var queries = batch.values().stream().distinct().toList();
        var matches =
                matcher.match(queries.stream().map(ReconciliationQuery::listed).toList());
        var ids = new LinkedHashSet<String>();
        matches.stream().flatMap(CandidateFactory::agentIds).forEach(ids::add);
        queries.stream()
                .map(query -> query.listed().name())
                .filter(IdSyntax::isNew)
                .forEach(ids::add);
        var candidates = new CandidateFactory(summaries.byId(ids), names);
        var answers = new HashMap<ReconciliationQuery, CandidateList>();
        for (var i = 0; i < queries.size(); i++) {
            answers.put(queries.get(i), list(matches.get(i), queries.get(i), candidates));
        }
        var results = new LinkedHashMap<String, CandidateList>();
        batch.forEach((key, query) -> results.put(key, Objects.requireNonNull(answers.get(query))));
        return results;
    }

    private static CandidateList list(AgentMatch match, ReconciliationQuery query, CandidateFactory candidates) {
        var all = new ArrayList<>(candidates.of(match, query));
        if (all.stream().noneMatch(ReconciliationCandidate::match)) {
            candidates
                    .byId(query.listed().name())
                    .filter(byId -> all.stream().noneMatch(each -> each.id().equals(byId.id())))
                    .ifPresent(all::add);
        }
        return new CandidateList(all.stream()
                .sorted(comparing(ReconciliationCandidate::score).reversed())
                .filter(each -> query.types().isEmpty()
                        || each.type().stream()
                                .flatMap(type -> ReconciliationType.of(type.id()).stream())
                                .anyMatch(query.types()::contains))
                .limit(query.limit())
                .toList());
    }
}
