package io.throughline.infra.embedded;

import java.util.Map;
import org.neo4j.driver.Query;
import org.neo4j.driver.Record;
import org.neo4j.driver.Result;
import org.neo4j.driver.SimpleQueryRunner;
import org.neo4j.driver.Value;
import org.neo4j.values.virtual.MapValue;

/** Reduces the driver's ways of passing a statement and its parameters to one. */
abstract class StatementRunner implements SimpleQueryRunner {

    abstract Result run(String statement, MapValue parameters);

    @Override
    public Result run(String statement, Value parameters) {
        return run(statement, DatabaseValues.parameters(parameters));
    }

    @Override
    public Result run(String statement, Map<String, Object> parameters) {
        return run(statement, DatabaseValues.parameters(parameters));
    }

    @Override
    public Result run(String statement, Record parameters) {
        return run(statement, parameters.asMap());
    }

    @Override
    public Result run(String statement) {
        return run(statement, Map.of());
    }

    @Override
    public Result run(Query statement) {
        return run(statement.text(), statement.parameters());
    }
}
