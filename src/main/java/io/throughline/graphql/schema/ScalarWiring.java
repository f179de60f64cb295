package io.throughline.graphql.schema;

import graphql.GraphQLContext;
import graphql.execution.CoercedVariables;
import graphql.language.StringValue;
import graphql.language.Value;
import graphql.scalars.ExtendedScalars;
import graphql.schema.Coercing;
import graphql.schema.CoercingParseLiteralException;
import graphql.schema.CoercingParseValueException;
import graphql.schema.GraphQLScalarType;
import io.throughline.reference.date.PartialDate;
import java.util.Locale;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.graphql.execution.RuntimeWiringConfigurer;

/** The scalars of {@code graphql/schema.graphqls}. */
@Configuration(proxyBeanMethods = false)
class ScalarWiring {

    @Bean
    RuntimeWiringConfigurer scalarTypes() {
        return wiring -> wiring.scalar(GraphQLScalarType.newScalar(ExtendedScalars.Date)
                        .coercing(DateScalars.days(ExtendedScalars.Date.getCoercing()))
                        .build())
                .scalar(GraphQLScalarType.newScalar(ExtendedScalars.DateTime)
                        .coercing(DateScalars.moments(ExtendedScalars.DateTime.getCoercing()))
                        .build())
                .scalar(ExtendedScalars.Url)
                .scalar(ExtendedScalars.newAliasedScalar("ClaimValue")
                        .aliasedScalar(ExtendedScalars.Object)
                        .build())
                .scalar(GraphQLScalarType.newScalar()
                        .name("PartialDate")
                        .coercing(new PartialDates())
                        .build());
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
            if (!(input instanceof StringValue text)) {
                throw new CoercingParseLiteralException("expected, in quotes, " + PartialDate.EXPECTED);
            }
            try {
                return PartialDate.parse(String.valueOf(text.getValue()));
            } catch (IllegalArgumentException e) {
                throw new CoercingParseLiteralException(e.getMessage(), e);
            }
        }
    }
}
