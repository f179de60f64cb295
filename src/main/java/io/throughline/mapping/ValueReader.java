package io.throughline.mapping;

import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import io.throughline.date.PartialDate;
import io.throughline.mapping.Mapping.Mentioned;
import io.throughline.mapping.MappingMistake.Mistake;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads what a mapping takes from a row: values, dates, words, conditions, templates. */
final class ValueReader {

    private final List<Mistake> mistakes;
    private final List<Mentioned> mentioned;

    /**
     * @param mentioned gets every column that is named
     */
    ValueReader(List<Mistake> mistakes, List<Mentioned> mentioned) {
        this.mistakes = mistakes;
        this.mentioned = mentioned;
    }

    /** A value; null when none is given. */
    @Nullable Value value(@Nullable Yaml part) {
        if (part instanceof Yaml.Text) {
            var constant = Part.text(part);
            if (constant == null) {
                return null;
            }
            mentioned.add(new Mentioned(part.place(), constant, true));
            return Value.of(constant);
        }
        if (!(part instanceof Yaml.Fields fields)) {
            return null;
        }
        var column = column(fields.get("column"));
        var constant = Part.text(fields.get("constant"));
        if ((column == null) == (constant == null)) {
            return null;
        }
        var otherwise = fields.get("otherwise");
        return new Value(
                column,
                constant,
                Part.texts(fields.get("nulls")),
                List.copyOf(Part.texts(fields.get("separators"))),
                pattern(fields.get("pattern")),
                table(fields.get("values")),
                otherwise != null,
                value(otherwise));
    }

    /** A value that comes to a word of an enum. */
    <E extends Enum<E>> @Nullable Value words(Class<E> words, @Nullable Yaml part) {
        var value = value(part);
        if (value != null && part instanceof Yaml.Fields) {
            for (var outcome : value.outcomes()) {
                if (Words.read(words, outcome) == null) {
                    mistakes.add(new Mistake(
                            part.place(),
                            "'%s' is none of %s%s"
                                    .formatted(
                                            outcome,
                                            Words.allowed(words),
                                            Suggestion.of(
                                                    outcome,
                                                    List.of(Words.allowed(words).split(", "))))));
                }
            }
        }
        return value;
    }

    @Nullable DateValue date(@Nullable Yaml part) {
        var value = value(part);
        if (value == null || part == null) {
            return null;
        }
        var forms = List.copyOf(Part.texts(Part.fields(part).get("dates")));
        try {
            var date = DateValue.of(value, forms);
            for (var outcome : value.outcomes()) {
                date.read(outcome);
            }
            return date;
        } catch (IllegalArgumentException e) {
            mistakes.add(new Mistake(part.place(), String.valueOf(e.getMessage())));
            return null;
        }
    }

    @Nullable PartialDate constantDate(@Nullable Yaml part) {
        var text = Part.text(part);
        if (text == null || part == null) {
            return null;
        }
        try {
            return DateValue.parse(text);
        } catch (IllegalArgumentException e) {
            mistakes.add(new Mistake(part.place(), String.valueOf(e.getMessage())));
            return null;
        }
    }

    Condition condition(@Nullable Yaml part) {
        var tests = new LinkedHashMap<String, Condition.Test>();
        Part.fields(part).fields().forEach((column, field) -> {
            mentioned.add(new Mentioned(field.key(), column, false));
            tests.put(column, test(field.value()));
        });
        return new Condition(tests);
    }

    @Nullable Template template(@Nullable Yaml part) {
        if (!(part instanceof Yaml.Text text) || text.isNull()) {
            return null;
        }
        try {
            var template = Template.parse(text.value());
            template.columns().forEach(column -> mentioned.add(new Mentioned(part.place(), column, false)));
            return template;
        } catch (IllegalArgumentException e) {
            mistakes.add(new Mistake(part.place(), String.valueOf(e.getMessage())));
            return null;
        }
    }

    @Nullable String column(@Nullable Yaml part) {
        var column = Part.text(part);
        if (column != null && part != null) {
            mentioned.add(new Mentioned(part.place(), column, false));
        }
        return column;
    }

    private static Condition.Test test(Yaml part) {
        if (!(part instanceof Yaml.Fields fields)) {
            return Condition.Test.in(Part.texts(part));
        }
        var present = Part.text(fields.get("present"));
        return present == null
                ? Condition.Test.notIn(Part.texts(fields.get("not")))
                : Condition.Test.present(present.equals("true"));
    }

    private @Nullable Pattern pattern(@Nullable Yaml part) {
        if (!(part instanceof Yaml.Text text)) {
            return null;
        }
        try {
            return Pattern.compile(text.value());
        } catch (PatternSyntaxException e) {
            mistakes.add(new Mistake(
                    part.place(),
                    "'%s' is no regular expression: %s (RE2 has no look-around and no back references)"
                            .formatted(text.value(), e.getDescription())));
            return null;
        }
    }

    private static @Nullable Map<String, @Nullable String> table(@Nullable Yaml part) {
        if (!(part instanceof Yaml.Fields fields)) {
            return null;
        }
        var table = new LinkedHashMap<String, @Nullable String>();
        fields.fields().forEach((printed, field) -> table.put(printed, Part.text(field.value())));
        return table;
    }
}
