package io.throughline.infra.cypher;

import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** The slots a statement can have; ADR 8 lists them. In a file, a slot has its name in lower case. */
public enum SlotName {
    /** The condition of the filter on the given variable. */
    WHERE,
    /** The clauses that find the entries, where an index seek avoids a full scan. */
    FROM,
    /** The clauses that find the entries once for the total and the page, where an index finds few. */
    FOUND,
    /** The condition that an entry comes after the cursor. */
    AFTER,
    /** The sort keys, the last of which is unique. */
    ORDER,
    /** Constant keys before the sort keys, named because the index starts with them. */
    PREFIX,
    /** The list of sort keys of an entry, for its cursor. */
    KEY,
    /** The condition that something is about the given thing; absent without one. */
    ABOUT,
    /** The node pattern of an entry, or of what was recorded of it by an earlier moment. */
    RECORDED,
    /** The variable of the entry as it is stored, whatever moment is requested. */
    STORED,
    /** The node pattern of the claims that support an entry, or supported it at an earlier moment. */
    CLAIMS,
    /** The start of a pattern: anonymous for an index order, the given variable where the rows already have it. */
    BOUND,
    /** The path to what was recorded about an agent that was merged later. */
    MERGED,
    /** The lookup of a membership, left out where its shortcut has all requested properties. */
    LOOKUP,
    /** The variable that has the requested properties: the membership or its shortcut. */
    HOLDER,
    /** The derivation of a membership's values from its claims, used by other statements as well. */
    VALUES,
    /** The facets to count, with their values for an entry. */
    DIMENSIONS,
    /** The label of the agents to read. */
    AGENTS,
    /** The label of the members to read. */
    MEMBERS,
    /** The index to use, left out for an earlier moment. */
    HINT;

    private static final Map<String, SlotName> BY_WORD =
            Arrays.stream(values()).collect(Collectors.toUnmodifiableMap(SlotName::word, name -> name));

    /** The name in files. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /**
     * The slot of a name in a file.
     *
     * @throws IllegalArgumentException if there is no such slot
     */
    static SlotName of(String word) {
        var name = BY_WORD.get(word);
        if (name == null) {
            throw new IllegalArgumentException("no slot is called '%s' (expected one of %s)"
                    .formatted(word, BY_WORD.keySet().stream().sorted().toList()));
        }
        return name;
    }
}
