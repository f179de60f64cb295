package io.throughline.graphql.security;

import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;

import graphql.schema.GraphQLEnumType;
import graphql.schema.GraphQLFieldDefinition;
import graphql.schema.GraphQLInputObjectType;
import graphql.schema.GraphQLInputType;
import graphql.schema.GraphQLList;
import graphql.schema.GraphQLNamedType;
import graphql.schema.GraphQLNonNull;
import graphql.schema.GraphQLTypeUtil;
import io.throughline.GraphTest;
import io.throughline.TestTokens;
import java.lang.reflect.Method;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.aop.support.AopUtils;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.graphql.data.method.annotation.MutationMapping;
import org.springframework.graphql.execution.GraphQlSource;
import org.springframework.http.MediaType;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.security.test.web.servlet.setup.SecurityMockMvcConfigurers;
import org.springframework.stereotype.Controller;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.web.context.WebApplicationContext;
import tools.jackson.databind.json.JsonMapper;

/** Checks every mutation in the schema, including future ones. */
@GraphTest
class MutationRolesTests {

    @Autowired
    private GraphQlSource source;

    @Autowired
    private ApplicationContext beans;

    private final MockMvcTester browser;

    @Autowired
    MutationRolesTests(WebApplicationContext server) {
        browser = MockMvcTester.from(
                server,
                builder -> builder.apply(SecurityMockMvcConfigurers.springSecurity())
                        .build());
    }

    @Test
    void everyMutationDeclaresItsRoleAndEnforcesIt() {
        var roles = roles();
        assertThat(roles.keySet())
                .isEqualTo(mutations().stream()
                        .map(GraphQLFieldDefinition::getName)
                        .collect(Collectors.toSet()))
                .contains("addUser", "removeUser");
        assertThat(roles.values()).isSubsetOf("hasRole('CURATOR')", "hasRole('ADMIN')");
    }

    @Test
    void noMutationRunsWithoutAToken() {
        for (var mutation : mutations()) {
            assertRefused(mutation, null, "UNAUTHORIZED");
        }
    }

    @Test
    void noMutationRunsWithoutARole() {
        for (var mutation : mutations()) {
            assertRefused(mutation, TestTokens.of("a-reader", "READER"), "FORBIDDEN");
        }
    }

    @Test
    void aCuratorIsNotAnAdmin() {
        var roles = roles();
        for (var mutation : mutations()) {
            if (String.valueOf(roles.get(mutation.getName())).contains("ADMIN")) {
                assertRefused(mutation, TestTokens.curator(), "FORBIDDEN");
            }
        }
    }

    @Test
    void callersWithoutARoleCannotFindOutWhichMutationsExist() {
        for (var document : List.of("mutation { addUser }", "mutation { noSuchThing }", "mutation { __typename }")) {
            assertThat(answer(document, null)).isEqualTo(answer("mutation { other }", null));
            var reader = TestTokens.of("a-reader");
            assertThat(answer(document, reader)).isEqualTo(answer("mutation { other }", reader));
        }
        assertThat(answer("query A { __typename } mutation B { noSuchThing }", null))
                .isEqualTo(answer("mutation { other }", null));
    }

    private void assertRefused(GraphQLFieldDefinition mutation, @Nullable String token, String code) {
        var document = "mutation { %s%s%s }".formatted(mutation.getName(), arguments(mutation), selection(mutation));
        var answer = new JsonMapper().readTree(answer(document, token));
        assertThat(answer.at("/errors").size()).as("%s: %s", document, answer).isOne();
        assertThat(answer.at("/errors/0/extensions/code").asString())
                .as("%s: %s", document, answer)
                .isEqualTo(code);
        assertThat(answer.at("/data/" + mutation.getName()).isObject()).isFalse();
    }

    private String answer(String document, @Nullable String token) {
        var request = browser.post()
                .uri("/graphql")
                .contentType(MediaType.APPLICATION_JSON)
                .content(new JsonMapper().writeValueAsString(Map.of("query", document)));
        if (token != null) {
            request.header("Authorization", "Bearer " + token);
        }
        return new String(request.exchange().getResponse().getContentAsByteArray(), StandardCharsets.UTF_8);
    }

    private List<GraphQLFieldDefinition> mutations() {
        return Objects.requireNonNull(source.schema().getMutationType()).getFieldDefinitions();
    }

    /** The role expression of each mutation, by name. */
    private Map<String, String> roles() {
        return beans.getBeansWithAnnotation(Controller.class).values().stream()
                .flatMap(controller -> Arrays.stream(
                                AopUtils.getTargetClass(controller).getDeclaredMethods())
                        .filter(method -> AnnotatedElementUtils.hasAnnotation(method, MutationMapping.class))
                        .map(method -> Map.entry(name(method), role(controller, method))))
                .collect(toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    private static String name(Method method) {
        var name = Objects.requireNonNull(AnnotatedElementUtils.findMergedAnnotation(method, MutationMapping.class))
                .name();
        return name.isEmpty() ? method.getName() : name;
    }

    private static String role(Object controller, Method method) {
        assertThat(AopUtils.isAopProxy(controller)).as("%s is proxied", method).isTrue();
        var required = AnnotatedElementUtils.findMergedAnnotation(method, PreAuthorize.class);
        if (required == null) {
            required = AnnotatedElementUtils.findMergedAnnotation(method.getDeclaringClass(), PreAuthorize.class);
        }
        return required == null ? "none" : required.value();
    }

    private static String arguments(GraphQLFieldDefinition mutation) {
        var required = mutation.getArguments().stream()
                .filter(argument -> argument.getType() instanceof GraphQLNonNull && !argument.hasSetDefaultValue())
                .map(argument -> argument.getName() + ": " + value(argument.getType()))
                .toList();
        return required.isEmpty() ? "" : "(" + String.join(", ", required) + ")";
    }

    private static String selection(GraphQLFieldDefinition mutation) {
        return GraphQLTypeUtil.isLeaf(GraphQLTypeUtil.unwrapAll(mutation.getType())) ? "" : " { __typename }";
    }

    /** A valid value of the type. */
    private static String value(GraphQLInputType type) {
        var inner = GraphQLTypeUtil.unwrapNonNull(type);
        if (inner instanceof GraphQLList list) {
            return "[" + value((GraphQLInputType) list.getWrappedType()) + "]";
        }
        if (inner instanceof GraphQLEnumType words) {
            return words.getValues().get(0).getName();
        }
        if (inner instanceof GraphQLInputObjectType input) {
            return input.getFields().stream()
                    .filter(field -> field.getType() instanceof GraphQLNonNull && !field.hasSetDefaultValue())
                    .map(field -> field.getName() + ": " + value(field.getType()))
                    .collect(Collectors.joining(", ", "{", "}"));
        }
        return switch (((GraphQLNamedType) inner).getName()) {
            case "Int", "Float" -> "1";
            case "Boolean" -> "true";
            case "PartialDate" -> "\"2021\"";
            case "Date" -> "\"2021-07-08\"";
            case "DateTime" -> "\"2021-07-08T00:00:00Z\"";
            case "Url" -> "\"https://example.org\"";
            default -> "\"none\"";
        };
    }
}
