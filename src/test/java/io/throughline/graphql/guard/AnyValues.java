package io.throughline.graphql.guard;

import graphql.schema.GraphQLEnumType;
import graphql.schema.GraphQLInputObjectField;
import graphql.schema.GraphQLInputObjectType;
import graphql.schema.GraphQLList;
import graphql.schema.GraphQLNamedType;
import graphql.schema.GraphQLNonNull;
import graphql.schema.GraphQLType;
import graphql.schema.GraphQLTypeUtil;
import io.throughline.RandomValues;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Generates values of any input type: most are valid, some are hostile. */
final class AnyValues {

    /** An enum value, which has no quotes in a document. */
    record Word(String name) {}

    /** Stands for null, which immutable lists and maps cannot contain. */
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

    private final RandomValues random;

    AnyValues(RandomValues random) {
        this.random = random;
    }

    private static String cursor(String text) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    /** A value of a type; nested objects end after so many levels. */
    Object of(GraphQLType type, int levels) {
        return random.chance(14, 15) ? fitting(type, levels) : random.of(HOSTILE);
    }

    private Object fitting(GraphQLType type, int levels) {
        var inner = type instanceof GraphQLNonNull required ? required.getWrappedType() : type;
        if (inner instanceof GraphQLList list) {
            return random.list(0, 3, () -> of(list.getWrappedType(), levels));
        }
        if (inner instanceof GraphQLEnumType words) {
            return new Word(random.of(words.getValues()).getName());
        }
        if (inner instanceof GraphQLInputObjectType object) {
            return object(object, levels);
        }
        return switch (((GraphQLNamedType) inner).getName()) {
            case "Int" -> random.of(0, 1, 2, 3, 5, 10);
            case "Float" -> random.of(0.0, 1.5, -71.06, 42.36, 100.0);
            case "Boolean" -> random.bool();
            case "Date" -> random.of("2021-07-08", "2026-01-01");
            case "DateTime" -> random.of("2021-07-08T10:00:00Z", "2030-01-01T00:00:00+09:00");
            default -> random.of(TEXTS);
        };
    }

    private Map<String, Object> object(GraphQLInputObjectType object, int levels) {
        var fields = new LinkedHashMap<String, Object>();
        for (GraphQLInputObjectField field : object.getFields()) {
            var required = GraphQLTypeUtil.isNonNull(field.getType()) && !field.hasSetDefaultValue();
            // about two fields of each object, however many it has
            if (required || levels > 0 && random.chance(2, object.getFields().size() + 2)) {
                fields.put(field.getName(), of(field.getType(), levels - 1));
            }
        }
        return fields;
    }
}
