package io.throughline.export;

import io.throughline.reference.date.PartialDate;
import java.io.IOException;
import java.io.OutputStream;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * Writes memberships with their claims as JSON, one per line. Every line has all fields, with the names of the schema.
 */
record JsonLinesWriter(OutputStream out, JsonMapper json) {

    void header(ExportMetadata metadata) throws IOException {
        line(Map.of("metadata", metadata.values()));
    }

    void membership(ClaimedMembership claimed) throws IOException {
        var membership = claimed.membership();
        var line = new LinkedHashMap<String, @Nullable Object>();
        line.put("id", membership.id());
        line.put("memberId", membership.memberId());
        line.put("memberName", claimed.memberName());
        line.put("organizationId", membership.organizationId());
        line.put("organizationName", claimed.organizationName());
        line.put("role", membership.role());
        line.put("viaIds", membership.viaIds());
        line.put("viaStatus", membership.viaStatus());
        line.put("directness", membership.directness());
        line.put("status", membership.status());
        line.put("strength", membership.strength());
        line.put("validFrom", text(membership.validFrom()));
        line.put("validTo", text(membership.validTo()));
        line.put("postId", membership.postId());
        line.put("areaId", membership.areaId());
        line.put("position", membership.position());
        line.put("sourceCount", membership.sourceCount());
        line.put("firstSeen", text(membership.firstSeen()));
        line.put("lastSeen", text(membership.lastSeen()));
        line.put("claims", claims(claimed.claims()));
        line(line);
    }

    private static List<Map<String, Object>> claims(List<ClaimedMembership.Claimed> claims) {
        return claims.stream()
                .map(claimed -> {
                    Map<String, Object> claim = new LinkedHashMap<>(claimed.claim());
                    claim.putAll(claimed.stated());
                    claim.put("source", claimed.source());
                    return claim;
                })
                .toList();
    }

    private static @Nullable String text(@Nullable PartialDate date) {
        return date == null ? null : date.text();
    }

    private void line(Object line) throws IOException {
        out.write(json.writeValueAsBytes(line));
        out.write('\n');
    }
}
