package io.throughline.infra.embedded;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.neo4j.driver.Value;
import org.neo4j.driver.Values;
import org.neo4j.driver.summary.Plan;
import org.neo4j.graphdb.ExecutionPlanDescription;

/** The plan of a statement that asks for it with {@code EXPLAIN}. */
record StatementPlan(
        String operatorType, Map<String, Value> arguments, List<String> identifiers, List<StatementPlan> children)
        implements Plan {

    static StatementPlan of(ExecutionPlanDescription plan) {
        var arguments = new HashMap<String, Value>();
        plan.getArguments().forEach((name, value) -> arguments.put(name, Values.value(value)));
        return new StatementPlan(
                plan.getName(),
                arguments,
                List.copyOf(plan.getIdentifiers()),
                plan.getChildren().stream().map(StatementPlan::of).toList());
    }
}
