package io.throughline.intake.mapping;

import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import io.throughline.intake.mapping.InvalidMappingException.Mistake;
import io.throughline.intake.mapping.Mapping.Mentioned;
import io.throughline.reference.date.PartialDate;
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
    @Nullable ValueExpression value(@Nullable YamlNode part) {
        if (part instanceof YamlNode.Text) {
            var constant = YamlNodes.text(part);
            if (constant == null) {
                return null;
            }
            mentioned.add(new Mentioned(part.place(), constant, true));
            return ValueExpression.of(constant);
        }
        if (!(part instanceof YamlNode.Fields fields)) {
            return null;
        }
        var column = column(fields.get("column"));
        var constant = YamlNodes.text(fields.get("constant"));
        if ((column == null) == (constant == null)) {
            return null;
        }
        var otherwise = fields.get("otherwise");
        return new ValueExpression(
                column,
                constant,
                YamlNodes.texts(fields.get("nulls")),
                List.copyOf(YamlNodes.texts(fields.get("separators"))),
                pattern(fields.get("pattern")),
                table(fields.get("values")),
                otherwise != null,
                value(otherwise));
    }

    /** A value that comes to a word of an enum. */
    <E extends Enum<E>> @Nullable ValueExpression words(Class<E> words, @Nullable YamlNode part) {
        var value = value(part);
        if (value != null && part instanceof YamlNode.Fields) {
            for (var outcome : value.outcomes()) {
                if (EnumNames.read(words, outcome) == null) {
                    mistakes.add(new Mistake(
                            part.place(),
                            "'%s' is none of %s%s"
                                    .formatted(
                                            outcome,
                                            EnumNames.allowed(words),
                                            SpellingSuggestion.of(
                                                    outcome,
                                                    List.of(EnumNames.allowed(words)
                                                            .split(", "))))));
                }
            }
        }
        return value;
    }

    @Nullable DateValue date(@Nullable YamlNode part) {
        var value = value(part);
        if (value == null || part == null) {
            return null;
        }
        var forms = List.copyOf(YamlNodes.texts(YamlNodes.fields(part).get("dates")));
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

    @Nullable PartialDate constantDate(@Nullable YamlNode part) {
        var text = YamlNodes.text(part);
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

    RowCondition condition(@Nullable YamlNode part) {
        var tests = new LinkedHashMap<String, RowCondition.Test>();
        YamlNodes.fields(part).fields().forEach((column, field) -> {
            mentioned.add(new Mentioned(field.key(), column, false));
            tests.put(column, test(field.value()));
        });
        return new RowCondition(tests);
    }

    @Nullable TextTemplate template(@Nullable YamlNode part) {
        if (!(part instanceof YamlNode.Text text) || text.isNull()) {
            return null;
        }
        try {
            var template = TextTemplate.parse(text.value());
            template.columns().forEach(column -> mentioned.add(new Mentioned(part.place(), column, false)));
            return template;
        } catch (IllegalArgumentException e) {
            mistakes.add(new Mistake(part.place(), String.valueOf(e.getMessage())));
            return null;
        }
    }

    @Nullable String column(@Nullable YamlNode part) {
        var column = YamlNodes.text(part);
        if (column != null && part != null) {
            mentioned.add(new Mentioned(part.place(), column, false));
        }
        return column;
    }

    private static RowCondition.Test test(YamlNode part) {
        if (!(part instanceof YamlNode.Fields fields)) {
            return RowCondition.Test.in(YamlNodes.texts(part));
        }
        var present = YamlNodes.text(fields.get("present"));
        return present == null
                ? RowCondition.Test.notIn(YamlNodes.texts(fields.get("not")))
                : RowCondition.Test.present(present.equals("true"));
    }

    private @Nullable Pattern pattern(@Nullable YamlNode part) {
        if (!(part instanceof YamlNode.Text text)) {
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

    private static @Nullable Map<String, @Nullable String> table(@Nullable YamlNode part) {
        if (!(part instanceof YamlNode.Fields fields)) {
            return null;
        }
        var table = new LinkedHashMap<String, @Nullable String>();
        fields.fields().forEach((printed, field) -> table.put(printed, YamlNodes.text(field.value())));
        return table;
    }
}
