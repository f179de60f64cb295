package io.throughline.graphql.guard;

import static io.throughline.graphql.errors.LimitErrors.DOCUMENT_TOO_COMPLEX;
import static io.throughline.graphql.errors.LimitErrors.DOCUMENT_TOO_LARGE;
import static io.throughline.graphql.errors.LimitErrors.VARIABLES_TOO_LARGE;

import graphql.ExecutionInput;
import graphql.ExecutionResult;
import graphql.execution.instrumentation.InstrumentationContext;
import graphql.execution.instrumentation.InstrumentationState;
import graphql.execution.instrumentation.SimpleInstrumentationContext;
import graphql.execution.instrumentation.SimplePerformantInstrumentation;
import graphql.execution.instrumentation.parameters.InstrumentationExecutionParameters;
import graphql.introspection.Introspection;
import graphql.language.Document;
import graphql.parser.ParserOptions;
import graphql.parser.exceptions.ParseCancelledException;
import graphql.parser.exceptions.ParseCancelledTooDeepException;
import io.throughline.graphql.errors.LimitErrors;
import io.throughline.infra.limit.RequestLimits;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Rejects documents and variables that are too large or too complex, before they are validated. */
@Component
class DocumentLimits extends SimplePerformantInstrumentation {

    /** The nesting depth as the parser counts it: each pair of braces takes several of its rules. */
    private static final int MAX_NESTING = 200;

    private final RequestLimits limits;
    private final ParserOptions parser;

    DocumentLimits(RequestLimits limits) {
        this.limits = limits;
        this.parser = ParserOptions.getDefaultOperationParserOptions()
                .transform(options -> options.maxCharacters(limits.characters())
                        .maxTokens(limits.tokens())
                        .maxRuleDepth(MAX_NESTING));
    }

    @Override
    public ExecutionInput instrumentExecutionInput(
            ExecutionInput input, InstrumentationExecutionParameters parameters, @Nullable InstrumentationState state) {
        input.getGraphQLContext().put(ParserOptions.class, parser);
        if (!limits.introspection()) {
            input.getGraphQLContext().put(Introspection.INTROSPECTION_DISABLED, true);
        }
        return input;
    }

    @Override
    public @Nullable InstrumentationContext<ExecutionResult> beginExecution(
            InstrumentationExecutionParameters parameters, @Nullable InstrumentationState state) {
        check(parameters.getExecutionInput().getVariables());
        return super.beginExecution(parameters, state);
    }

    @Override
    public InstrumentationContext<Document> beginParse(
            InstrumentationExecutionParameters parameters, @Nullable InstrumentationState state) {
        LimitErrors.check(
                DOCUMENT_TOO_LARGE,
                "characters",
                parameters.getExecutionInput().getQuery().length(),
                limits.characters(),
                "characters in the document",
                "send values as variables, or split the request");
        return SimpleInstrumentationContext.whenCompleted((document, failure) -> {
            if (failure instanceof ParseCancelledTooDeepException) {
                throw LimitErrors.error(
                        DOCUMENT_TOO_LARGE,
                        "depth",
                        MAX_NESTING + 1,
                        MAX_NESTING,
                        "levels in the document's grammar",
                        "nest less deeply");
            }
            if (failure instanceof ParseCancelledException) {
                throw LimitErrors.error(
                        DOCUMENT_TOO_LARGE,
                        "tokens",
                        limits.tokens() + 1L,
                        limits.tokens(),
                        "tokens in the document, counted so far",
                        "send values as variables, or split the request");
            }
            if (document != null) {
                check(document);
            }
        });
    }

    private void check(Map<String, ?> variables) {
        var counts = VariableCounts.of(variables);
        LimitErrors.check(
                VARIABLES_TOO_LARGE,
                "variables",
                counts.values(),
                limits.variables(),
                "values in the variables",
                "send fewer");
        LimitErrors.check(
                VARIABLES_TOO_LARGE,
                "input-list",
                counts.longestList(),
                limits.inputList(),
                "entries in a list in the variables",
                "split the request");
        LimitErrors.check(
                VARIABLES_TOO_LARGE,
                "depth",
                counts.deepestValue(),
                limits.depth(),
                "levels in a variable",
                "nest less deeply");
    }

    private void check(Document document) {
        var counts = DocumentCounts.of(document);
        checkComplexity(
                "fragments", counts.fragments(), limits.fragments(), "fragments", "define fewer, or inline them");
        checkComplexity("spreads", counts.spreads(), limits.spreads(), "fragment spreads", "use fewer, or inline them");
        checkComplexity(
                "aliases",
                counts.aliases(),
                limits.aliases(),
                "aliases",
                "fetch several entities with nodes(ids:), or split the request");
        checkComplexity("directives", counts.directives(), limits.directives(), "directives", "use fewer");
        checkComplexity(
                "input-list",
                counts.longestList(),
                limits.inputList(),
                "entries in a list in the document",
                "split the request");
        checkComplexity("depth", counts.deepestValue(), limits.depth(), "levels in a value", "nest less deeply");
        var expanded = ExpandedSize.of(document);
        checkComplexity(
                "depth",
                expanded.depth(),
                limits.depth(),
                "levels of fields",
                "start further down, e.g. with node(id:)");
        // repeated fields count once, but only after validation; this limit protects the validation
        checkComplexity(
                "fields",
                expanded.fields(),
                10L * limits.fields(),
                "fields, with fragments inlined",
                "split the request");
    }

    private static void checkComplexity(String name, long requested, long limit, String what, String advice) {
        LimitErrors.check(DOCUMENT_TOO_COMPLEX, name, requested, limit, what, advice);
    }
}
