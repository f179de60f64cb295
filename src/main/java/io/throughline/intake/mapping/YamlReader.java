package io.throughline.intake.mapping;

import io.throughline.intake.mapping.InvalidMappingException.Mistake;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.events.AliasEvent;
import org.snakeyaml.engine.v2.events.CollectionStartEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.MappingStartEvent;
import org.snakeyaml.engine.v2.events.NodeEvent;
import org.snakeyaml.engine.v2.events.ScalarEvent;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/**
 * Reads YAML 1.2 into nodes that know their place. It uses the events of the parser, so that nothing is expanded:
 * anchors, aliases and tags are refused, as are duplicate keys and deep nesting.
 */
final class YamlReader {

    /** In characters; the largest built-in mapping has a twentieth of it. */
    private static final int MAX_CHARACTERS = 1_000_000;

    private static final int MAX_DEPTH = 24;

    private final List<Mistake> mistakes = new ArrayList<>();
    private final Iterator<Event> events;

    private YamlReader(Iterator<Event> events) {
        this.events = events;
    }

    /**
     * Reads a document.
     *
     * @param mistakes gets the mistakes in it
     * @return null if there are any
     */
    static @Nullable YamlNode read(String yaml, List<Mistake> mistakes) {
        var settings = LoadSettings.builder()
                .setCodePointLimit(MAX_CHARACTERS)
                .setUseMarks(true)
                .build();
        var reader = new YamlReader(new Parse(settings).parseString(yaml).iterator());
        try {
            var root = reader.document();
            mistakes.addAll(reader.mistakes);
            return reader.mistakes.isEmpty() ? root : null;
        } catch (MarkedYamlEngineException e) {
            mistakes.add(new Mistake(place(e.getProblemMark().orElse(null)), "not valid YAML: " + problem(e)));
        } catch (YamlEngineException e) {
            mistakes.add(new Mistake(new YamlNode.Place(1, 1), "not valid YAML: " + e.getMessage()));
        } catch (NestingTooDeepException e) {
            mistakes.add(new Mistake(e.place, "nested more than %d levels deep".formatted(MAX_DEPTH)));
        }
        return null;
    }

    private @Nullable YamlNode document() {
        YamlNode root = null;
        while (events.hasNext()) {
            var event = events.next();
            switch (event.getEventId()) {
                case DocumentStart, DocumentEnd, StreamStart, StreamEnd, Comment -> {}
                default -> {
                    if (root != null) {
                        mistakes.add(new Mistake(
                                place(event), "a second document starts here; a mapping is a single document"));
                        return root;
                    }
                    root = node(event, 1);
                }
            }
        }
        if (root == null) {
            mistakes.add(new Mistake(new YamlNode.Place(1, 1), "the mapping is empty"));
        }
        return root;
    }

    private YamlNode node(Event event, int depth) {
        var place = place(event);
        if (depth > MAX_DEPTH) {
            throw new NestingTooDeepException(place);
        }
        refuseReferencesAndTags(event, place);
        if (event instanceof ScalarEvent scalar) {
            return new YamlNode.Text(place, scalar.getValue(), scalar.isPlain());
        }
        if (event instanceof MappingStartEvent) {
            return fields(place, depth);
        }
        if (event instanceof CollectionStartEvent) {
            return items(place, depth);
        }
        return new YamlNode.Text(place, "", true); // an alias, already refused
    }

    private YamlNode fields(YamlNode.Place place, int depth) {
        var fields = new LinkedHashMap<String, YamlNode.Field>();
        for (var event = events.next(); event.getEventId() != Event.ID.MappingEnd; event = events.next()) {
            var key = node(event, depth + 1);
            var value = node(events.next(), depth + 1);
            if (!(key instanceof YamlNode.Text name)) {
                mistakes.add(
                        new Mistake(key.place(), "a key must be a text; put a text with braces or brackets in quotes"));
            } else if (fields.putIfAbsent(name.value(), new YamlNode.Field(name.place(), value)) != null) {
                var first = fields.get(name.value()).key().line();
                mistakes.add(new Mistake(
                        name.place(), "duplicate key `%s`, already used in line %d".formatted(name.value(), first)));
            }
        }
        return new YamlNode.Fields(place, fields);
    }

    private YamlNode items(YamlNode.Place place, int depth) {
        var items = new ArrayList<YamlNode>();
        for (var event = events.next(); event.getEventId() != Event.ID.SequenceEnd; event = events.next()) {
            items.add(node(event, depth + 1));
        }
        return new YamlNode.Items(place, items);
    }

    private void refuseReferencesAndTags(Event event, YamlNode.Place place) {
        if (event instanceof AliasEvent alias) {
            mistakes.add(new Mistake(
                    place, "alias *%s: aliases are not supported; write the value out".formatted(alias.getAlias())));
        } else if (event instanceof NodeEvent node && node.getAnchor().isPresent()) {
            mistakes.add(new Mistake(
                    place,
                    "anchor &%s: anchors are not supported; remove it"
                            .formatted(node.getAnchor().get())));
        }
        tag(event)
                .ifPresent(tag ->
                        mistakes.add(new Mistake(place, "tag %s: tags are not supported; remove it".formatted(tag))));
    }

    private static Optional<String> tag(Event event) {
        if (event instanceof ScalarEvent scalar) {
            return scalar.getTag();
        }
        return event instanceof CollectionStartEvent collection ? collection.getTag() : Optional.empty();
    }

    private static String problem(MarkedYamlEngineException e) {
        var context = e.getContext() == null ? "" : e.getContext() + ", ";
        return context + e.getProblem();
    }

    private static YamlNode.Place place(Event event) {
        return place(event.getStartMark().orElse(null));
    }

    private static YamlNode.Place place(@Nullable Mark mark) {
        return mark == null ? new YamlNode.Place(1, 1) : new YamlNode.Place(mark.getLine() + 1, mark.getColumn() + 1);
    }

    /** Stops reading a document that is nested too deeply. */
    private static final class NestingTooDeepException extends RuntimeException {

        private static final long serialVersionUID = 1L;
        private final transient YamlNode.Place place;

        NestingTooDeepException(YamlNode.Place place) {
            super(null, null, false, false);
            this.place = place;
        }
    }
}
