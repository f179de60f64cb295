package io.throughline.intake.mapping;

import io.throughline.infra.builder.StagedBuilder;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The parts of a mapping that was read. */
@StagedBuilder
record MappingParts(
        String id,
        String title,
        @Nullable String note,
        FileHints file,
        ListedSource source,
        List<ListedOrganization> organizations,
        Set<String> neededOrganizations,
        List<DeclaredList> lists,
        List<ColumnReference> columnReferences,
        RowInterpreter interpreter) {}
