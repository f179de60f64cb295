package io.throughline.reference.name;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;

/**
 * Words that accompany names, as {@link NameKey} writes them, and removes them from names. Takes time by the words of a
 * name, not by the size of the set.
 */
public final class AffixSet {

    private final Set<String> affixes;
    private final int longest;

    /** Creates a set of these words, such as {@code city of}. */
    public AffixSet(Collection<String> affixes) {
        this.affixes = Set.copyOf(affixes);
        this.longest = affixes.stream().mapToInt(String::length).max().orElse(0);
    }

    /** What is left of a name without each of the words that come before it, the longest words first. */
    public List<String> withoutBefore(String name) {
        var rests = new ArrayList<String>();
        for (var space = name.lastIndexOf(' ', longest); space > 0; space = name.lastIndexOf(' ', space - 1)) {
            if (space < name.length() - 1 && affixes.contains(name.substring(0, space))) {
                rests.add(name.substring(space + 1));
            }
        }
        return rests;
    }

    /** What is left of a name without each of the words that come after it, the longest words first. */
    public List<String> withoutAfter(String name) {
        var rests = new ArrayList<String>();
        for (var space = name.indexOf(' ', name.length() - longest - 1);
                space >= 0;
                space = name.indexOf(' ', space + 1)) {
            if (space > 0 && affixes.contains(name.substring(space + 1))) {
                rests.add(name.substring(0, space));
            }
        }
        return rests;
    }
}
