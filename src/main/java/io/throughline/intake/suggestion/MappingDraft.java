package io.throughline.intake.suggestion;

import io.throughline.intake.mapping.DateFormatFinder;
import io.throughline.intake.mapping.Mapping;
import io.throughline.intake.tabular.FileFormat;
import io.throughline.intake.tabular.PublishedFile;
import io.throughline.reference.id.IdSyntax;
import io.throughline.reference.name.NameKey;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Writes a proposed mapping in YAML, with the reason for each part. */
final class MappingDraft {

    private static final int MAX_PLACEHOLDERS = 2;
    private static final int MAX_TAGS = 30;
    private static final int MAX_EXAMPLES = 3;

    /** Words around the name of a network in the name of a column. */
    private static final Pattern FILLERS =
            Pattern.compile("(?i)\\b(?:is|in|of|a|the|member|members|membership|signatory|participant)\\b|\\?");

    private static final OrganizationNames ORGANIZATIONS = new OrganizationNames();

    private final PublishedFile table;
    private final Map<String, ColumnSample> samples;
    private final List<RecognizedColumn> recognized;
    private final boolean hasHeader;
    private final HeaderWords words;
    private final Set<String> fileNulls;
    private final DateFormatFinder dates = new DateFormatFinder();
    private final StringBuilder yaml = new StringBuilder();

    MappingDraft(
            PublishedFile table,
            List<ColumnSample> columns,
            List<RecognizedColumn> recognized,
            boolean hasHeader,
            HeaderWords words) {
        this.table = table;
        this.samples = columns.stream().collect(Collectors.toMap(ColumnSample::name, Function.identity()));
        this.recognized = recognized;
        this.hasHeader = hasHeader;
        this.words = words;
        this.fileNulls = fileNulls();
    }

    /** Words that mean nothing in the whole file; one that means something elsewhere, such as NA for Namibia, is left out. */
    private Set<String> fileNulls() {
        var used = recognized.stream()
                .filter(column -> column.meaning() != ColumnMeaning.UNUSED && column.meaning() != ColumnMeaning.FLAG)
                .map(column -> sample(column.column()))
                .toList();
        var nulls = new LinkedHashSet<String>();
        used.forEach(column -> nulls.addAll(column.nulls()));
        used.forEach(column -> nulls.removeAll(column.distinct()));
        return nulls;
    }

    /** Words that mean nothing in this column only. */
    private List<String> ownNulls(ColumnSample column) {
        return column.nulls().stream().filter(word -> !fileNulls.contains(word)).toList();
    }

    private String nulls(ColumnSample column) {
        var nulls = ownNulls(column);
        return nulls.isEmpty() ? "" : ", nulls: " + YamlText.of(nulls);
    }

    String text() {
        var title = table.name().replaceFirst("\\.[A-Za-z0-9]{1,5}$", "");
        line("# yaml-language-server: $schema=mapping.schema.json");
        line("# Proposed from the names and cells of the columns; the comments give reasons. Replace what begins with");
        line("# " + Mapping.PLACEHOLDER + " and check the rest, then run: validate FILE --mapping THIS.yaml");
        line("id: " + id(title, "my-list"));
        line("title: " + YamlText.of(title));
        writeFile();
        line("source:");
        line("  id: " + Mapping.PLACEHOLDER
                + "source # an id for this edition of the list, e.g. my-list-2023; publisher, url,"
                + " statedAt and licence can be added");
        line("  title: " + YamlText.of(title));
        line("");
        var rules = new MembershipDraft();
        rules.writeOnly();
        writeMember();
        rules.writeMemberships();
        rules.writeUnusedFlags();
        rules.writeLists();
        writeUnused();
        return yaml.toString();
    }

    private void line(String text) {
        yaml.append(text).append('\n');
    }

    private static String id(String text, String otherwise) {
        var id = NameKey.of(text).plain().replaceAll("[^a-z0-9]+", "-").replaceAll("^-+|-+$", "");
        return IdSyntax.isNew(id) ? id.substring(0, Math.min(60, id.length())).replaceAll("-$", "") : otherwise;
    }

    /** What the file needs to be opened in the same way. */
    private void writeFile() {
        var entries = new ArrayList<String>();
        if (!hasHeader) {
            entries.add("  headerLine: 0 # the first line has data, not column names");
        }
        var sheet = table.dialect().sheet();
        if (table.format() == FileFormat.XLSX && sheet != null && hasFinding("OTHER_SHEETS")) {
            entries.add("  sheet: %s # the first with rows below a header".formatted(YamlText.of(sheet)));
        }
        if (!fileNulls.isEmpty()) {
            entries.add("  nulls: %s # cells with these words are read as empty".formatted(YamlText.of(fileNulls)));
        }
        if (!entries.isEmpty()) {
            line("file:");
            entries.forEach(this::line);
        }
        table.findings().stream()
                .filter(finding -> !finding.code().equals("OTHER_SHEETS"))
                .filter(finding -> finding.column() == null)
                .forEach(finding -> line(YamlText.comment("The file: " + finding.message())));
        line("");
    }

    private boolean hasFinding(String code) {
        return table.findings().stream().anyMatch(finding -> finding.code().equals(code));
    }

    private void writeMember() {
        line("member:");
        var name = column(ColumnMeaning.NAME);
        if (name == null) {
            line("  name: {column: %sname} # no column has names of cities or regions".formatted(Mapping.PLACEHOLDER));
        } else {
            line("  name: {column: %s%s%s} %s"
                    .formatted(
                            YamlText.of(name.column()),
                            separators(sample(name.column())),
                            nulls(sample(name.column())),
                            YamlText.comment(name.reason())));
        }
        writeKind(name);
        writeColumn("country", ColumnMeaning.COUNTRY, "  ");
        writeColumn("state", ColumnMeaning.STATE, "  ");
        if (column(ColumnMeaning.LATITUDE) != null && column(ColumnMeaning.LONGITUDE) != null) {
            writeColumn("latitude", ColumnMeaning.LATITUDE, "  ");
            writeColumn("longitude", ColumnMeaning.LONGITUDE, "  ");
        } else {
            writeColumn("point", ColumnMeaning.POINT, "  ");
        }
        writeColumn("population", ColumnMeaning.POPULATION, "  ");
        if (Stream.of(ColumnMeaning.GEONAMES, ColumnMeaning.WIKIDATA, ColumnMeaning.UNLOCODE)
                .anyMatch(meaning -> column(meaning) != null)) {
            line("  identifiers:");
            writeColumn("geonames", ColumnMeaning.GEONAMES, "    ");
            writeColumn("wikidata", ColumnMeaning.WIKIDATA, "    ");
            writeColumn("unlocode", ColumnMeaning.UNLOCODE, "    ");
        }
        line("");
    }

    /** Splits names that no single place has. */
    private static String separators(ColumnSample names) {
        for (var separator : List.of(";", "|")) {
            if (names.share(name -> name.contains(separator)) >= 0.1) {
                return ", separators: " + YamlText.of(separator);
            }
        }
        return "";
    }

    private void writeKind(@Nullable RecognizedColumn name) {
        var kind = column(ColumnMeaning.KIND);
        if (kind != null) {
            var values = new ArrayList<String>();
            var isComplete = true;
            for (var word : sample(kind.column()).distinct()) {
                var meant = MemberKinds.of(word, words);
                isComplete &= meant != null;
                values.add("%s: %s".formatted(YamlText.of(word), meant == null ? "ANY" : meant));
            }
            line("  kind: {column: %s, values: {%s}%s} %s"
                    .formatted(
                            YamlText.of(kind.column()),
                            String.join(", ", values),
                            nulls(sample(kind.column())),
                            YamlText.comment(kind.reason() + (isComplete ? "" : "; check those read as ANY"))));
        } else if (name != null) {
            var meant = hasHeader ? MemberKinds.of(name.column(), words) : null;
            var key = sample(name.column()).key();
            if ("REGION".equals(meant)) {
                line("  kind: %s # judging by the name of the column".formatted(constant("REGION")));
            } else if (words.fit(key, "city") > 0) {
                line("  kind: %s # judging by the name of the column".formatted(constant("CITY")));
            } else {
                line("  # kind: %s # if all members are cities".formatted(constant("CITY")));
            }
        }
    }

    private void writeColumn(String key, ColumnMeaning meaning, String indent) {
        var column = column(meaning);
        if (column != null) {
            line("%s%s: {column: %s%s} %s"
                    .formatted(
                            indent,
                            key,
                            YamlText.of(column.column()),
                            nulls(sample(column.column())),
                            YamlText.comment(column.reason())));
        }
    }

    private void writeUnused() {
        var unused = recognized.stream()
                .filter(column -> column.meaning() == ColumnMeaning.UNUSED)
                .toList();
        if (!unused.isEmpty()) {
            line("");
            line("# Not used:");
            unused.forEach(column -> line(YamlText.comment("- %s: %s".formatted(column.column(), column.reason()))));
        }
    }

    private @Nullable RecognizedColumn column(ColumnMeaning meaning) {
        return recognized.stream()
                .filter(column -> column.meaning() == meaning)
                .findFirst()
                .orElse(null);
    }

    private ColumnSample sample(String column) {
        return samples.getOrDefault(column, new ColumnSample(column, List.of(), Set.of()));
    }

    /** A constant that could be taken for the name of a column is marked as one. */
    private String constant(String word) {
        return samples.containsKey(word) ? "{constant: %s}".formatted(word) : word;
    }

    /** What a row states, by its flags and networks. */
    private final class MembershipDraft {

        private final List<RecognizedColumn> flags = recognized.stream()
                .filter(column -> column.meaning() == ColumnMeaning.FLAG)
                .toList();
        private final Map<RecognizedColumn, String> networks = new LinkedHashMap<>();
        private final Set<String> organizations = new LinkedHashSet<>();
        private final List<RecognizedColumn> conditions;
        private final List<RecognizedColumn> open;

        MembershipDraft() {
            for (var flag : flags) {
                var id = organization(flag.column());
                if (id != null) {
                    networks.put(flag, id);
                }
            }
            var others =
                    flags.stream().filter(flag -> !networks.containsKey(flag)).toList();
            var named = others.stream()
                    .filter(flag -> words.fit(sample(flag.column()).key(), "flag") > 0)
                    .toList();
            var isAlone = others.size() == 1 && networks.isEmpty() && column(ColumnMeaning.TAGS) == null;
            this.conditions = named.isEmpty() && isAlone ? others : named;
            this.open =
                    others.stream().filter(flag -> !conditions.contains(flag)).toList();
        }

        /** The network in the name of a column such as "Member of C40"; null if there is none. */
        private @Nullable String organization(String column) {
            var name = column.replace('_', ' ');
            var id = ORGANIZATIONS.id(name);
            return id == null ? ORGANIZATIONS.id(FILLERS.matcher(name).replaceAll(" ")) : id;
        }

        void writeOnly() {
            if (conditions.isEmpty()) {
                return;
            }
            line("only:");
            for (var flag : conditions) {
                var isNamedSo = words.fit(sample(flag.column()).key(), "flag") > 0;
                line("  - where: {%s} %s"
                        .formatted(
                                condition(flag),
                                YamlText.comment(flag.reason()
                                        + (isNamedSo ? "" : "; delete this rule if they are not about membership"))));
                line("    reason: "
                        + (isNamedSo
                                ? YamlText.of("Column %s does not say yes".formatted(flag.column()))
                                : Mapping.PLACEHOLDER + "reason"));
            }
            line("");
        }

        private String condition(RecognizedColumn flag) {
            return "%s: {anyCase: %s}"
                    .formatted(YamlText.of(flag.column()), YamlText.of(FlagWords.yes(sample(flag.column()))));
        }

        void writeMemberships() {
            var tags = column(ColumnMeaning.TAGS);
            var split = tags == null
                    ? null
                    : TagColumn.of(
                            sample(tags.column()),
                            words.fit(sample(tags.column()).key(), "tags") > 0);
            if (tags != null && split != null) {
                line("tags: {column: %s, separators: %s} %s"
                        .formatted(
                                YamlText.of(tags.column()),
                                YamlText.of(split.separator()),
                                YamlText.comment(tags.reason())));
                line("");
            }
            writeDefaults();
            line("memberships:");
            var isEmpty = true;
            for (var network : networks.entrySet()) {
                writeRule(
                        network.getValue(),
                        "where: {%s}".formatted(condition(network.getKey())),
                        "from the column of this name; " + network.getKey().reason());
                isEmpty = false;
            }
            if (tags != null && split != null) {
                isEmpty = false;
                writeTags(split, ownNulls(sample(tags.column())));
            }
            if (isEmpty && areOpenNetworks()) {
                isEmpty = false;
                for (var flag : open) {
                    writeRule(placeholder(flag.column()), "where: {%s}".formatted(condition(flag)), flag.reason());
                }
            }
            if (isEmpty) {
                writeRule(
                        Mapping.PLACEHOLDER + "organization",
                        null,
                        "the id of the network that the members are in, e.g. c40; if it is not in the graph, add it to"
                                + " `organizations`, see the manual");
            }
        }

        /** Whether each of the other flags may be about a network of its own; if many, they rather describe the members. */
        private boolean areOpenNetworks() {
            return networks.isEmpty() && open.size() > 1 && open.size() <= MAX_PLACEHOLDERS;
        }

        void writeUnusedFlags() {
            if (!areOpenNetworks() || column(ColumnMeaning.TAGS) != null) {
                open.forEach(flag -> line(YamlText.comment(
                        "Not used: %s: %s; if that is about membership in a network, add a rule with `where: {%s}`"
                                .formatted(flag.column(), flag.reason(), condition(flag)))));
            }
        }

        private void writeDefaults() {
            line("defaults:");
            line("  role: %s # or SIGNATORY, PARTNER …, whichever the list means".formatted(constant("MEMBER")));
            writeDate("validFrom", ColumnMeaning.VALID_FROM);
            writeDate("validTo", ColumnMeaning.VALID_TO);
            writeDate("asOf", ColumnMeaning.AS_OF);
        }

        private void writeDate(String key, ColumnMeaning meaning) {
            var column = column(meaning);
            if (column == null) {
                return;
            }
            var found = dates.find(List.copyOf(sample(column.column()).distinct()));
            var value = new StringBuilder("column: ").append(YamlText.of(column.column()));
            var reasons = new ArrayList<String>(List.of(column.reason()));
            if (!found.formats().isEmpty()) {
                value.append(", dates: ").append(YamlText.of(found.formats()));
            }
            if (found.locale() != null) {
                value.append(", locale: ").append(found.locale());
            }
            if (found.pivot() != null) {
                value.append(", pivot: ").append(found.pivot());
                reasons.add("check the earliest year that two digits can mean");
            }
            if (found.hasSpans()) {
                value.append(", span: ").append(meaning == ColumnMeaning.VALID_TO ? "END" : "START");
                reasons.add("some cells have two dates");
            }
            if (!found.ambiguous().isEmpty()) {
                reasons.add("keep only the order that is meant: some dates can be read both ways, e.g. "
                        + found.ambiguous().get(0));
            }
            value.append(nulls(sample(column.column())));
            if (!found.unreadable().isEmpty()) {
                value.append(", otherwise: null");
                reasons.add("left out as unreadable: "
                        + found.unreadable().stream()
                                .distinct()
                                .limit(MAX_EXAMPLES)
                                .collect(Collectors.joining(", ")));
            }
            line("  %s: {%s} %s".formatted(key, value, YamlText.comment(String.join("; ", reasons))));
        }

        /** @param nulls what the column has instead of tags: `tags` has no key for them */
        private void writeTags(TagColumn split, List<String> nulls) {
            var known = new LinkedHashMap<String, List<String>>();
            var unknown = new ArrayList<String>();
            split.tags().keySet().forEach(tag -> {
                var id = ORGANIZATIONS.id(tag.replace("{year}", " "));
                if (id == null) {
                    unknown.add(tag);
                } else {
                    known.computeIfAbsent(id, each -> new ArrayList<>()).add(tag);
                }
            });
            known.forEach(
                    (id, tags) -> writeRule(id, "tags: " + tags(tags), "an organization of the built-in dataset"));
            if (known.isEmpty()) {
                var first = unknown.subList(0, Math.min(MAX_PLACEHOLDERS, unknown.size()));
                first.forEach(tag -> writeRule(
                        placeholder(tag), "tags: " + tags(List.of(tag)), "the id of the network that this means"));
                first.clear();
            }
            unknown.addAll(0, nulls);
            if (!unknown.isEmpty()) {
                line("notMemberships:");
                var some = unknown.subList(0, Math.min(MAX_TAGS, unknown.size()));
                line("  - tags: %s # give any that are memberships an organization above".formatted(tags(some)));
                line("    reason: No organization is stated for this tag");
                if (some.size() < unknown.size()) {
                    line("  - tags: [{others: true}] # %d more".formatted(unknown.size() - some.size()));
                    line("    reason: No organization is stated for this tag");
                }
            }
        }

        /** A tag with braces of its own can only be written as a pattern. */
        private static String tags(List<String> tags) {
            return tags.stream()
                    .map(tag -> tag.replace("{year}", "").matches("(?s).*[{}].*")
                            ? "{pattern: %s}".formatted(YamlText.of("\\Q" + tag + "\\E"))
                            : YamlText.of(tag))
                    .collect(Collectors.joining(", ", "[", "]"));
        }

        /** The lists are only a comment, because no cell says whether they are complete. */
        void writeLists() {
            line("");
            line("# If the list says whether it is complete or how it was drawn, say so, see the manual:");
            line("# lists:");
            organizations.forEach(organization ->
                    line("#   - {organization: %s, complete: UNKNOWN, selection: WHOLE}".formatted(organization)));
        }

        private void writeRule(String organization, @Nullable String condition, String reason) {
            organizations.add(organization);
            line("  - organization: %s %s".formatted(constant(organization), YamlText.comment(reason)));
            if (condition != null) {
                line("    " + condition);
            }
        }

        private static String placeholder(String text) {
            return Mapping.PLACEHOLDER + id(text.replace("{year}", " "), "organization");
        }
    }
}
