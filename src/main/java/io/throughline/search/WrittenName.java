package io.throughline.search;

import io.throughline.name.NameKey;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * A name as lists print it: what comes first, and what is added to tell it from its namesakes.
 *
 * @param whole the key of all of it
 * @param base the key of what comes first, without what is added
 * @param hints what follows a comma or stands in brackets, as written, e.g. {@code MA}, {@code Chile}, {@code Vienna}
 */
record WrittenName(NameKey whole, NameKey base, List<String> hints) {

    private static final Pattern BRACKETS = Pattern.compile("[(\\[（]([^()\\[\\]（）]*)[)\\]）]");
    private static final Pattern COMMA = Pattern.compile("[,;，、]");

    /** What lists put before or behind the name of a government. */
    private static final List<String> BEFORE = List.of(
            "city of ", "town of ", "municipality of ", "city council of ", "comune di ", "ville de ", "stadt ");

    private static final List<String> BEHIND = List.of(" city council", " municipality");

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

    static WrittenName of(String name) {
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

    /** A key with other usual ways of writing the same name, itself first. */
    static Set<String> usual(NameKey key) {
        var all = new LinkedHashSet<>(key.forms());
        for (var form : key.forms()) {
            var bare = bare(form);
            all.add(bare);
            all.addAll(saints(bare));
            for (var before : BEFORE.subList(0, 3)) {
                all.add(before + bare);
            }
        }
        return all;
    }

    private static String bare(String form) {
        for (var before : BEFORE) {
            if (form.startsWith(before)) {
                return form.substring(before.length());
            }
        }
        for (var behind : BEHIND) {
            if (form.endsWith(behind)) {
                return form.substring(0, form.length() - behind.length());
            }
        }
        return form;
    }

    private static List<String> saints(String form) {
        var space = form.indexOf(' ');
        return space < 0
                ? List.of()
                : SAINTS.getOrDefault(form.substring(0, space), List.of()).stream()
                        .map(saint -> saint + form.substring(space))
                        .toList();
    }
}
