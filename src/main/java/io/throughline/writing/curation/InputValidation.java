package io.throughline.writing.curation;

import static java.util.stream.Collectors.toMap;

import io.throughline.graphql.change.UserError;
import io.throughline.infra.cypher.CypherStatement;
import io.throughline.reference.date.PartialDate;
import io.throughline.writing.ledger.IdSyntax;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.neo4j.driver.Record;
import org.neo4j.driver.TransactionContext;
import org.neo4j.driver.Value;

/** Looks at what a change names, and collects all that is wrong with it. */
final class InputValidation {

    private static final CypherStatement THINGS = CypherStatement.in("curation/things-to-change.cypher");

    /**
     * What there is of a thing.
     *
     * @param onMembership of a claim, whether it is on one
     */
    record Thing(
            String id,
            List<String> labels,
            String name,
            long revision,
            boolean onMembership,
            boolean onFigure,
            String rank,
            String property) {

        private static Thing of(Record row) {
            return new Thing(
                    row.get("id").asString(),
                    row.get("labels").asList(Value::asString),
                    row.get("name").asString(""),
                    row.get("revision").asLong(),
                    row.get("onMembership").asBoolean(),
                    row.get("onFigure").asBoolean(),
                    row.get("rank").asString(""),
                    row.get("property").asString(""));
        }

        boolean is(String label) {
            return labels.contains(label);
        }
    }

    private record Named(List<String> field, String id, String label) {}

    private final TransactionContext transaction;
    private final List<String> within;
    private final List<Named> named = new ArrayList<>();
    private final List<UserError> errors = new ArrayList<>();
    private final Map<String, Integer> expected = new LinkedHashMap<>();
    private Map<String, Thing> things = Map.of();

    /**
     * Of one input.
     *
     * @param within names from the argument down to it, if it is a part of that
     */
    InputValidation(TransactionContext transaction, String... within) {
        this.transaction = transaction;
        this.within = Stream.concat(Stream.of("input"), Stream.of(within)).toList();
    }

    /** That there is something with this id and label; null is left out. */
    InputValidation is(@Nullable String id, String label, String... field) {
        if (id != null) {
            named.add(new Named(path(field), id, label));
        }
        return this;
    }

    InputValidation all(@Nullable Collection<String> ids, String label, String... field) {
        if (ids != null) {
            ids.forEach(id -> is(id, label, field));
        }
        return this;
    }

    /** That a thing to be changed is as its editor saw it; it is held until the change is done. */
    InputValidation revision(String id, @Nullable Integer revision) {
        if (revision != null) {
            expected.put(id, revision);
        }
        return this;
    }

    /** That a new id is well-formed and free. */
    InputValidation free(String id, String... field) {
        var fault = IdSyntax.fault(id);
        if (fault != null) {
            error("ID_INVALID", fault, field);
        } else {
            named.add(new Named(path(field), id, ""));
        }
        return this;
    }

    /** A date, or null when it is missing or unreadable. */
    @Nullable PartialDate date(@Nullable String text, String... field) {
        try {
            return PartialDate.parseNullable(text);
        } catch (IllegalArgumentException e) {
            error("DATE_UNREADABLE", String.valueOf(e.getMessage()), field);
            return null;
        }
    }

    InputValidation error(String code, String message, String... field) {
        errors.add(field.length == 0 ? UserError.of(code, message) : UserError.about(path(field), code, message));
        return this;
    }

    /**
     * Reads what was named.
     *
     * @throws MutationRejectedException if anything is wrong
     */
    InputValidation done() {
        var ids = new TreeSet<>(expected.keySet());
        named.forEach(each -> ids.add(each.id()));
        things =
                transaction
                        .run(THINGS.text(), Map.of("ids", List.copyOf(ids), "held", List.copyOf(expected.keySet())))
                        .stream()
                        .map(Thing::of)
                        .collect(toMap(Thing::id, thing -> thing));
        named.forEach(this::check);
        expected.forEach((id, revision) -> {
            var thing = things.get(id);
            var now = thing == null ? 0 : thing.revision();
            if (now != revision) {
                errors.add(UserError.about(
                        List.of("input", "expectedRevision"),
                        "CONFLICT",
                        "%s has the revision %d by now and not %d: somebody has changed it; look at it again"
                                .formatted(id, now, revision)));
            }
        });
        refuseIfWrong(null);
        return this;
    }

    void refuseIfWrong(@Nullable String claimId) {
        if (!errors.isEmpty()) {
            throw new MutationRejectedException(errors, claimId);
        }
    }

    /** One that was named and is there. */
    Thing thing(String id) {
        var thing = things.get(id);
        if (thing == null) {
            throw new IllegalStateException(id + " was not looked for");
        }
        return thing;
    }

    private void check(Named each) {
        var thing = things.get(each.id());
        if (each.label().isEmpty()) {
            if (thing != null) {
                errors.add(UserError.about(
                        each.field(), "ID_TAKEN", "'%s' is the id of something else".formatted(each.id())));
            }
        } else if (thing == null) {
            errors.add(UserError.about(
                    each.field(),
                    "UNKNOWN_ID",
                    "nothing has the id '%s'%s"
                            .formatted(
                                    each.id(),
                                    each.label().equals("Place")
                                            ? "; places have ISO 3166 codes, e.g. IT or IT-25"
                                            : "")));
        } else if (!thing.is(each.label())) {
            errors.add(
                    thing.is("Withdrawn")
                            ? UserError.about(
                                    each.field(),
                                    "WITHDRAWN",
                                    "'%s' was withdrawn; its history says by whom and why".formatted(each.id()))
                            : UserError.about(
                                    each.field(),
                                    "WRONG_KIND",
                                    "'%s' is no %s"
                                            .formatted(
                                                    each.id(),
                                                    each.label()
                                                            .replaceAll("(?<=[a-z])(?=[A-Z])", " ")
                                                            .toLowerCase(Locale.ROOT))));
        }
    }

    private List<String> path(String... field) {
        return Stream.concat(within.stream(), Stream.of(field)).toList();
    }
}
