package io.throughline.graphql.guard;

import static io.throughline.graphql.errors.LimitErrors.TOO_COMPLEX;
import static io.throughline.graphql.errors.LimitErrors.TOO_LARGE;
import static io.throughline.graphql.errors.LimitErrors.VARIABLES;

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

/** Refuses documents and variables that are too large or too complex, before they are validated. */
@Component
class DocumentLimits extends SimplePerformantInstrumentation {

    /** Braces within each other, as the parser counts them: each takes several of its rules. */
    private static final int NESTING = 200;

    private final RequestLimits limits;
    private final ParserOptions parser;

    DocumentLimits(RequestLimits limits) {
        this.limits = limits;
        this.parser = ParserOptions.getDefaultOperationParserOptions()
                .transform(options -> options.maxCharacters(limits.characters())
                        .maxTokens(limits.tokens())
                        .maxRuleDepth(NESTING));
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
                TOO_LARGE,
                "characters",
                parameters.getExecutionInput().getQuery().length(),
                limits.characters(),
                "characters of the document",
                "send values as variables, or ask for less at a time");
        return SimpleInstrumentationContext.whenCompleted((document, failure) -> {
            if (failure instanceof ParseCancelledTooDeepException) {
                throw LimitErrors.refusal(
                        TOO_LARGE, "depth", NESTING + 1, NESTING, "levels of the document's grammar", "nest less");
            }
            if (failure instanceof ParseCancelledException) {
                throw LimitErrors.refusal(
                        TOO_LARGE,
                        "tokens",
                        limits.tokens() + 1L,
                        limits.tokens(),
                        "words and signs of the document, counted up to here",
                        "send values as variables, or ask for less at a time");
            }
            if (document != null) {
                check(document);
            }
        });
    }

    private void check(Map<String, ?> variables) {
        var counts = VariableCounts.of(variables);
        LimitErrors.check(
                VARIABLES, "variables", counts.values(), limits.variables(), "values in the variables", "send fewer");
        LimitErrors.check(
                VARIABLES,
                "input-list",
                counts.longestList(),
                limits.inputList(),
                "entries of a list in the variables",
                "send them in several requests");
        LimitErrors.check(
                VARIABLES, "depth", counts.deepestValue(), limits.depth(), "levels of a variable", "nest less");
    }

    private void check(Document document) {
        var counts = DocumentCounts.of(document);
        complex("fragments", counts.fragments(), limits.fragments(), "fragments", "define fewer, or put them in");
        complex("spreads", counts.spreads(), limits.spreads(), "spreads of fragments", "use fewer, or put them in");
        complex(
                "aliases",
                counts.aliases(),
                limits.aliases(),
                "aliases",
                "ask for several things at once with nodes(ids:), or in several requests");
        complex("directives", counts.directives(), limits.directives(), "directives", "use fewer");
        complex(
                "input-list",
                counts.longestList(),
                limits.inputList(),
                "entries of a list in the document",
                "send them in several requests");
        complex("depth", counts.deepestValue(), limits.depth(), "levels of a value", "nest less");
        var expanded = ExpandedSize.of(document);
        complex(
                "depth",
                expanded.depth(),
                limits.depth(),
                "levels of fields",
                "begin further down, e.g. with node(id:)");
        // fields written several times count once, but only after validation: this is to get there
        complex(
                "fields",
                expanded.fields(),
                10L * limits.fields(),
                "fields written, with fragments put in",
                "ask for less at a time");
    }

    private static void complex(String name, long requested, long limit, String what, String advice) {
        LimitErrors.check(TOO_COMPLEX, name, requested, limit, what, advice);
    }
}
