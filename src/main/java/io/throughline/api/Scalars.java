package io.throughline.api;

import graphql.GraphQLContext;
import graphql.execution.CoercedVariables;
import graphql.language.StringValue;
import graphql.language.Value;
import graphql.scalars.ExtendedScalars;
import graphql.schema.Coercing;
import graphql.schema.CoercingParseLiteralException;
import graphql.schema.CoercingParseValueException;
import graphql.schema.GraphQLScalarType;
import io.throughline.date.PartialDate;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Objects;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.graphql.execution.RuntimeWiringConfigurer;

/** The scalars of {@code graphql/schema.graphqls}. */
@Configuration(proxyBeanMethods = false)
class Scalars {

    @Bean
    RuntimeWiringConfigurer scalarTypes() {
        return wiring -> wiring.scalar(GraphQLScalarType.newScalar(ExtendedScalars.Date)
                        .coercing(new Dates(ExtendedScalars.Date.getCoercing()))
                        .build())
                .scalar(ExtendedScalars.DateTime)
                .scalar(ExtendedScalars.Url)
                .scalar(ExtendedScalars.newAliasedScalar("ClaimValue")
                        .aliasedScalar(ExtendedScalars.Object)
                        .build())
                .scalar(GraphQLScalarType.newScalar()
                        .name("PartialDate")
                        .coercing(new PartialDates())
                        .build());
    }

    /** Extended Scalars 24 takes 2021-02-30 for the last day of that month; that day is a mistake. */
    private record Dates(Coercing<?, ?> lenient) implements Coercing<Object, Object> {

        @Override
        public Object serialize(Object date, GraphQLContext context, Locale locale) {
            return Objects.requireNonNull(lenient.serialize(date, context, locale));
        }

        @Override
        public Object parseValue(Object input, GraphQLContext context, Locale locale) {
            try {
                return input instanceof LocalDate ? input : LocalDate.parse(String.valueOf(input));
            } catch (DateTimeException e) {
                throw new CoercingParseValueException("expected a day such as 2021-07-08", e);
            }
        }

        @Override
        public Object parseLiteral(Value<?> input, CoercedVariables variables, GraphQLContext context, Locale locale) {
            try {
                return LocalDate.parse(input instanceof StringValue text ? String.valueOf(text.getValue()) : "");
            } catch (DateTimeException e) {
                throw new CoercingParseLiteralException("expected a day such as 2021-07-08", e);
            }
        }

        @Override
        public Value<?> valueToLiteral(Object input, GraphQLContext context, Locale locale) {
            return lenient.valueToLiteral(input, context, locale);
        }
    }

    private static final class PartialDates implements Coercing<PartialDate, String> {

        @Override
        public String serialize(Object date, GraphQLContext context, Locale locale) {
            return date instanceof PartialDate partial ? partial.text() : date.toString();
        }

        @Override
        public PartialDate parseValue(Object input, GraphQLContext context, Locale locale) {
            try {
                return PartialDate.parse(String.valueOf(input));
            } catch (IllegalArgumentException e) {
                throw new CoercingParseValueException(e.getMessage(), e);
            }
        }

        @Override
        public PartialDate parseLiteral(
                Value<?> input, CoercedVariables variables, GraphQLContext context, Locale locale) {
            try {
                return PartialDate.parse(String.valueOf(input instanceof StringValue text ? text.getValue() : input));
            } catch (IllegalArgumentException e) {
                throw new CoercingParseLiteralException(e.getMessage(), e);
            }
        }
    }
}
