package io.throughline.intake.mapping;

import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import io.throughline.intake.mapping.InvalidMappingException.Mistake;
import io.throughline.reference.date.PartialDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads the parts of a mapping that read from a row: values, dates, conditions and templates. */
final class ValueReader {

    private final String language;
    private final List<Mistake> mistakes;
    private final List<ColumnReference> columnReferences;

    /**
     * Creates a reader for one mapping.
     *
     * @param language the language of the list's month names, a BCP 47 tag; English names are understood too
     * @param columnReferences gets every column that the mapping names
     */
    ValueReader(String language, List<Mistake> mistakes, List<ColumnReference> columnReferences) {
        this.language = language;
        this.mistakes = mistakes;
        this.columnReferences = columnReferences;
    }

    /** A value; null if none is given. */
    @Nullable ValueExpression value(@Nullable YamlNode part) {
        if (part instanceof YamlNode.Text) {
            var constant = YamlNodes.text(part);
            if (constant == null) {
                return null;
            }
            columnReferences.add(new ColumnReference(part.place(), constant, true));
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

    /** A value that is the name of an enum constant. */
    <E extends Enum<E>> @Nullable ValueExpression enumValue(Class<E> type, @Nullable YamlNode part) {
        var value = value(part);
        if (value != null && part instanceof YamlNode.Fields) {
            for (var possible : value.possibleValues()) {
                if (EnumNames.read(type, possible) == null) {
                    mistakes.add(new Mistake(
                            part.place(),
                            "'%s' is not one of %s%s"
                                    .formatted(
                                            possible,
                                            EnumNames.allowed(type),
                                            SpellingSuggestion.of(
                                                    possible,
                                                    List.of(EnumNames.allowed(type)
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
        try {
            var notation = notation(YamlNodes.fields(part));
            value.possibleValues().forEach(notation::read);
            return new DateValue(value, notation);
        } catch (IllegalArgumentException e) {
            mistakes.add(new Mistake(part.place(), String.valueOf(e.getMessage())));
            return null;
        }
    }

    private DateNotation notation(YamlNode.Fields part) {
        var locale = YamlNodes.text(part.get("locale"));
        var months = new MonthNames(Locale.forLanguageTag(locale == null ? language : locale));
        var pivot = YamlNodes.whole(part.get("pivot"));
        var formats = YamlNodes.texts(part.get("dates")).stream()
                .map(format -> new DateFormatPattern(format, months, pivot))
                .toList();
        if (pivot != null && formats.stream().noneMatch(DateFormatPattern::needsPivot)) {
            throw new IllegalArgumentException("`pivot` needs a format with yy, e.g. dates: d/M/yy");
        }
        return new DateNotation(formats, YamlNodes.enumConstant(DateSpan.class, part.get("span")));
    }

    @Nullable PartialDate constantDate(@Nullable YamlNode part) {
        var text = YamlNodes.text(part);
        if (text == null || part == null) {
            return null;
        }
        try {
            return DateNotation.PLAIN.read(text);
        } catch (UnreadableDateException e) {
            mistakes.add(new Mistake(part.place(), e.getMessage()));
            return null;
        }
    }

    RowCondition condition(@Nullable YamlNode part) {
        var tests = new LinkedHashMap<String, RowCondition.Test>();
        YamlNodes.fields(part).fields().forEach((column, field) -> {
            columnReferences.add(new ColumnReference(field.key(), column, false));
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
            template.columns()
                    .forEach(column -> columnReferences.add(new ColumnReference(part.place(), column, false)));
            return template;
        } catch (IllegalArgumentException e) {
            mistakes.add(new Mistake(part.place(), String.valueOf(e.getMessage())));
            return null;
        }
    }

    @Nullable String column(@Nullable YamlNode part) {
        var column = YamlNodes.text(part);
        if (column != null && part != null) {
            columnReferences.add(new ColumnReference(part.place(), column, false));
        }
        return column;
    }

    private RowCondition.Test test(YamlNode part) {
        if (!(part instanceof YamlNode.Fields fields)) {
            return RowCondition.Test.in(YamlNodes.texts(part));
        }
        var anyCase = fields.get("anyCase");
        if (anyCase != null) {
            return RowCondition.Test.inAnyCase(YamlNodes.texts(anyCase));
        }
        if (fields.get("pattern") != null) {
            var pattern = pattern(fields.get("pattern"));
            return pattern == null ? RowCondition.Test.present(true) : RowCondition.Test.matching(pattern);
        }
        var present = YamlNodes.text(fields.get("present"));
        return present == null
                ? RowCondition.Test.notIn(YamlNodes.texts(fields.get("not")))
                : RowCondition.Test.present(present.equals("true"));
    }

    /** A regular expression; null, with a mistake, if it is invalid. */
    @Nullable Pattern pattern(@Nullable YamlNode part) {
        if (!(part instanceof YamlNode.Text text)) {
            return null;
        }
        try {
            return Pattern.compile(text.value());
        } catch (PatternSyntaxException e) {
            mistakes.add(new Mistake(
                    part.place(),
                    "'%s' is not a valid regular expression: %s (RE2 has no look-around or back references)"
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
