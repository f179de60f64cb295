package io.throughline.graphql.connection;

import io.throughline.graphql.connection.IndexSeek.Candidates;
import io.throughline.infra.cypher.CypherStatement;
import io.throughline.infra.cypher.SlotName;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Fills the slots of one statement that depend on a filter, which is not empty. */
final class FilterSlots {

    private final String filter;
    private final Map<String, Object> where;
    private final FilterCompiler compiler;
    private final HistoricalView historicalView;
    private final @Nullable Object knownAt;
    /** What an index finds; empty if none helps or the statement has no place for it. */
    private final Optional<Candidates> candidates;

    /** The clauses that find everything without an index; null if the statement has no place for others. */
    private final @Nullable String everything;

    /** Whether the entries are found once, for the total and for the page. */
    private final boolean once;

    /**
     * The slots of one statement.
     *
     * @param twice whether the statement needs the entries twice, for the total and for the page
     */
    FilterSlots(
            CypherStatement statement,
            String filter,
            Map<String, Object> where,
            boolean twice,
            FilterCompiler compiler,
            List<IndexSeek> indexSeeks,
            HistoricalView historicalView) {
        this.filter = filter;
        this.where = where;
        this.compiler = compiler;
        this.historicalView = historicalView;
        this.knownAt = where.get(FilterRegistry.KNOWN_AT);
        var from = statement.slot(SlotName.FROM);
        this.everything = from.map(CypherStatement.Slot::usual).orElse(null);
        this.candidates = from.flatMap(slot -> indexSeeks.stream()
                .flatMap(seek -> seek.candidates(filter, where, target(slot), compiler).stream())
                .findFirst());
        this.once = twice
                && candidates.isPresent()
                && statement.slot(SlotName.FOUND).isPresent();
    }

    /** The text for a slot; empty for slots that filters do not fill. */
    Optional<String> text(CypherStatement.Slot slot) {
        var target = target(slot);
        return switch (slot.name()) {
            case FOUND -> once ? Optional.of(found(target)) : Optional.empty();
            case FROM ->
                once
                        ? Optional.of("UNWIND found AS %1$s\nWITH %1$s".formatted(target.variable()))
                        : candidates.map(each -> each.clauses() + "\n" + slot.usual());
            case WHERE -> once ? Optional.empty() : Optional.of(condition(target));
            case RECORDED -> Optional.ofNullable(knownAt).map(time -> historicalView.thing(target, time, compiler));
            case STORED -> Optional.ofNullable(knownAt).map(time -> HistoricalView.STORED);
            case CLAIMS -> Optional.ofNullable(knownAt).map(time -> historicalView.claim(target, time, compiler));
            // the rows already come from the filter, so no index order can be used
            case BOUND -> Optional.ofNullable(knownAt).map(time -> "(" + target.variable() + ")");
            // what was recorded about an agent that was merged later
            case MERGED -> Optional.ofNullable(knownAt).map(time -> "<-[:MERGED_INTO]-*()");
            default -> Optional.empty();
        };
    }

    private FilterTarget target(CypherStatement.Slot slot) {
        var current = FilterTarget.of(String.valueOf(slot.about()));
        // what was recorded earlier is a map
        return knownAt == null ? current : new FilterTarget(current.variable(), current.idProperty());
    }

    private String condition(FilterTarget target) {
        return FilterCompiler.text(
                compiler.filter(filter, target, candidates.map(Candidates::rest).orElse(where)));
    }

    private String found(FilterTarget target) {
        return """
                CALL () {
                  %s
                  %s
                  WHERE %s
                  RETURN collect(%s) AS found
                }""".formatted(candidates.orElseThrow().clauses(), everything, condition(target), target.variable());
    }
}
