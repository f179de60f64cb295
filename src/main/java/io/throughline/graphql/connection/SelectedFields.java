package io.throughline.graphql.connection;

import graphql.language.Field;
import graphql.language.FragmentDefinition;
import graphql.language.FragmentSpread;
import graphql.language.InlineFragment;
import graphql.language.Selection;
import graphql.language.SelectionSet;
import graphql.schema.DataFetchingEnvironment;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which of the given fields a document selects directly below a field. Reads only the document, because graphql-java's
 * selection set computes the whole subtree again for each entry of a list. Fields that {@code @skip} leaves out are
 * included.
 */
final class SelectedFields {

    private final Set<String> wanted;
    private final Map<String, FragmentDefinition> fragments;
    private final Set<String> found = new HashSet<>();

    private SelectedFields(Set<String> wanted, Map<String, FragmentDefinition> fragments) {
        this.wanted = wanted;
        this.fragments = fragments;
    }

    static Set<String> of(DataFetchingEnvironment environment, Set<String> wanted) {
        var selected = new SelectedFields(wanted, environment.getFragmentsByName());
        environment.getMergedField().getFields().forEach(field -> selected.visit(field.getSelectionSet()));
        return Set.copyOf(selected.found);
    }

    private void visit(@Nullable SelectionSet selections) {
        if (selections == null || found.size() == wanted.size()) {
            return;
        }
        for (Selection<?> selection : selections.getSelections()) {
            if (selection instanceof Field field && wanted.contains(field.getName())) {
                found.add(field.getName());
            } else if (selection instanceof InlineFragment fragment) {
                visit(fragment.getSelectionSet());
            } else if (selection instanceof FragmentSpread spread && fragments.containsKey(spread.getName())) {
                visit(fragments.get(spread.getName()).getSelectionSet());
            }
        }
    }
}
