package io.throughline.graphql.schema;

import static java.util.stream.Collectors.joining;

import io.throughline.infra.problem.CodedProblem;
import java.util.List;
import java.util.Map;

/** Ids in the arguments of a field that nothing in the graph has. */
public class UnknownIdException extends RuntimeException implements CodedProblem {

    private static final long serialVersionUID = 1L;

    /**
     * An id that nothing has.
     *
     * @param argument the path to it in the arguments, e.g. {@code where.memberOf.allOf}
     * @param meant what has such ids, e.g. {@code organization}; {@code nothing} if it can be anything
     * @param suggestions similar ids, best first; may be empty
     */
    record UnknownId(String argument, String id, String meant, List<String> suggestions) {

        private String sentence() {
            return "%s: %s has this id%s"
                    .formatted(
                            id,
                            meant.equals("nothing") ? meant : "no " + meant,
                            suggestions.isEmpty()
                                    ? ""
                                    : "; did you mean %s?".formatted(String.join(" or ", suggestions)));
        }
    }

    /** Never serialized; none of our exceptions are. */
    private final transient List<UnknownId> ids;

    UnknownIdException(List<UnknownId> ids) {
        super(ids.stream().map(UnknownId::sentence).collect(joining("\n")));
        this.ids = ids;
    }

    @Override
    public String code() {
        return "UNKNOWN_ID";
    }

    /** {@code argument} of the first, and for each in {@code unknownIds} {@code argument}, {@code id} and {@code suggestions}. */
    @Override
    public Map<String, Object> details() {
        return Map.of(
                "argument",
                ids.get(0).argument(),
                "unknownIds",
                ids.stream()
                        .map(each ->
                                Map.of("argument", each.argument(), "id", each.id(), "suggestions", each.suggestions()))
                        .toList());
    }
}
