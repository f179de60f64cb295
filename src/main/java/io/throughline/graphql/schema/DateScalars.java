package io.throughline.graphql.schema;

import graphql.GraphQLContext;
import graphql.execution.CoercedVariables;
import graphql.language.StringValue;
import graphql.language.Value;
import graphql.schema.Coercing;
import graphql.schema.CoercingParseLiteralException;
import graphql.schema.CoercingParseValueException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoField;
import java.time.temporal.TemporalAccessor;
import java.util.Locale;
import java.util.Objects;
import java.util.function.Function;

/**
 * Parses days or moments of the years 0001 to 9999, the range of the notation. Extended Scalars 24 accepts other years,
 * reads 2021-02-30 as the last day of that month, and exposes its parser's messages to callers.
 *
 * @param lenient serializes the values
 * @param reader throws a {@link DateTimeException} for invalid text
 * @param expected the expected format, for messages
 */
record DateScalars(Coercing<?, ?> lenient, Function<String, TemporalAccessor> reader, String expected)
        implements Coercing<Object, Object> {

    private static final String YEARS = " in the years 0001 to 9999";

    static DateScalars days(Coercing<?, ?> lenient) {
        return new DateScalars(lenient, LocalDate::parse, "expected a day such as 2021-07-08" + YEARS);
    }

    static DateScalars moments(Coercing<?, ?> lenient) {
        return new DateScalars(
                lenient,
                OffsetDateTime::parse,
                "expected a date and time with UTC offset such as 2026-11-22T12:00:00Z" + YEARS);
    }

    @Override
    public Object serialize(Object date, GraphQLContext context, Locale locale) {
        // an instant is serialized in UTC
        var value = date instanceof Instant moment ? moment.atOffset(ZoneOffset.UTC) : date;
        return Objects.requireNonNull(lenient.serialize(value, context, locale));
    }

    @Override
    public Object parseValue(Object input, GraphQLContext context, Locale locale) {
        try {
            return read(String.valueOf(input));
        } catch (DateTimeException e) {
            throw new CoercingParseValueException(expected, e);
        }
    }

    @Override
    public Object parseLiteral(Value<?> input, CoercedVariables variables, GraphQLContext context, Locale locale) {
        try {
            return read(input instanceof StringValue text ? String.valueOf(text.getValue()) : "");
        } catch (DateTimeException e) {
            throw new CoercingParseLiteralException(expected, e);
        }
    }

    @Override
    public Value<?> valueToLiteral(Object input, GraphQLContext context, Locale locale) {
        return lenient.valueToLiteral(input, context, locale);
    }

    private TemporalAccessor read(String text) {
        var date = reader.apply(text);
        var year = date.get(ChronoField.YEAR);
        if (year < 1 || year > 9999) {
            throw new DateTimeException("year " + year);
        }
        return date;
    }
}
