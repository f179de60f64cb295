package io.throughline.graphql.guard;

import graphql.schema.GraphQLEnumType;
import graphql.schema.GraphQLInputObjectField;
import graphql.schema.GraphQLInputObjectType;
import graphql.schema.GraphQLList;
import graphql.schema.GraphQLNamedType;
import graphql.schema.GraphQLNonNull;
import graphql.schema.GraphQLType;
import graphql.schema.GraphQLTypeUtil;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Tuple;

/** Generates values of any input type: most are valid, some are hostile. */
final class AnyValues {

    /** An enum value, which has no quotes in a document. */
    record Word(String name) {}

    /** Stands for null, since jqwik cannot combine nulls. */
    static final Object NULL = new Object();

    private static final List<String> TEXTS = List.of(
            "boston",
            "london",
            "tokyo",
            "c40",
            "gcom",
            "race-to-zero",
            "cities-race-to-zero",
            "US-MA",
            "US",
            "JP",
            "Boston",
            "Köln",
            "2021",
            "2021-10",
            "2021-07-08",
            "2020/2022",
            "../2021-10-04",
            "UTC",
            "America/Argentina/Buenos_Aires",
            "session-resilient-just-future",
            "2021-07-08T10:00:00Z");

    private static final List<Object> HOSTILE = List.of(
            "",
            " ",
            "\u0000",
            "a\u0000b",
            "\ud800",
            "x\udfffy",
            "\u202eboston",
            "\u200f",
            "\ufeff",
            "\uffff",
            "' or 1=1 //",
            "}) return 1 //",
            "match (n) detach delete n",
            "`",
            "$id",
            "\"",
            "\\",
            "\n",
            "+-&&||!(){}[]^\"~*?:/",
            "name:boston~2 AND *",
            "*",
            "~",
            "[* TO *]",
            "no-such-id",
            "<script>alert(1)</script>",
            "2021-02-30",
            "2021-13",
            "2021-13-01",
            "2021-1",
            "0000",
            "99999-12-31",
            "2022/2021",
            "/",
            "../..",
            "..",
            "-1",
            "1e999",
            "NaN",
            "null",
            "%s%n%x",
            "${jndi:x}",
            "x".repeat(5_000),
            "😀".repeat(300),
            "é".repeat(201),
            "not a cursor",
            "=",
            "AAAA",
            cursor("a\u0000b"),
            cursor("\u0000"),
            cursor("a\u0000b\u0000c"),
            cursor("\ud800\u0000"),
            Base64.getUrlEncoder().encodeToString(new byte[] {(byte) 0xff, 0, (byte) 0xfe}),
            0,
            -1,
            1,
            201,
            500,
            501,
            Integer.MAX_VALUE,
            Integer.MIN_VALUE,
            Long.MAX_VALUE,
            1.5,
            -0.0,
            1e300,
            true,
            List.of(),
            Map.of(),
            List.of(List.of("c40")),
            Map.of("x", 1),
            new Word("NO_SUCH_WORD"),
            new Word("true"),
            NULL,
            Collections.nCopies(210, "c40"),
            Collections.nCopies(1_001, 1));

    private AnyValues() {}

    private static String cursor(String text) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    /** A value of a type; nested objects end after so many levels. */
    static Arbitrary<Object> of(GraphQLType type, int levels) {
        return Arbitraries.frequencyOf(Tuple.of(14, fitting(type, levels)), Tuple.of(1, Arbitraries.of(HOSTILE)));
    }

    private static Arbitrary<Object> fitting(GraphQLType type, int levels) {
        var inner = type instanceof GraphQLNonNull required ? required.getWrappedType() : type;
        if (inner instanceof GraphQLList list) {
            return Arbitraries.lazy(() -> of(list.getWrappedType(), levels))
                    .list()
                    .ofMaxSize(3)
                    .map(entries -> entries);
        }
        if (inner instanceof GraphQLEnumType words) {
            return Arbitraries.of(words.getValues()).map(word -> new Word(word.getName()));
        }
        if (inner instanceof GraphQLInputObjectType object) {
            return object(object, levels);
        }
        return switch (((GraphQLNamedType) inner).getName()) {
            case "Int" -> Arbitraries.of(0, 1, 2, 3, 5, 10);
            case "Float" -> Arbitraries.of(0.0, 1.5, -71.06, 42.36, 100.0);
            case "Boolean" -> Arbitraries.of(true, false).map(yes -> yes);
            case "Date" -> Arbitraries.of("2021-07-08", "2026-01-01");
            case "DateTime" -> Arbitraries.of("2021-07-08T10:00:00Z", "2030-01-01T00:00:00+09:00");
            default -> Arbitraries.of(TEXTS).map(text -> text);
        };
    }

    private static Arbitrary<Object> object(GraphQLInputObjectType object, int levels) {
        var fields = new ArrayList<Arbitrary<Map<String, Object>>>();
        for (GraphQLInputObjectField field : object.getFields()) {
            var required = GraphQLTypeUtil.isNonNull(field.getType()) && !field.hasSetDefaultValue();
            if (required || levels > 0) {
                var with = Arbitraries.lazy(() -> of(field.getType(), levels - 1))
                        .map(value -> Map.of(field.getName(), value));
                fields.add(
                        required
                                ? with
                                : Arbitraries.frequencyOf(
                                        Tuple.of(object.getFields().size(), Arbitraries.of(Arrays.asList(Map.of()))),
                                        Tuple.of(2, with)));
            }
        }
        return Combinators.combine(fields).as(parts -> {
            var all = new LinkedHashMap<String, Object>();
            parts.forEach(all::putAll);
            return all;
        });
    }
}
