package io.throughline.matching;

import static java.util.stream.Collectors.toSet;

import io.throughline.gazetteer.Gazetteer;
import io.throughline.gazetteer.RegionWords;
import io.throughline.matching.KnownAgent.Register;
import io.throughline.name.NameKey;
import io.throughline.search.NamedAgent;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Finds the agents that a list means: by identifier, by name in the graph, by name in the gazetteer. What it is not sure
 * of waits for a person. The rules are in {@code docs/importing.md}, section "Names".
 */
@Component
public class Matcher {

    private final KnownAgents known;
    private final Gazetteer gazetteer;
    private final Decisions decisions;

    Matcher(KnownAgents known, Gazetteer gazetteer, Decisions decisions) {
        this.known = known;
        this.gazetteer = gazetteer;
        this.decisions = decisions;
    }

    /** Says that names will be asked for. */
    public void prepare() {
        gazetteer.readAhead();
    }

    /** One answer per written agent, in this order; in as many statements for thousands as for one. */
    public List<Match> match(List<WrittenAgent> written) {
        return match(written, null);
    }

    /**
     * One answer per written agent, in this order; in as many statements for thousands as for one.
     *
     * @param sourceId whose list it is, for what was decided for this source only; null for what holds for all
     */
    public List<Match> match(List<WrittenAgent> written, @Nullable String sourceId) {
        var decided = decided(written, sourceId);
        var asked = written.stream()
                .map(agent -> AskedReader.read(agent, gazetteer))
                .toList();
        var keys = new LinkedHashSet<String>();
        asked.forEach(one -> {
            keys.addAll(one.exact());
            keys.addAll(one.bare());
            keys.addAll(one.reduced());
            keys.addAll(one.regional());
        });
        var bearers = known.byName(keys);
        var agents = known.find(ids(written, bearers, decided), registers(written));
        var options = new Options(gazetteer, bearers, agents);
        var identified = new Identified(gazetteer, agents);
        var findings = new ArrayList<Finding>();
        for (var i = 0; i < asked.size(); i++) {
            var one = asked.get(i);
            var earlier = new Decided(decided.get(i), agents);
            findings.add(earlier.or(() -> {
                var byNumber = identified.find(one.written());
                return byNumber != null ? byNumber : new Search(options, gazetteer, one, earlier).find();
            }));
        }
        return answers(asked, findings);
    }

    private List<List<Decision>> decided(List<WrittenAgent> written, @Nullable String sourceId) {
        var keys = written.stream().map(decisions::key).toList();
        var holding = decisions.holding(keys);
        return keys.stream()
                .map(key -> Decided.inForce(holding.getOrDefault(key, List.of()), sourceId))
                .toList();
    }

    private static Set<String> ids(
            List<WrittenAgent> written, Map<String, List<NamedAgent>> bearers, List<List<Decision>> decided) {
        return Stream.of(
                        bearers.values().stream().flatMap(List::stream).map(NamedAgent::id),
                        written.stream()
                                .flatMap(agent ->
                                        Stream.ofNullable(agent.identifiers().get("own"))),
                        decided.stream().flatMap(List::stream).flatMap(each -> Stream.ofNullable(each.agentId())))
                .flatMap(Function.identity())
                .collect(toSet());
    }

    private static List<Register> registers(List<WrittenAgent> written) {
        return written.stream()
                .flatMap(agent -> agent.identifiers().entrySet().stream())
                .filter(number -> !number.getKey().equals("own"))
                .map(number -> new Register(number.getKey(), number.getValue()))
                .distinct()
                .toList();
    }

    /** The findings with what only the graph can say: which places are in it by other names, which ids are free. */
    private List<Match> answers(List<Asked> asked, List<Finding> findings) {
        var missing = findings.stream()
                .flatMap(finding -> finding.options().stream())
                .filter(option -> option.agent() == null)
                .toList();
        var bearers = known.byName(missing.stream()
                .flatMap(option -> RegionWords.forms(NameKey.of(option.name())).stream())
                .collect(toSet()));
        var inGraph = known.find(
                bearers.values().stream()
                        .flatMap(List::stream)
                        .map(NamedAgent::id)
                        .collect(toSet()),
                missing.stream().flatMap(Matcher::registers).distinct().toList());
        var additions = new NewAgents(gazetteer);
        var inUse = known.inUse(
                missing.stream().map(additions::ids).flatMap(List::stream).collect(toSet()));
        var answers = new Answers(new Options(gazetteer, bearers, inGraph), inGraph.values(), additions, inUse);
        var matches = new ArrayList<Match>();
        for (var i = 0; i < findings.size(); i++) {
            matches.add(answers.match(findings.get(i), asked.get(i)));
        }
        return List.copyOf(matches);
    }

    private static Stream<Register> registers(Option option) {
        var place = option.place();
        if (place != null) {
            return Stream.of(new Register("geonames", String.valueOf(place.geonames())));
        }
        var region = option.region();
        var iso = region == null ? null : region.iso() == null ? region.whole() : region.iso();
        return Stream.ofNullable(iso).map(code -> new Register("iso3166-2", code));
    }
}
