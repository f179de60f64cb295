package io.throughline.graphql.connection;

import io.throughline.reference.name.NameKey;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.neo4j.cypherdsl.core.Cypher;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Finds entities by their whole name, or by how it starts, in the indexes on name keys. Few entities share a name. */
@Component
@Order(1)
class NameSeek implements IndexSeek {

    @Override
    public Optional<Candidates> candidates(
            String filter, Map<String, Object> where, FilterTarget target, FilterCompiler compiler) {
        var name = FilterCompiler.map(where.get("name"));
        if (name.containsKey("in") || name.containsKey("eq")) {
            var whole = name.get("in") instanceof List<?> names ? names.stream() : Stream.ofNullable(name.get("eq"));
            return Optional.of(new Candidates(found("=", forms(whole), target, compiler), where));
        }
        var start = forms(Stream.ofNullable(name.get("startsWith")));
        return start.isEmpty()
                ? Optional.empty()
                : Optional.of(new Candidates(found("STARTS WITH", start, target, compiler), where));
    }

    private static List<String> forms(Stream<?> names) {
        return names.flatMap(name -> NameKey.of(String.valueOf(name)).forms().stream())
                .distinct()
                .toList();
    }

    private static String found(String operator, List<String> forms, FilterTarget target, FilterCompiler compiler) {
        var values = compiler.value(forms);
        return FilterCompiler.text(Cypher.raw(
                """
                CALL () {
                  UNWIND $E AS form
                  MATCH ($E:Entity)
                  WHERE $E.nameKey %1$s form
                  RETURN $E
                  UNION
                  UNWIND $E AS form
                  MATCH ($E:Entity)
                  WHERE $E.nameSpelled %1$s form
                  RETURN $E
                }""".formatted(operator),
                values,
                target.name(),
                target.name(),
                target.name(),
                values,
                target.name(),
                target.name(),
                target.name()));
    }
}
