package io.throughline.reference.name;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A name as lists print it: the name proper, and the hints added to distinguish it from its namesakes.
 *
 * @param whole the key of the whole text
 * @param base the key of the name proper, without the hints
 * @param hints what follows a comma or is in brackets, as written, e.g. {@code MA}, {@code Chile}, {@code Vienna}
 * @param sides the names on either side of a slash or a dash in the name proper, e.g. Aibar and Oibar; otherwise the name
 *     proper alone
 * @param marks footnote marks and list numbers that were set aside, as printed
 */
public record WrittenName(NameKey whole, NameKey base, List<String> hints, List<String> sides, List<String> marks) {

    private static final Pattern BRACKETS = Pattern.compile("[(\\[（]([^()\\[\\]（）]*)[)\\]）]");
    private static final Pattern COMMA = Pattern.compile("[,;，、]");

    /** Between the names of one place in two languages. A hyphen without spaces joins the words of one name. */
    private static final Pattern BETWEEN_NAMES = Pattern.compile("[/|／]|(?<!\\s)\\s++[-–—=]\\s|\\R");

    /** Words that governments have before their names in the graph and that lists leave out. */
    private static final List<String> GOVERNMENTS = List.of("city of ", "town of ", "municipality of ");

    /** A short article or preposition separated from the vowel that follows it: {@code d altino} for d’Altino. */
    private static final Pattern ELIDED = Pattern.compile("\\b([dlst]|sant|dell|nell|all|dall|sull) (?=[aeiouhy])");

    /** Words that lists write in full or shortened, each with what it can stand for. */
    private static final Map<String, List<String>> SHORTENED = Map.ofEntries(
            Map.entry("st", List.of("saint", "sankt")),
            Map.entry("saint", List.of("st")),
            Map.entry("sankt", List.of("st")),
            Map.entry("ste", List.of("sainte")),
            Map.entry("sainte", List.of("ste")),
            Map.entry("sta", List.of("santa")),
            Map.entry("santa", List.of("sta")),
            Map.entry("sto", List.of("santo")),
            Map.entry("santo", List.of("sto")),
            Map.entry("mt", List.of("mount", "mont")),
            Map.entry("mount", List.of("mt")),
            Map.entry("mont", List.of("mt")),
            Map.entry("ft", List.of("fort")),
            Map.entry("fort", List.of("ft")),
            Map.entry("pto", List.of("puerto")),
            Map.entry("puerto", List.of("pto")),
            Map.entry("cd", List.of("ciudad")),
            Map.entry("ciudad", List.of("cd")),
            Map.entry("gral", List.of("general")),
            Map.entry("general", List.of("gral")));

    /** What the single letter can stand for: too many words to be sure of one. */
    private static final Map<String, List<String>> INITIAL =
            Map.of("s", List.of("sao", "san", "santa", "santo", "saint"));

    /** Reads a printed name. */
    public static WrittenName of(String printed) {
        var unmarked = UnmarkedText.of(printed);
        var name = unmarked.text();
        var hints = new ArrayList<String>();
        var brackets = BRACKETS.matcher(name);
        while (brackets.find()) {
            hints.add(brackets.group(1));
        }
        var parts = COMMA.split(BRACKETS.matcher(name).replaceAll(" "));
        var base = 0;
        while (base < parts.length - 1 && NameKey.of(parts[base]).plain().isEmpty()) {
            base++;
        }
        for (var i = base + 1; i < parts.length; i++) {
            hints.add(parts[i]);
        }
        hints.removeIf(hint -> NameKey.of(hint).plain().isEmpty());
        var whole = NameKey.of(name);
        var proper = parts.length == 0 || NameKey.of(parts[base]).plain().isEmpty() ? name : parts[base];
        return new WrittenName(
                whole,
                NameKey.of(proper),
                hints.stream().map(String::strip).toList(),
                BETWEEN_NAMES
                        .splitAsStream(proper)
                        .map(String::strip)
                        .filter(side -> !NameKey.of(side).plain().isEmpty())
                        .toList(),
                unmarked.marks());
    }

    /** The forms of a key, and those with a word such as "Saint", "Mount" or "Fort" shortened or in full. */
    public static Set<String> spellings(NameKey key) {
        var all = new LinkedHashSet<>(key.forms());
        key.forms().forEach(form -> all.addAll(replaced(form, SHORTENED)));
        return all;
    }

    /** The forms of a key and other usual ways of writing the same name, its own first. */
    public static Set<String> usualForms(NameKey key) {
        var all = spellings(key);
        all.addAll(reduced(key, LegalForms.SURE));
        for (var form : List.copyOf(all)) {
            for (var before : GOVERNMENTS) {
                all.add(before + form);
            }
        }
        return all;
    }

    /**
     * Less similar ways of writing the same name: without anything that can come before or after the names of
     * governments, with words shortened or in full, with an article joined to its word.
     */
    public static Set<String> reduced(NameKey key) {
        return reduced(key, LegalForms.ALL);
    }

    /**
     * The name without the words that come before or after the names of governments and are almost never part of one.
     */
    public static Set<String> bare(NameKey key) {
        var all = new LinkedHashSet<String>();
        key.forms().forEach(form -> all.addAll(LegalForms.SURE.bare(form)));
        all.remove("");
        return all;
    }

    private static Set<String> reduced(NameKey key, LegalForms legal) {
        var all = new LinkedHashSet<String>();
        for (var form : key.forms()) {
            all.addAll(legal.bare(form));
        }
        for (var form :
                Stream.concat(key.forms().stream(), List.copyOf(all).stream()).toList()) {
            all.addAll(replaced(form, SHORTENED));
            all.addAll(replaced(form, INITIAL));
            all.add(ELIDED.matcher(form).replaceAll("$1"));
        }
        key.forms().forEach(all::remove);
        all.remove("");
        return all;
    }

    /** The name with one of its words, but not the last, replaced by what it can stand for. */
    private static List<String> replaced(String form, Map<String, List<String>> others) {
        var words = form.split(" ");
        var all = new ArrayList<String>();
        for (var i = 0; i < words.length - 1; i++) {
            for (var other : others.getOrDefault(words[i], List.of())) {
                var changed = words.clone();
                changed[i] = other;
                all.add(String.join(" ", changed));
            }
        }
        return all;
    }
}
