package io.throughline.api;

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
 * Counts the fields of a document with its fragments put in. Forty fragments that each take the next one twice make a
 * short document of a billion fields; graphql-java 25 would write them out before it counts them.
 */
final class ExpandedFields {

    private static final long ENOUGH = Integer.MAX_VALUE;

    private final Map<String, FragmentDefinition> fragments = new HashMap<>();
    private final Map<String, Long> counted = new HashMap<>();

    private ExpandedFields(Document document) {
        document.getDefinitionsOfType(FragmentDefinition.class)
                .forEach(fragment -> fragments.put(fragment.getName(), fragment));
    }

    /** The count, or a very large number. */
    static long of(Document document) {
        var expanded = new ExpandedFields(document);
        return document.getDefinitionsOfType(OperationDefinition.class).stream()
                .mapToLong(operation -> expanded.of(operation.getSelectionSet()))
                .sum();
    }

    private long of(@Nullable SelectionSet selections) {
        var count = 0L;
        if (selections != null) {
            for (var selection : selections.getSelections()) {
                count = Math.min(ENOUGH, count + of(selection));
            }
        }
        return count;
    }

    private long of(Selection<?> selection) {
        if (selection instanceof Field field) {
            return 1 + of(field.getSelectionSet());
        }
        if (selection instanceof InlineFragment fragment) {
            return of(fragment.getSelectionSet());
        }
        return selection instanceof FragmentSpread spread ? of(spread.getName()) : 0;
    }

    /** A fragment within itself counts nothing: validation refuses it. */
    private long of(String name) {
        var known = counted.putIfAbsent(name, 0L);
        if (known != null) {
            return known;
        }
        var fragment = fragments.get(name);
        var count = fragment == null ? 0 : of(fragment.getSelectionSet());
        counted.put(name, count);
        return count;
    }
}
