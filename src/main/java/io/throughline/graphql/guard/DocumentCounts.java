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
 * Counts what a document contains, as written. Validating a chain of fragments, each spreading the next, takes graphql-java
 * 25 disproportionately long (800 fragments take 11 s; 1,600 overflow its stack), so this is checked first.
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

    /** Recurses as deep as the parser, which has a limit. */
    private void add(Node<?> node, int valueDepth) {
        var depth = valueDepth;
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
            depth++;
        } else if (node instanceof ObjectValue) {
            depth++;
        }
        deepestValue = Math.max(deepestValue, depth);
        for (Node<?> child : node.getChildren()) {
            add(child, depth);
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

    /** The length of the longest list literal. */
    int longestList() {
        return longestList;
    }

    /** The depth of the deepest list or object literal. */
    int deepestValue() {
        return deepestValue;
    }
}
