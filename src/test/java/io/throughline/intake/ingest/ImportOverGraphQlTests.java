package io.throughline.intake.ingest;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.throughline.GraphTest;
import io.throughline.TestTokens;
import io.throughline.graphql.change.UserError;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.neo4j.driver.Driver;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.graphql.test.tester.GraphQlTester;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.core.context.SecurityContextImpl;
import org.springframework.security.test.web.servlet.setup.SecurityMockMvcConfigurers;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.web.context.WebApplicationContext;

/** Uploading, importing, inspecting and undoing over HTTP and GraphQL. */
@GraphTest
class ImportOverGraphQlTests {

    private static final byte[] FILE = (ImportedLists.HEADER + """

            Boston,USA,Massachusetts,2019,yes
            Nairobi,KEN,,2020,yes
            Copenhagen,DNK,,2021,no
            too,few
            """).getBytes(StandardCharsets.UTF_8);

    private final MockMvcTester browser;
    private final GraphQlTester graphQl;
    private final Driver driver;
    private final ImportRunner runner;
    private final InterruptedRuns interruptedRuns;

    @Autowired
    ImportOverGraphQlTests(
            WebApplicationContext server,
            GraphQlTester graphQl,
            Driver driver,
            ImportRunner runner,
            InterruptedRuns interruptedRuns) {
        this.browser = MockMvcTester.from(
                server,
                builder -> builder.apply(SecurityMockMvcConfigurers.springSecurity())
                        .build());
        this.graphQl = graphQl;
        this.driver = driver;
        this.runner = runner;
        this.interruptedRuns = interruptedRuns;
    }

    @BeforeEach
    void signIn() {
        signIn("ROLE_CURATOR");
    }

    @AfterEach
    void clear() {
        SecurityContextHolder.clearContext();
        ImportedLists.clear(driver);
    }

    @Test
    void acceptsFilesFromCuratorsOnly() {
        SecurityContextHolder.clearContext();
        assertThat(browser.post().uri("/imports/files").content(FILE))
                .hasStatus(401)
                .bodyJson()
                .extractingPath("errors[0].extensions.code")
                .isEqualTo("UNAUTHORIZED");
        assertThat(browser.post()
                        .uri("/imports/files")
                        .header("Authorization", "Bearer " + TestTokens.of("somebody"))
                        .content(FILE))
                .hasStatus(403)
                .bodyJson()
                .extractingPath("errors[0].extensions.code")
                .isEqualTo("FORBIDDEN");
        assertThat(browser.get().uri("/imports/files").header("Authorization", "Bearer " + TestTokens.curator()))
                .hasStatus(405);
    }

    @Test
    void acceptsAFormWithAFile() {
        assertThat(browser.post()
                        .uri("/imports/files")
                        .multipart()
                        .file(new MockMultipartFile("list", "list.csv", "text/csv", FILE))
                        .header("Authorization", "Bearer " + TestTokens.curator()))
                .hasStatus(201)
                .bodyJson()
                .extractingPath("id")
                .isEqualTo(upload(FILE));
    }

    @Test
    void importsAnUploadedFileAndUndoesTheImport() {
        var dry = start(false);
        assertThat(ended(dry)).isEqualTo("DONE");
        var run = start(true);
        assertThat(ended(run)).isEqualTo("DONE");
        graphQl.document("""
                        query($id: ID!) {
                          importRun(id: $id) {
                            dryRun person fileName mapping source { id } size
                            progress { share lines remainingSeconds }
                            counts {
                              lines { total new leftOut rejected } memberships { total } agentsAdded
                              reasons { outcome reason lines }
                            }
                            findings { totalCount nodes { line code outcome } }
                            rows(first: 2) {
                              totalCount
                              nodes {
                                line outcome claimIds reason
                                members { printed agentId agent { name } added step score code alternatives { agent { id } } }
                              }
                              pageInfo { hasNextPage endCursor }
                            }
                          }
                        }
                        """).variable("id", run).execute().path("importRun").matchesJson("""
                        {"dryRun": false, "person": "anna", "fileName": "list.csv", "mapping": "list-for-tests",
                         "source": {"id": "list-for-tests"}, "progress": {"share": 1.0, "lines": 4, "remainingSeconds": null},
                         "counts": {"lines": {"total": 4, "new": 2, "leftOut": 1, "rejected": 1},
                                    "memberships": {"total": 2}, "agentsAdded": 0,
                                    "reasons": [{"outcome": "LEFT_OUT", "reason": "Not a member", "lines": 1},
                                                {"outcome": "REJECTED", "reason": "TOO_FEW_CELLS", "lines": 1}]},
                         "findings": {"totalCount": 1, "nodes": [{"line": 5, "code": "TOO_FEW_CELLS", "outcome": "REJECTED"}]},
                         "rows": {"totalCount": 4, "nodes": [
                           {"line": 2, "outcome": "NEW", "claimIds": ["list-for-tests.boston.member.network-for-tests"],
                            "reason": null,
                            "members": [{"printed": "Boston", "agentId": "boston", "agent": {"name": "Boston"},
                                         "added": false, "step": "NAME", "score": 1.0, "code": null}]},
                           {"line": 3, "outcome": "NEW", "claimIds": ["list-for-tests.nairobi.member.network-for-tests"],
                            "members": [{"printed": "Nairobi", "agentId": "nairobi", "alternatives": []}]}],
                           "pageInfo": {"hasNextPage": true}}}
                        """);
        var times = graphQl.document("query($id: ID!) { importRun(id: $id) { startedAt endedAt } }")
                .variable("id", run)
                .execute();
        var startedAt = times.path("importRun.startedAt").entity(String.class).get();
        assertThat(times.path("importRun.endedAt").entity(String.class).get())
                .endsWith("Z")
                .isGreaterThan(startedAt);
        signIn("ROLE_ADMIN");
        graphQl.document("mutation($id: ID!) { undoImport(input: {run: $id}) { run { id } userErrors { code } } }")
                .variable("id", run)
                .execute()
                .path("undoImport.userErrors")
                .entityList(Object.class)
                .hasSize(0);
        assertThat(ended(run)).isEqualTo("UNDONE");
    }

    @Test
    void resumesARunThatMakesNoProgress() {
        var run = start(true);
        assertThat(ended(run)).isEqualTo("DONE");
        pretendToRun(run, Duration.ofMinutes(1));
        runner.resumeInterrupted();
        assertThat(state(run)).isEqualTo("RUNNING");
        pretendToRun(run, Duration.ofMinutes(3));
        assertThat(interruptedRuns.markQuiet(Set.of(run))).isEmpty();
        runner.resumeInterrupted();
        assertThat(ended(run)).isEqualTo("DONE");
        var resumed = driver.executableQuery(
                        "MATCH (run:ImportRun {id: $id}) RETURN run.worker <> 'gone' AND run.resumedAt IS NOT NULL AS so")
                .withParameters(Map.of("id", run))
                .execute();
        assertThat(resumed.records().get(0).get("so").asBoolean()).isTrue();
    }

    /** Leaves the run as if the database had been down when it ended. */
    private void pretendToRun(String run, Duration quiet) {
        driver.executableQuery("""
                        MATCH (run:ImportRun {id: $id})
                        SET run.state = 'RUNNING', run.worker = 'gone', run.endedAt = null,
                            run.aliveAt = datetime() - $quiet
                        """)
                .withParameters(Map.of("id", run, "quiet", quiet))
                .execute();
    }

    @Test
    void pagesThroughRowsInBothDirections() {
        var run = start(false);
        ended(run);
        var page = graphQl.document("""
                        query($id: ID!) { importRun(id: $id) { rows(last: 3) { totalCount nodes { line } pageInfo { startCursor } } } }
                        """).variable("id", run).execute();
        page.path("importRun.rows.nodes[*].line").entityList(Integer.class).containsExactly(3, 4, 5);
        page.path("importRun.rows.totalCount").entity(Integer.class).isEqualTo(4);
        graphQl.document("""
                        query($id: ID!, $before: String) {
                          importRun(id: $id) { rows(last: 3, before: $before) { nodes { line } } }
                        }
                        """)
                .variable("id", run)
                .variable(
                        "before",
                        page.path("importRun.rows.pageInfo.startCursor")
                                .entity(String.class)
                                .get())
                .execute()
                .path("importRun.rows.nodes[*].line")
                .entityList(Integer.class)
                .containsExactly(2);
    }

    @Test
    void reportsRejectedImportsAsUserErrors() {
        assertThat(error(Map.of("file", "0".repeat(64), "mapping", "climactor-2022-12")))
                .isEqualTo("FILE_UNKNOWN [input, file]");
        var file = upload(FILE);
        assertThat(error(Map.of("file", file, "mapping", "nothing"))).isEqualTo("MAPPING_UNKNOWN [input, mapping]");
        // one of two fields is required, so the error is about neither
        assertThat(error(Map.of("file", file))).isEqualTo("MAPPING_EXPECTED null");
        assertThat(error(Map.of("file", file, "mappingText", "id: x")))
                .isEqualTo("MAPPING_MISTAKE [input, mappingText]");
        assertThat(error(Map.of("file", file, "mapping", "climactor-2022-12")))
                .isEqualTo("MAPPING_MISTAKE [input, mapping]");
        var otherColumns = ImportedLists.MAPPING.text().replace("column: since", "column: year");
        assertThat(error(Map.of("file", file, "mappingText", otherColumns)))
                .isEqualTo("MAPPING_MISTAKE [input, mappingText]");
    }

    @Test
    void rejectsAFileThatIsNotATable() {
        var image = new byte[] {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n', 0, 0, 0, 13};
        assertThat(error(Map.of("file", upload(image), "mapping", "climactor-2022-12")))
                .isEqualTo("NOT_A_TABLE [input, file]");
    }

    @Test
    void errorsAboutARunOrAQuestionNameTheField() {
        signIn("ROLE_ADMIN");
        assertThat(error("undoImport", "UndoImportInput", Map.of("run", "run-x")))
                .isEqualTo("RUN_UNKNOWN [input, run]");
        assertThat(error("cancelImport", "CancelImportInput", Map.of("run", "run-x")))
                .isEqualTo("NOT_RUNNING [input, run]");
        assertThat(error("resumeImport", "ResumeImportInput", Map.of("run", "run-x")))
                .isEqualTo("RUN_UNKNOWN [input, run]");
        signIn("ROLE_CURATOR");
        assertThat(error("resolveReview", "ResolveReviewInput", Map.of("item", "review.x", "decision", "UNSURE")))
                .isEqualTo("ITEM_UNKNOWN [input, item]");
    }

    private String error(Map<String, Object> input) {
        return error("startImport", "StartImportInput", input);
    }

    /** The code and the field of the first error. */
    private String error(String mutation, String type, Map<String, Object> input) {
        var userError = Objects.requireNonNull(
                graphQl.document("mutation($input: %s!) { %s(input: $input) { userErrors { code field } } }"
                                .formatted(type, mutation))
                        .variable("input", input)
                        .execute()
                        .path(mutation + ".userErrors[0]")
                        .entity(UserError.class)
                        .get());
        return userError.code() + " " + userError.field();
    }

    @Test
    void reportsFindingsAboutTheFileAlsoInADryRun() {
        var file = ("Cities, as of May\n" + ImportedLists.HEADER + ",\nCórdoba,ARG,,2019,yes,\n")
                .getBytes(StandardCharsets.ISO_8859_1);
        for (var apply : new boolean[] {false, true}) {
            var run = start(file, apply);
            ended(run);

            graphQl.document("query($id: ID!) { importRun(id: $id) { fileFindings { code column } } }")
                    .variable("id", run)
                    .execute()
                    .path("importRun.fileFindings")
                    .matchesJson("""
                            [{"code": "ENCODING_ASSUMED", "column": null}, {"code": "TITLE_LINE", "column": null},
                             {"code": "EMPTY_HEADER", "column": "column 6"}]
                            """);
        }
    }

    @Test
    void proposesAMappingForAnUploadedFile() {
        var file =
                upload("Town;Country;Joined\nLinz;Austria;2019\nGraz;Austria;2020\n".getBytes(StandardCharsets.UTF_8));
        var query = "query($file: ID!) { suggestMapping(file: $file, fileName: \"Towns of May.csv\")"
                + " { text columns { column meaning } fileFindings { code } } }";

        var suggestion = graphQl.document(query).variable("file", file).execute();

        suggestion.path("suggestMapping").matchesJson("""
                {"columns": [{"column": "Town", "meaning": "NAME"}, {"column": "Country", "meaning": "COUNTRY"},
                             {"column": "Joined", "meaning": "VALID_FROM"}], "fileFindings": []}
                """);
        var text = Objects.requireNonNull(
                suggestion.path("suggestMapping.text").entity(String.class).get());
        assertThat(text).contains("id: towns-of-may\n");
        assertThat(error(Map.of("file", file, "mappingText", text))).isEqualTo("MAPPING_MISTAKE [input, mappingText]");
        graphQl.document(query)
                .variable("file", "0".repeat(64))
                .execute()
                .errors()
                .satisfy(errors -> assertThat(errors.get(0).getExtensions()).containsEntry("code", "FILE_UNKNOWN"));
        SecurityContextHolder.clearContext();
        graphQl.document(query)
                .variable("file", file)
                .execute()
                .errors()
                .satisfy(errors -> assertThat(errors).isNotEmpty());
    }

    private String start(boolean apply) {
        return start(FILE, apply);
    }

    private String start(byte[] file, boolean apply) {
        var input = new HashMap<String, Object>();
        input.put("file", upload(file));
        input.put("fileName", "list.csv");
        input.put("mappingText", ImportedLists.MAPPING.text());
        input.put("apply", apply);
        return Objects.requireNonNull(graphQl.document("""
                        mutation($input: StartImportInput!) { startImport(input: $input) { run { id } userErrors { code message } } }
                        """)
                .variable("input", input)
                .execute()
                .path("startImport.run.id")
                .entity(String.class)
                .get());
    }

    private String ended(String run) {
        await().atMost(120, SECONDS)
                .until(() -> !state(run).equals("RUNNING") && !state(run).equals("UNDOING"));
        return state(run);
    }

    private String state(String run) {
        return Objects.requireNonNull(graphQl.document("query($id: ID!) { importRun(id: $id) { state } }")
                .variable("id", run)
                .execute()
                .path("importRun.state")
                .entity(String.class)
                .get());
    }

    private String upload(byte[] file) {
        var answer = browser.post()
                .uri("/imports/files")
                .header("Authorization", "Bearer " + TestTokens.curator())
                .content(file)
                .exchange();
        assertThat(answer).hasStatus(201);
        var id = new String[1];
        assertThat(answer).bodyJson().extractingPath("id").satisfies(found -> id[0] = String.valueOf(found));
        // a request ends with nobody signed in
        signIn("ROLE_CURATOR");
        return id[0];
    }

    private static void signIn(String role) {
        SecurityContextHolder.setContext(new SecurityContextImpl(UsernamePasswordAuthenticationToken.authenticated(
                "anna", null, AuthorityUtils.createAuthorityList(role))));
    }
}
