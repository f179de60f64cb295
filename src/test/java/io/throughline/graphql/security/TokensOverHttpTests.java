package io.throughline.graphql.security;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import io.throughline.GraphTest;
import io.throughline.TestTokens;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.MediaType;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.test.web.servlet.setup.SecurityMockMvcConfigurers;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.web.context.WebApplicationContext;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@GraphTest
class TokensOverHttpTests {

    private static final String BOSTON = "{ city(id: \"boston\") { name } }";
    private static final String USERS = "{ users { name roles } }";
    private static final JsonMapper JSON = new JsonMapper();

    private final MockMvcTester browser;

    @Value("${throughline.security.tokens}")
    private Path file;

    @Autowired
    TokensOverHttpTests(WebApplicationContext server) {
        browser = MockMvcTester.from(
                server,
                builder -> builder.apply(SecurityMockMvcConfigurers.springSecurity())
                        .build());
    }

    static Stream<String> invalidTokens() throws JOSEException {
        var hour = Duration.ofHours(1);
        var admin = TestTokens.claims().claim("roles", List.of("ADMIN")).build();
        var signedWithThePublicKey = new SignedJWT(new JWSHeader(JWSAlgorithm.HS256), admin);
        signedWithThePublicKey.sign(new MACSigner(TestTokens.publicKey()));
        return Stream.of(
                "",
                "x",
                "two words",
                "throughline_0000000000000000000000000000000000000000000",
                TestTokens.admin() + "x",
                TestTokens.forged(),
                new PlainJWT(admin).serialize(),
                signedWithThePublicKey.serialize(),
                TestTokens.of(TestTokens.claims()
                        .expirationTime(Date.from(Instant.now().minus(hour)))),
                TestTokens.of(TestTokens.claims()
                        .notBeforeTime(Date.from(Instant.now().plus(hour)))),
                TestTokens.of(TestTokens.claims().subject(null)));
    }

    @ParameterizedTest
    @MethodSource("invalidTokens")
    void rejectsAnInvalidTokenEvenWhereNoneIsRequired(String token) {
        for (var path : List.of("/graphql?documentId=05-secretariats", "/exports/graph.json?roots=c40", "/graphiql")) {
            assertThat(browser.get()
                            .uri(path)
                            .header("Authorization", "Bearer " + token)
                            .exchange())
                    .as(path)
                    .hasStatus(401)
                    .hasHeader("WWW-Authenticate", "Bearer error=\"invalid_token\"")
                    .hasHeader("Cache-Control", "no-store")
                    .bodyJson()
                    .extractingPath("$.errors[0].extensions.code")
                    .isEqualTo("UNAUTHORIZED");
        }
    }

    @Test
    void readsWithAndWithoutAToken() {
        assertThat(json(send(BOSTON, null)).at("/data/city/name").asString()).isEqualTo("Boston");
        assertThat(json(send(BOSTON, TestTokens.of("a-reader")))
                        .at("/data/city/name")
                        .asString())
                .isEqualTo("Boston");
    }

    @Test
    void ignoresATokenInTheUrl() {
        for (var name : List.of("access_token", "token", "authorization")) {
            assertThat(browser.post()
                            .uri("/graphql?" + name + "=" + TestTokens.admin())
                            .contentType(MediaType.APPLICATION_JSON)
                            .content(body(USERS))
                            .exchange())
                    .bodyJson()
                    .extractingPath("$.errors[0].extensions.code")
                    .isEqualTo("UNAUTHORIZED");
        }
    }

    @Test
    void onlyAdminsSeeUsersAndOtherFieldsStillResolve() {
        for (var caller :
                Map.of("UNAUTHORIZED", "", "FORBIDDEN", TestTokens.curator()).entrySet()) {
            var answer = json(send("{ users { name } city(id: \"boston\") { name } }", caller.getValue()));
            assertThat(answer.at("/errors").size()).isOne();
            assertThat(answer.at("/errors/0/extensions/code").asString()).isEqualTo(caller.getKey());
            assertThat(answer.at("/errors/0/path/0").asString()).isEqualTo("users");
            assertThat(answer.at("/data/users").isNull()).isTrue();
            assertThat(answer.at("/data/city/name").asString()).isEqualTo("Boston");
        }
        assertThat(json(send(USERS, TestTokens.admin()))
                        .at("/data/users/0/name")
                        .asString())
                .isEqualTo("admin");
    }

    static Stream<Map<String, Object>> claimsOfAnAdmin() {
        return Stream.of(
                Map.of("roles", List.of("ADMIN")),
                Map.of("roles", List.of("other", "admin")),
                Map.of("roles", "openid ADMIN"));
    }

    @ParameterizedTest
    @MethodSource("claimsOfAnAdmin")
    void rolesAreAListOrASpaceSeparatedString(Map<String, Object> claims) {
        var token = TestTokens.claims();
        claims.forEach(token::claim);
        assertThat(json(send(USERS, TestTokens.of(token))).at("/data/users").isArray())
                .isTrue();
    }

    @Test
    void theRolesClaimCanBeNestedOrHaveADotInItsName() {
        var nested = new ProviderTokenReader(new SecurityProperties(null, "realm_access.roles"));
        var address = new ProviderTokenReader(new SecurityProperties(null, "https://example.org/roles"));
        assertThat(roles(nested, "realm_access", Map.of("roles", List.of("curator"))))
                .containsExactly("ROLE_CURATOR");
        assertThat(roles(nested, "roles", List.of("curator"))).isEmpty();
        assertThat(roles(nested, "realm_access", "curator")).isEmpty();
        assertThat(roles(address, "https://example.org/roles", "ADMIN")).containsExactly("ROLE_ADMIN");
    }

    private static Stream<String> roles(ProviderTokenReader reader, String claim, Object value) {
        var token = Jwt.withTokenValue("t")
                .header("alg", "RS256")
                .subject("b6a7")
                .claim("preferred_username", "maria")
                .claim(claim, value)
                .build();
        var read = reader.convert(token);
        assertThat(read.getName()).isEqualTo("maria");
        return read.getAuthorities().stream().map(authority -> String.valueOf(authority.getAuthority()));
    }

    @Test
    void anAddedUserHasAccessUntilRemoved() {
        var admin = JSON.readTree(file.toFile()).at("/users/0/token").asString();
        var added = json(send(
                        "mutation { addUser(input: {name: \"María\", roles: [CURATOR, CURATOR]})"
                                + " { user { name roles } token userErrors { code } } }",
                        admin))
                .at("/data/addUser");
        assertThat(added.at("/user").toString()).isEqualTo("{\"name\":\"María\",\"roles\":[\"CURATOR\"]}");
        var token = added.at("/token").asString();
        assertThat(code(send(USERS, token))).isEqualTo("FORBIDDEN");
        assertThat(file).content().contains("María", AccessToken.hash(token)).doesNotContain(token);
        assertThat(json(send(USERS, admin)).at("/data/users").size()).isEqualTo(2);
        assertThat(json(send(remove("María"), admin)).at("/data/removeUser").toString())
                .isEqualTo("{\"name\":\"María\",\"userErrors\":[]}");
        assertThat(send(USERS, token)).hasStatus(401);
    }

    @Test
    void reportsExpectedErrorsInThePayload() {
        var admin = TestTokens.admin();
        assertThat(json(send(add(" ", "[]"), admin))
                        .at("/data/addUser/userErrors")
                        .toString())
                .contains("NAME_INVALID", "[\"input\",\"name\"]", "ROLES_EMPTY", "[\"input\",\"roles\"]");
        assertThat(json(send(add("Admin", "[ADMIN]"), admin))
                        .at("/data/addUser")
                        .toString())
                .contains("\"user\":null,\"token\":null", "NAME_TAKEN");
        assertThat(json(send(remove("nobody"), admin)).toString()).contains("USER_UNKNOWN");
        assertThat(json(send(remove("admin"), admin)).toString()).contains("LAST_ADMIN");
        assertThat(json(send(USERS, admin)).at("/data/users").toString())
                .isEqualTo("[{\"name\":\"admin\",\"roles\":[\"ADMIN\"]}]");
    }

    @Test
    void authenticatedResponsesAreNotCached() {
        assertThat(send(BOSTON, null)).containsHeader("ETag").hasHeader("Cache-Control", "no-cache");
        assertThat(send(USERS, TestTokens.admin())).doesNotContainHeader("ETag").hasHeader("Cache-Control", "no-store");
    }

    @Test
    void theGraphQlMediaTypeReportsMissingPermissionsAsStatus() {
        var change = "mutation { addUser(input: {name: \"b\", roles: [CURATOR]}) { token } }";
        assertThat(send(change, null)).hasStatusOk();
        assertThat(send(change, null, "application/graphql-response+json"))
                .hasStatus(401)
                .hasHeader("WWW-Authenticate", "Bearer");
        assertThat(send(change, TestTokens.of("a-reader"), "application/graphql-response+json"))
                .hasStatus(403);
        assertThat(send(change, TestTokens.curator(), "application/graphql-response+json"))
                .hasStatusOk();
    }

    @Test
    void httpHandlersEnforceTheirRole() {
        assertThat(page(null)).hasStatus(401).hasHeader("WWW-Authenticate", "Bearer");
        assertThat(code(page(null))).isEqualTo("UNAUTHORIZED");
        assertThat(page(TestTokens.of("a-reader"))).hasStatus(403);
        assertThat(code(page(TestTokens.of("a-reader")))).isEqualTo("FORBIDDEN");
        assertThat(page(TestTokens.curator())).hasStatusOk().bodyText().isEqualTo("a-curator");
        assertThat(page(TestTokens.admin())).hasStatusOk().bodyText().isEqualTo("an-admin");
    }

    private MvcTestResult page(@Nullable String token) {
        var request = browser.get().uri("/test/curators");
        if (token != null) {
            request.header("Authorization", "Bearer " + token);
        }
        return request.exchange();
    }

    private static String add(String name, String roles) {
        return "mutation { addUser(input: {name: \"%s\", roles: %s}) { user { name } token userErrors { code field message } } }"
                .formatted(name, roles);
    }

    private static String remove(String name) {
        return "mutation { removeUser(input: {name: \"%s\"}) { name userErrors { code } } }".formatted(name);
    }

    private MvcTestResult send(String document, @Nullable String token) {
        return send(document, token, "application/json");
    }

    private MvcTestResult send(String document, @Nullable String token, String accept) {
        var request = browser.post()
                .uri("/graphql")
                .contentType(MediaType.APPLICATION_JSON)
                .header("Accept", accept)
                .content(body(document));
        if (token != null && !token.isEmpty()) {
            request.header("Authorization", "Bearer " + token);
        }
        return request.exchange();
    }

    private static String body(String document) {
        return JSON.writeValueAsString(Map.of("query", document));
    }

    private static String code(MvcTestResult answer) {
        return json(answer).at("/errors/0/extensions/code").asString();
    }

    private static JsonNode json(MvcTestResult answer) {
        return JSON.readTree(new String(answer.getResponse().getContentAsByteArray(), StandardCharsets.UTF_8));
    }
}
