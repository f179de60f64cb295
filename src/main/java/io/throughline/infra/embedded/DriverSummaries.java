package io.throughline.infra.embedded;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.neo4j.driver.Query;
import org.neo4j.driver.internal.summary.InternalDatabaseInfo;
import org.neo4j.driver.internal.summary.InternalResultSummary;
import org.neo4j.driver.internal.summary.InternalSummaryCounters;
import org.neo4j.driver.summary.QueryType;
import org.neo4j.driver.summary.ResultSummary;
import org.neo4j.driver.summary.ServerInfo;
import org.neo4j.driver.summary.SummaryCounters;
import org.neo4j.graphdb.QueryExecutionType;
import org.neo4j.graphdb.QueryStatistics;
import org.neo4j.kernel.impl.query.QueryExecution;
import org.neo4j.kernel.internal.Version;

/** Says what a statement did: what it changed and what kind it was. It has no times, and no profiles. */
final class DriverSummaries {

    private static final ServerInfo THIS_PROCESS = new ThisProcess("Neo4j/" + Version.getNeo4jVersion());

    private DriverSummaries() {}

    static ResultSummary of(String statement, QueryExecution execution, String database, QueryStatistics statistics) {
        return new InternalResultSummary(
                new Query(statement),
                THIS_PROCESS,
                new InternalDatabaseInfo(database),
                type(execution.executionType().queryType()),
                counters(statistics),
                execution.executionType().isExplained() ? StatementPlan.of(execution.executionPlanDescription()) : null,
                null,
                List.of(),
                Set.of(),
                -1,
                -1);
    }

    private static @Nullable QueryType type(QueryExecutionType.QueryType type) {
        return switch (type) {
            case READ_ONLY -> QueryType.READ_ONLY;
            case READ_WRITE -> QueryType.READ_WRITE;
            case WRITE -> QueryType.WRITE_ONLY;
            case SCHEMA_WRITE -> QueryType.SCHEMA_WRITE;
            case DBMS -> null;
        };
    }

    private static SummaryCounters counters(QueryStatistics counted) {
        return new InternalSummaryCounters(
                counted.getNodesCreated(),
                counted.getNodesDeleted(),
                counted.getRelationshipsCreated(),
                counted.getRelationshipsDeleted(),
                counted.getPropertiesSet(),
                counted.getLabelsAdded(),
                counted.getLabelsRemoved(),
                counted.getIndexesAdded(),
                counted.getIndexesRemoved(),
                counted.getConstraintsAdded(),
                counted.getConstraintsRemoved(),
                counted.getSystemUpdates());
    }

    private record ThisProcess(String agent) implements ServerInfo {

        @Override
        public String address() {
            return "in this process";
        }

        @Override
        public String protocolVersion() {
            return "none";
        }
    }
}
