package io.throughline.infra.store;

import io.throughline.infra.cypher.CypherStatement;
import io.throughline.infra.cypher.GraphWriter;
import java.util.Map;
import org.springframework.stereotype.Component;

/**
 * Gives a migrated graph a new version, as migrations do not go through {@link GraphWriter}. The node of the version notes the
 * migration, so that the next start makes up for it if the process ends between the two.
 */
@Component
class MigrationNote {

    private static final CypherStatement NOTED = CypherStatement.in("store/noted-migration.cypher");
    private static final CypherStatement NOTE = CypherStatement.in("store/note-migration.cypher");

    private final GraphWriter graph;

    MigrationNote(GraphWriter graph) {
        this.graph = graph;
    }

    /** To be called at every start, with the newest migration of the database. Writes only after a migration. */
    void renew(String migration) {
        var noted =
                graph.read(transaction -> transaction.run(NOTED.text()).single().get("migration"));
        if (!noted.asString("").equals(migration)) {
            graph.write(transaction ->
                    transaction.run(NOTE.text(), Map.of("migration", migration)).consume());
        }
    }
}
