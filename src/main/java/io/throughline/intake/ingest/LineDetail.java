package io.throughline.intake.ingest;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * How a line was read: which members it names, and why it is not simply recorded. Stored as JSON, because it is only displayed.
 *
 * @param members those that the line names, in order; empty for a line that was not interpreted
 * @param printed the name in the line when no member was matched; null when there is none
 * @param reason the {@link LineReason#reason()} of the line; null when it is simply recorded
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record LineDetail(
        List<MatchedMember> members,
        @Nullable String printed,
        @Nullable String reason) {

    /** Nothing recorded, as for lines of imports from before there were details. */
    static final LineDetail NONE = new LineDetail(List.of(), null, null);

    /** Reads a missing number or truth value as 0 or false, because those are not stored. */
    private static final JsonMapper JSON = JsonMapper.builder()
            .disable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .build();

    static LineDetail of(String json) {
        return json.isEmpty() ? NONE : JSON.readValue(json, LineDetail.class).restored();
    }

    private LineDetail restored() {
        return new LineDetail(
                members == null
                        ? List.of()
                        : members.stream().map(MatchedMember::restored).toList(),
                printed,
                reason);
    }

    String json() {
        return equals(NONE)
                ? ""
                : JSON.writeValueAsString(new LineDetail(
                        members.stream().map(MatchedMember::compact).toList(), printed, reason));
    }

    /** The names in the line as printed, for a report; empty when there are none. */
    public String names() {
        return members.isEmpty()
                ? printed == null ? "" : printed
                : members.stream().map(MatchedMember::printed).distinct().collect(Collectors.joining("; "));
    }
}
