package io.throughline.intake.mapping;

import io.throughline.intake.mapping.InvalidMappingException.Mistake;
import java.util.ArrayList;
import java.util.List;

/** Finds the placeholders that a proposed mapping leaves for a person to replace. */
final class PlaceholderFinder {

    private PlaceholderFinder() {}

    /** The placeholders in a mapping, with their places. */
    static List<Mistake> in(YamlNode root) {
        var found = new ArrayList<Mistake>();
        collect(root, found);
        return found;
    }

    private static void collect(YamlNode part, List<Mistake> found) {
        if (part instanceof YamlNode.Fields fields) {
            fields.fields().values().forEach(field -> collect(field.value(), found));
        } else if (part instanceof YamlNode.Items items) {
            items.items().forEach(item -> collect(item, found));
        } else if (part instanceof YamlNode.Text text && text.value().startsWith(Mapping.PLACEHOLDER)) {
            found.add(new Mistake(
                    text.place(), "'%s' is a placeholder; replace it with what is meant".formatted(text.value())));
        }
    }
}
