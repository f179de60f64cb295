package io.throughline.graphql.guard;

import graphql.language.Document;
import graphql.language.Field;
import graphql.language.FragmentDefinition;
import graphql.language.FragmentSpread;
import graphql.language.InlineFragment;
import graphql.language.OperationDefinition;
import graphql.language.Selection;
import graphql.language.SelectionSet;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The size of a document with its fragments inlined. Forty fragments that each spread the next one twice make a short
 * document with a billion fields; graphql-java 25 would inline them before counting.
 *
 * @param fields the fields of all operations, capped at a very large number
 * @param depth the nesting depth of the deepest operation
 */
record ExpandedSize(long fields, int depth) {

    private static final ExpandedSize EMPTY = new ExpandedSize(0, 0);
    private static final long CAP = Integer.MAX_VALUE;

    static ExpandedSize of(Document document) {
        var reader = new Reader(document);
        return document.getDefinitionsOfType(OperationDefinition.class).stream()
                .map(operation -> reader.of(operation.getSelectionSet()))
                .reduce(EMPTY, ExpandedSize::plus);
    }

    private ExpandedSize plus(ExpandedSize other) {
        return new ExpandedSize(Math.min(CAP, fields + other.fields), Math.max(depth, other.depth));
    }

    private static final class Reader {

        private final Map<String, FragmentDefinition> fragments = new HashMap<>();
        private final Map<String, ExpandedSize> known = new HashMap<>();

        Reader(Document document) {
            document.getDefinitionsOfType(FragmentDefinition.class)
                    .forEach(fragment -> fragments.put(fragment.getName(), fragment));
        }

        ExpandedSize of(@Nullable SelectionSet selections) {
            return selections == null
                    ? EMPTY
                    : selections.getSelections().stream().map(this::of).reduce(EMPTY, ExpandedSize::plus);
        }

        private ExpandedSize of(Selection<?> selection) {
            if (selection instanceof Field field) {
                var below = of(field.getSelectionSet());
                return new ExpandedSize(below.fields + 1, below.depth + 1);
            }
            if (selection instanceof InlineFragment fragment) {
                return of(fragment.getSelectionSet());
            }
            return selection instanceof FragmentSpread spread ? of(spread.getName()) : EMPTY;
        }

        /** A fragment that contains itself counts as empty; validation rejects it. */
        private ExpandedSize of(String name) {
            var before = known.putIfAbsent(name, EMPTY);
            if (before != null) {
                return before;
            }
            var fragment = fragments.get(name);
            var expanded = fragment == null ? EMPTY : of(fragment.getSelectionSet());
            known.put(name, expanded);
            return expanded;
        }
    }
}
