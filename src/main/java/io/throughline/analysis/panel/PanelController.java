package io.throughline.analysis.panel;

import graphql.schema.DataFetchingEnvironment;
import io.throughline.graphql.entity.EntityLoader;
import io.throughline.model.agent.LocalGovernment;
import io.throughline.model.agent.Organization;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.QueryMapping;
import org.springframework.graphql.data.method.annotation.SchemaMapping;
import org.springframework.stereotype.Controller;

/** Resolves the membership panel of {@code graphql/panel.graphqls}. */
@Controller
class PanelController {

    private final PanelService panels;
    private final EntityLoader entities;

    PanelController(PanelService panels, EntityLoader entities) {
        this.panels = panels;
        this.entities = entities;
    }

    @QueryMapping
    Panel panel(
            @Argument("organizations") List<String> organizationIds,
            @Argument("members") @Nullable List<String> memberIds,
            @Argument @Nullable Map<String, Object> where,
            @Argument int fromYear,
            @Argument int toYear,
            @Argument @Nullable Integer maxRows,
            DataFetchingEnvironment environment) {
        var withRows = environment.getSelectionSet().contains("rows");
        return panels.of(organizationIds, memberIds, where, fromYear, toYear, maxRows, withRows);
    }

    @SchemaMapping
    CompletableFuture<@Nullable Organization> organization(PanelColumn column, DataFetchingEnvironment environment) {
        return entities.one(column.id(), Organization.class, environment);
    }

    @SchemaMapping
    CompletableFuture<@Nullable Organization> organization(PanelRow row, DataFetchingEnvironment environment) {
        return entities.one(row.organizationId(), Organization.class, environment);
    }

    @SchemaMapping
    CompletableFuture<@Nullable LocalGovernment> member(PanelRow row, DataFetchingEnvironment environment) {
        return entities.one(row.memberId(), LocalGovernment.class, environment);
    }
}
