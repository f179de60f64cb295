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
 * How large a document is with its fragments put in. Forty fragments that each take the next one twice make a short
 * document of a billion fields; graphql-java 25 would write them out before it counts them.
 *
 * @param fields of all its operations, or a very large number
 * @param depth levels of fields within each other, of the deepest operation
 */
record ExpandedSize(long fields, int depth) {

    private static final ExpandedSize NOTHING = new ExpandedSize(0, 0);
    private static final long ENOUGH = Integer.MAX_VALUE;

    static ExpandedSize of(Document document) {
        var reader = new Reader(document);
        return document.getDefinitionsOfType(OperationDefinition.class).stream()
                .map(operation -> reader.of(operation.getSelectionSet()))
                .reduce(NOTHING, ExpandedSize::beside);
    }

    private ExpandedSize beside(ExpandedSize other) {
        return new ExpandedSize(Math.min(ENOUGH, fields + other.fields), Math.max(depth, other.depth));
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
                    ? NOTHING
                    : selections.getSelections().stream().map(this::of).reduce(NOTHING, ExpandedSize::beside);
        }

        private ExpandedSize of(Selection<?> selection) {
            if (selection instanceof Field field) {
                var below = of(field.getSelectionSet());
                return new ExpandedSize(below.fields + 1, below.depth + 1);
            }
            if (selection instanceof InlineFragment fragment) {
                return of(fragment.getSelectionSet());
            }
            return selection instanceof FragmentSpread spread ? of(spread.getName()) : NOTHING;
        }

        /** A fragment within itself counts nothing: validation refuses it. */
        private ExpandedSize of(String name) {
            var before = known.putIfAbsent(name, NOTHING);
            if (before != null) {
                return before;
            }
            var fragment = fragments.get(name);
            var expanded = fragment == null ? NOTHING : of(fragment.getSelectionSet());
            known.put(name, expanded);
            return expanded;
        }
    }
}
