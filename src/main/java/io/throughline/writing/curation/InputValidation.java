package io.throughline.writing.curation;

import static java.util.stream.Collectors.toMap;

import io.throughline.graphql.change.UserError;
import io.throughline.infra.cypher.CypherStatement;
import io.throughline.reference.date.PartialDate;
import io.throughline.reference.id.IdSyntax;
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

/** Checks the ids and values that a change names, and collects all errors. */
final class InputValidation {

    private static final CypherStatement NODES = CypherStatement.in("curation/nodes-to-change.cypher");

    private static final int LONGEST_VALUE = 5_000;

    /**
     * A node that a change names.
     *
     * @param onMembership for a claim, whether it supports a membership
     */
    record NamedNode(
            String id,
            List<String> labels,
            String name,
            long revision,
            boolean onMembership,
            boolean onFigure,
            String rank,
            String property) {

        private static NamedNode of(Record row) {
            return new NamedNode(
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

    private record Expectation(List<String> field, String id, String label) {}

    private final TransactionContext transaction;
    private final List<String> within;
    private final List<Expectation> expectations = new ArrayList<>();
    private final List<UserError> errors = new ArrayList<>();
    private final Map<String, Integer> revisions = new LinkedHashMap<>();
    private Map<String, NamedNode> nodes = Map.of();

    /**
     * Checks one input object.
     *
     * @param within field names from the argument down to the input object, if it is nested
     */
    InputValidation(TransactionContext transaction, String... within) {
        this.transaction = transaction;
        this.within = Stream.concat(Stream.of("input"), Stream.of(within)).toList();
    }

    /** Requires a node with this id and label; null is skipped. */
    InputValidation is(@Nullable String id, String label, String... field) {
        if (id != null) {
            expectations.add(new Expectation(path(field), id, label));
        }
        return this;
    }

    InputValidation all(@Nullable Collection<String> ids, String label, String... field) {
        if (ids != null) {
            ids.forEach(id -> is(id, label, field));
        }
        return this;
    }

    /** Requires that a node has not changed since its editor saw it, and locks it until the change is done. */
    InputValidation revision(String id, @Nullable Integer revision) {
        if (revision != null) {
            revisions.put(id, revision);
        }
        return this;
    }

    /** Requires that a new id is well-formed and not in use. */
    InputValidation free(String id, String... field) {
        var fault = IdSyntax.fault(id);
        if (fault != null) {
            error("ID_INVALID", fault, field);
        } else {
            expectations.add(new Expectation(path(field), id, ""));
        }
        return this;
    }

    /** Parses a date; null when it is missing or invalid. */
    @Nullable PartialDate date(@Nullable String text, String... field) {
        try {
            return PartialDate.parseNullable(text);
        } catch (IllegalArgumentException e) {
            error("DATE_UNREADABLE", String.valueOf(e.getMessage()), field);
            return null;
        }
    }

    /** Checks the value of a statement; null when it is missing or invalid. */
    @Nullable Object statementValue(@Nullable Object value) {
        if (value instanceof Number number && number.doubleValue() == Math.rint(number.doubleValue())) {
            return number.longValue();
        }
        var texts = value instanceof List<?> list ? list : value == null ? List.of() : List.of(value);
        if (!texts.stream().allMatch(text -> text instanceof String)
                || texts.toString().length() > LONGEST_VALUE) {
            error(
                    "VALUE_INVALID",
                    "invalid value (expected a text, a whole number or a list of texts, at most 5,000 characters)",
                    "value");
            return null;
        }
        return value;
    }

    InputValidation error(String code, String message, String... field) {
        errors.add(field.length == 0 ? UserError.of(code, message) : UserError.about(path(field), code, message));
        return this;
    }

    /**
     * Reads the nodes and checks them.
     *
     * @throws MutationRejectedException if anything is wrong
     */
    InputValidation validate() {
        var ids = new TreeSet<>(revisions.keySet());
        expectations.forEach(each -> ids.add(each.id()));
        nodes =
                transaction
                        .run(NODES.text(), Map.of("ids", List.copyOf(ids), "locked", List.copyOf(revisions.keySet())))
                        .stream()
                        .map(NamedNode::of)
                        .collect(toMap(NamedNode::id, node -> node));
        expectations.forEach(this::check);
        revisions.forEach((id, revision) -> {
            var node = nodes.get(id);
            var now = node == null ? 0 : node.revision();
            if (now != revision) {
                errors.add(UserError.about(
                        List.of("input", "expectedRevision"),
                        "CONFLICT",
                        "%s now has revision %d, not %d: it was changed in the meantime; read it again"
                                .formatted(id, now, revision)));
            }
        });
        rejectIfInvalid(null);
        return this;
    }

    void rejectIfInvalid(@Nullable String claimId) {
        if (!errors.isEmpty()) {
            throw new MutationRejectedException(errors, claimId);
        }
    }

    /** A node that was required and found. */
    NamedNode node(String id) {
        var node = nodes.get(id);
        if (node == null) {
            throw new IllegalStateException(id + " was not required by this validation");
        }
        return node;
    }

    private void check(Expectation each) {
        var node = nodes.get(each.id());
        if (each.label().isEmpty()) {
            if (node != null) {
                errors.add(UserError.about(
                        each.field(), "ID_TAKEN", "'%s' is the id of something else".formatted(each.id())));
            }
        } else if (node == null) {
            errors.add(UserError.about(
                    each.field(),
                    "UNKNOWN_ID",
                    "unknown id '%s'%s"
                            .formatted(
                                    each.id(),
                                    each.label().equals("Place")
                                            ? "; places have ISO 3166 codes, e.g. IT or IT-25"
                                            : "")));
        } else if (!node.is(each.label())) {
            errors.add(
                    node.is("Withdrawn")
                            ? UserError.about(
                                    each.field(),
                                    "WITHDRAWN",
                                    "'%s' was withdrawn; its history shows who withdrew it and why"
                                            .formatted(each.id()))
                            : UserError.about(
                                    each.field(),
                                    "WRONG_KIND",
                                    "'%s' is not %s".formatted(each.id(), withArticle(each.label()))));
        }
    }

    private static String withArticle(String label) {
        return ("AEIOU".indexOf(label.charAt(0)) < 0 ? "a " : "an ")
                + label.replaceAll("(?<=[a-z])(?=[A-Z])", " ").toLowerCase(Locale.ROOT);
    }

    private List<String> path(String... field) {
        return Stream.concat(within.stream(), Stream.of(field)).toList();
    }
}
