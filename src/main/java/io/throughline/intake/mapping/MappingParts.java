package io.throughline.intake.mapping;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What a mapping was read into. */
record MappingParts(
        String id,
        String title,
        @Nullable String note,
        FileHints file,
        ListedSource source,
        List<ListedOrganization> organizations,
        Set<String> neededOrganizations,
        List<Mapping.Mentioned> mentioned,
        RowInterpreter interpreting) {}
