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
 */
public record WrittenName(NameKey whole, NameKey base, List<String> hints) {

    private static final Pattern BRACKETS = Pattern.compile("[(\\[（]([^()\\[\\]（）]*)[)\\]）]");
    private static final Pattern COMMA = Pattern.compile("[,;，、]");

    /** Words that governments have before their names in the graph and that lists leave out. */
    private static final List<String> GOVERNMENTS = List.of("city of ", "town of ", "municipality of ");

    /** A short article or preposition separated from the vowel that follows it: {@code d altino} for d’Altino. */
    private static final Pattern ELIDED = Pattern.compile("\\b([dlst]|sant|dell|nell|all|dall|sull) (?=[aeiouhy])");

    /** Short forms of "saint", each with the words it can stand for. */
    private static final Map<String, List<String>> SAINTS = Map.of(
            "s", List.of("sao", "san", "santa", "santo", "saint"),
            "st", List.of("saint", "sankt"),
            "ste", List.of("sainte"),
            "sta", List.of("santa"),
            "sto", List.of("santo"),
            "saint", List.of("st"),
            "sainte", List.of("ste"),
            "santa", List.of("sta"),
            "santo", List.of("sto"));

    public static WrittenName of(String name) {
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
        var first = parts.length == 0 ? whole : NameKey.of(parts[base]);
        return new WrittenName(
                whole,
                first.plain().isEmpty() ? whole : first,
                hints.stream().map(String::strip).toList());
    }

    /** The forms of a key and other usual ways of writing the same name, its own first. */
    public static Set<String> usualForms(NameKey key) {
        var all = new LinkedHashSet<>(key.forms());
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
     * governments, with short forms of "saint" in full and vice versa, with an article joined to its word.
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
            all.addAll(saints(form));
            all.add(ELIDED.matcher(form).replaceAll("$1"));
        }
        key.forms().forEach(all::remove);
        all.remove("");
        return all;
    }

    private static List<String> saints(String form) {
        var words = form.split(" ");
        var all = new ArrayList<String>();
        for (var i = 0; i < words.length - 1; i++) {
            for (var saint : SAINTS.getOrDefault(words[i], List.of())) {
                var other = words.clone();
                other[i] = saint;
                all.add(String.join(" ", other));
            }
        }
        return all;
    }
}
