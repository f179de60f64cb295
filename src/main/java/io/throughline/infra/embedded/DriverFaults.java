package io.throughline.infra.embedded;

import java.util.Map;
import org.neo4j.driver.exceptions.ClientException;
import org.neo4j.driver.exceptions.DatabaseException;
import org.neo4j.driver.exceptions.Neo4jException;
import org.neo4j.driver.exceptions.TransientException;
import org.neo4j.driver.internal.GqlStatusError;
import org.neo4j.kernel.api.exceptions.Status;

/** Converts exceptions of the database to those that the driver throws when a server reports the same. */
final class DriverFaults {

    /** The database calls these transient, although trying again is pointless; the driver corrects them in the same way. */
    private static final Map<String, String> NOT_TRANSIENT = Map.of(
            "Neo.TransientError.Transaction.Terminated", "Neo.ClientError.Transaction.Terminated",
            "Neo.TransientError.Transaction.LockClientStopped", "Neo.ClientError.Transaction.LockClientStopped");

    private DriverFaults() {}

    /** The driver's exception, with the given one as its cause. */
    static Neo4jException of(Throwable problem) {
        if (problem instanceof Neo4jException known) {
            return known;
        }
        var reported = Status.statusCodeOf(problem);
        var status = reported == null ? Status.General.UnknownError : reported;
        var code = NOT_TRANSIENT.getOrDefault(
                status.code().serialize(), status.code().serialize());
        var message = String.valueOf(problem.getMessage());
        var gql = GqlStatusError.UNKNOWN;
        var description = gql.getStatusDescription(message);
        if (code.startsWith("Neo.TransientError")) {
            return new TransientException(gql.getStatus(), description, code, message, Map.of(), problem);
        }
        if (code.startsWith("Neo.ClientError")) {
            return new ClientException(gql.getStatus(), description, code, message, Map.of(), problem);
        }
        return new DatabaseException(gql.getStatus(), description, code, message, Map.of(), problem);
    }
}
