package io.throughline.graphql.guard;

import graphql.language.ArrayValue;
import graphql.language.Directive;
import graphql.language.Document;
import graphql.language.Field;
import graphql.language.FragmentDefinition;
import graphql.language.FragmentSpread;
import graphql.language.Node;
import graphql.language.ObjectValue;

/**
 * What stands in a document, each thing counted where it is written. To validate a chain of fragments, each spreading the
 * next, takes graphql-java 25 far more than in proportion (800 of them 11 s; 1,600 overflow its stack), so this is
 * looked at before.
 */
final class DocumentCounts {

    private int aliases;
    private int directives;
    private int fragments;
    private int spreads;
    private int longestList;
    private int deepestValue;

    private DocumentCounts() {}

    static DocumentCounts of(Document document) {
        var counts = new DocumentCounts();
        counts.add(document, 0);
        return counts;
    }

    /** Goes as deep as the parser does, which has a limit. */
    private void add(Node<?> node, int levelsOfValue) {
        var levels = levelsOfValue;
        if (node instanceof Field field && field.getAlias() != null) {
            aliases++;
        } else if (node instanceof Directive) {
            directives++;
        } else if (node instanceof FragmentDefinition) {
            fragments++;
        } else if (node instanceof FragmentSpread) {
            spreads++;
        } else if (node instanceof ArrayValue list) {
            longestList = Math.max(longestList, list.getValues().size());
            levels++;
        } else if (node instanceof ObjectValue) {
            levels++;
        }
        deepestValue = Math.max(deepestValue, levels);
        for (Node<?> child : node.getChildren()) {
            add(child, levels);
        }
    }

    int aliases() {
        return aliases;
    }

    int directives() {
        return directives;
    }

    int fragments() {
        return fragments;
    }

    int spreads() {
        return spreads;
    }

    /** Entries of the longest list given as a value. */
    int longestList() {
        return longestList;
    }

    /** Levels of lists and objects within each other, given as a value. */
    int deepestValue() {
        return deepestValue;
    }
}
