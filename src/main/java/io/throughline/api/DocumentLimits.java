package io.throughline.api;

import graphql.ExecutionInput;
import graphql.ExecutionResult;
import graphql.GraphqlErrorBuilder;
import graphql.execution.AbortExecutionException;
import graphql.execution.instrumentation.InstrumentationContext;
import graphql.execution.instrumentation.InstrumentationState;
import graphql.execution.instrumentation.SimpleInstrumentationContext;
import graphql.execution.instrumentation.SimplePerformantInstrumentation;
import graphql.execution.instrumentation.parameters.InstrumentationExecuteOperationParameters;
import graphql.execution.instrumentation.parameters.InstrumentationExecutionParameters;
import graphql.language.Document;
import graphql.normalized.ExecutableNormalizedField;
import graphql.normalized.ExecutableNormalizedOperationFactory;
import graphql.normalized.ExecutableNormalizedOperationFactory.Options;
import graphql.parser.ParserOptions;
import graphql.parser.exceptions.ParseCancelledException;
import graphql.parser.exceptions.ParseCancelledTooDeepException;
import graphql.parser.exceptions.ParseCancelledTooManyCharsException;
import graphql.schema.GraphQLSchema;
import io.throughline.connection.Page;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.execution.ErrorType;
import org.springframework.stereotype.Component;

/**
 * Refuses documents that would take too much, before anything is fetched: too long to be read, too many or too deeply
 * nested fields, or pages within pages that could give too many values.
 */
@Component
class DocumentLimits extends SimplePerformantInstrumentation {

    private static final ParserOptions PARSER = ParserOptions.getDefaultOperationParserOptions()
            .transform(
                    options -> options.maxCharacters(100_000).maxTokens(5_000).maxRuleDepth(200));

    /** The arguments that say how long a list can be that comes whole and not in pages. */
    private static final List<String> WHOLE = List.of("maxRows", "maxNodes");

    private static final long MOST_EXPANDED = 5_000;
    private static final int MOST_FIELDS = 500;
    private static final int MOST_DEPTH = 25;
    private static final long MOST_VALUES = 500_000;

    @Override
    public ExecutionInput instrumentExecutionInput(
            ExecutionInput input, InstrumentationExecutionParameters parameters, @Nullable InstrumentationState state) {
        input.getGraphQLContext().put(ParserOptions.class, PARSER);
        return input;
    }

    @Override
    public InstrumentationContext<Document> beginParse(
            InstrumentationExecutionParameters parameters, @Nullable InstrumentationState state) {
        return SimpleInstrumentationContext.whenCompleted((document, failure) -> {
            if (failure instanceof ParseCancelledException
                    || failure instanceof ParseCancelledTooDeepException
                    || failure instanceof ParseCancelledTooManyCharsException) {
                throw refusal("DOCUMENT_TOO_LARGE", String.valueOf(failure.getMessage()));
            }
            if (document != null && ExpandedFields.of(document) > MOST_EXPANDED) {
                throw refusal(
                        "DOCUMENT_TOO_COMPLEX",
                        "with its fragments put in it has more than %d fields".formatted(MOST_EXPANDED));
            }
        });
    }

    @Override
    public @Nullable InstrumentationContext<ExecutionResult> beginExecuteOperation(
            InstrumentationExecuteOperationParameters parameters, @Nullable InstrumentationState state) {
        var execution = parameters.getExecutionContext();
        var values = 0L;
        try {
            values = values(
                    ExecutableNormalizedOperationFactory.createExecutableNormalizedOperation(
                                    execution.getGraphQLSchema(),
                                    execution.getOperationDefinition(),
                                    execution.getFragmentsByName(),
                                    execution.getCoercedVariables(),
                                    Options.defaultOptions()
                                            .graphQLContext(execution.getGraphQLContext())
                                            .locale(execution.getLocale())
                                            .maxFieldsCount(MOST_FIELDS)
                                            .maxChildrenDepth(MOST_DEPTH))
                            .getTopLevelFields(),
                    execution.getGraphQLSchema());
        } catch (AbortExecutionException e) {
            throw refusal("DOCUMENT_TOO_COMPLEX", String.valueOf(e.getMessage()));
        }
        if (values > MOST_VALUES) {
            throw refusal(
                    "DOCUMENT_TOO_COMPLEX",
                    "its lists could give %d values, more than %d: ask for fewer entries (first, maxRows, maxNodes), or for fewer within each other"
                            .formatted(values, MOST_VALUES));
        }
        return super.beginExecuteOperation(parameters, state);
    }

    /** How many values fields can give, if every page is full. A list without pages counts as one. */
    private static long values(List<ExecutableNormalizedField> fields, GraphQLSchema schema) {
        return fields.stream()
                .mapToLong(field ->
                        Math.min(MOST_VALUES * 100, 1 + pageSize(field, schema) * values(field.getChildren(), schema)))
                .sum();
    }

    private static long pageSize(ExecutableNormalizedField field, GraphQLSchema schema) {
        for (var whole : WHOLE) {
            if (field.getResolvedArguments().get(whole) instanceof Integer most) {
                return Math.max(1, most);
            }
        }
        if (field.getFieldDefinitions(schema).get(0).getArgument("first") == null) {
            return 1;
        }
        var arguments = field.getResolvedArguments();
        var asked = arguments.get("first") == null ? arguments.get("last") : arguments.get("first");
        return asked instanceof Integer count ? Math.max(1, Math.min(count, Page.MOST)) : Page.USUAL;
    }

    private static AbortExecutionException refusal(String code, String message) {
        return new AbortExecutionException(List.of(GraphqlErrorBuilder.newError()
                .message("%s", message)
                .errorType(ErrorType.BAD_REQUEST)
                .extensions(Map.of("code", code))
                .build()));
    }
}
