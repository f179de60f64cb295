package io.throughline.model.campaign;

import graphql.schema.DataFetchingEnvironment;
import io.throughline.graphql.connection.Connection;
import io.throughline.graphql.connection.ConnectionReader;
import io.throughline.graphql.connection.ListRequest;
import io.throughline.graphql.entity.Entity;
import io.throughline.graphql.entity.EntityLoader;
import io.throughline.graphql.entity.FieldLoader;
import io.throughline.graphql.entity.NoArguments;
import io.throughline.infra.cypher.CypherStatement;
import io.throughline.model.agent.Organization;
import io.throughline.model.agent.Place;
import io.throughline.reference.date.Truth;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.QueryMapping;
import org.springframework.graphql.data.method.annotation.SchemaMapping;
import org.springframework.graphql.execution.BatchLoaderRegistry;
import org.springframework.stereotype.Controller;

/** Resolves the fields of {@code graphql/campaign.graphqls}. */
@Controller
class CampaignController {

    private static final CypherStatement GOALS = CypherStatement.in("campaign/goals-of-organizations.cypher");
    private static final CypherStatement ALL_PLEDGES = CypherStatement.in("campaign/all-pledges.cypher");
    private static final CypherStatement PLEDGES = CypherStatement.in("campaign/pledges-of-agents.cypher");
    private static final CypherStatement CRITERIA_SETS =
            CypherStatement.in("campaign/criteria-sets-of-organizations.cypher");
    private static final CypherStatement CRITERIA = CypherStatement.in("campaign/criteria-of-sets.cypher");

    private final ConnectionReader lists;
    private final EntityLoader entities;
    private final FieldLoader<NoArguments, List<Goal>> goals;
    private final FieldLoader<NoArguments, List<Pledge>> pledges;
    private final FieldLoader<NoArguments, List<CriteriaSet>> criteriaSets;
    private final FieldLoader<NoArguments, List<Criterion>> criteria;

    CampaignController(ConnectionReader lists, EntityLoader entities, BatchLoaderRegistry loaders) {
        this.lists = lists;
        this.entities = entities;
        this.goals = new FieldLoader<>(
                "Organization.goals", loaders, (ids, none) -> lists.whole(GOALS, ids, Map.of(), Goal::of));
        this.pledges = new FieldLoader<>(
                "Agent.pledges", loaders, (ids, none) -> lists.whole(PLEDGES, ids, Map.of(), Pledge::of));
        this.criteriaSets = new FieldLoader<>(
                "Organization.criteria",
                loaders,
                (ids, none) -> lists.whole(CRITERIA_SETS, ids, Map.of(), CriteriaSet::of));
        this.criteria = new FieldLoader<>(
                "CriteriaSet.criteria", loaders, (ids, none) -> lists.whole(CRITERIA, ids, Map.of(), Criterion::of));
    }

    @SchemaMapping(typeName = "Organization", field = "goals")
    CompletableFuture<List<Goal>> goals(Organization organization, DataFetchingEnvironment environment) {
        return goals.load(organization.id(), new NoArguments(), environment);
    }

    @SchemaMapping(typeName = "Organization", field = "criteria")
    CompletableFuture<@Nullable CriteriaSet> criteria(
            Organization organization, @Argument @Nullable LocalDate asOf, DataFetchingEnvironment environment) {
        return criteriaSets
                .load(organization.id(), new NoArguments(), environment)
                .thenApply(sets -> CriteriaSet.asOf(sets, asOf));
    }

    @QueryMapping("pledges")
    Connection<Pledge> allPledges(ListRequest request) {
        return lists.one(ALL_PLEDGES, Map.of(), request, Pledge::of);
    }

    @SchemaMapping(typeName = "Agent", field = "pledges")
    CompletableFuture<List<Pledge>> pledges(Entity agent, DataFetchingEnvironment environment) {
        return pledges.load(agent.id(), new NoArguments(), environment);
    }

    @SchemaMapping
    CompletableFuture<@Nullable Entity> subject(Goal goal, DataFetchingEnvironment environment) {
        return entities.one(goal.subjectId(), Entity.class, environment);
    }

    @SchemaMapping
    CompletableFuture<@Nullable Place> scope(Goal goal, DataFetchingEnvironment environment) {
        return entities.one(goal.scopeId(), Place.class, environment);
    }

    @SchemaMapping(typeName = "Pledge", field = "subject")
    CompletableFuture<@Nullable Entity> pledger(Pledge pledge, DataFetchingEnvironment environment) {
        return entities.one(pledge.subjectId(), Entity.class, environment);
    }

    @SchemaMapping
    CompletableFuture<@Nullable Organization> under(Pledge pledge, DataFetchingEnvironment environment) {
        return entities.one(pledge.underId(), Organization.class, environment);
    }

    @SchemaMapping
    CompletableFuture<@Nullable Organization> statedFor(CriteriaSet set, DataFetchingEnvironment environment) {
        return entities.one(set.statedForId(), Organization.class, environment);
    }

    @SchemaMapping
    Truth holdsAt(CriteriaSet set, @Argument LocalDate date) {
        return set.holdsAt(date);
    }

    @SchemaMapping(typeName = "CriteriaSet", field = "criteria")
    CompletableFuture<List<Criterion>> criteriaOf(CriteriaSet set, DataFetchingEnvironment environment) {
        return criteria.load(set.id(), new NoArguments(), environment);
    }
}
