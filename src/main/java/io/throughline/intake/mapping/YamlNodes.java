package io.throughline.intake.mapping;

import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Converts nodes to the type they should have; a node of another type counts as absent. */
final class YamlNodes {

    private static final YamlNode.Fields NONE = new YamlNode.Fields(new YamlNode.Place(1, 1), Map.of());

    private YamlNodes() {}

    static YamlNode.Fields fields(@Nullable YamlNode part) {
        return part instanceof YamlNode.Fields fields ? fields : NONE;
    }

    static List<YamlNode> items(@Nullable YamlNode part) {
        return part instanceof YamlNode.Items items ? items.items() : List.of();
    }

    /** The text of a scalar without surrounding whitespace; null if it is empty or not a scalar. */
    static @Nullable String text(@Nullable YamlNode part) {
        if (!(part instanceof YamlNode.Text text) || text.isNull()) {
            return null;
        }
        var stripped = text.value().strip();
        return stripped.isEmpty() ? null : stripped;
    }

    /** A text or a list of texts, as written. */
    static Set<String> texts(@Nullable YamlNode part) {
        var texts = new LinkedHashSet<String>();
        if (part instanceof YamlNode.Text text && !text.isNull()) {
            texts.add(text.value());
        }
        for (var item : items(part)) {
            if (item instanceof YamlNode.Text text) {
                texts.add(text.value());
            }
        }
        return texts;
    }

    static @Nullable Integer whole(@Nullable YamlNode part) {
        var text = text(part);
        return text != null && text.matches("\\d{1,9}") ? Integer.valueOf(text) : null;
    }

    static <E extends Enum<E>> @Nullable E enumConstant(Class<E> type, @Nullable YamlNode part) {
        var text = text(part);
        return text == null ? null : EnumNames.read(type, text);
    }

    static @Nullable Charset charset(String name) {
        try {
            return Charset.isSupported(name) ? Charset.forName(name) : null;
        } catch (IllegalCharsetNameException e) {
            return null;
        }
    }
}
