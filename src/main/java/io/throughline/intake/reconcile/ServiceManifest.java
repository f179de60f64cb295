package io.throughline.intake.reconcile;

import io.throughline.model.search.NameLimits;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Says what the service offers, and where; returned for a request without parameters. */
@Component
class ServiceManifest {

    static final String VERSION = "0.2";

    private static final int PREVIEW_WIDTH = 400;
    private static final int PREVIEW_HEIGHT = 220;

    private final String identifierSpace;

    ServiceManifest(@Value("${throughline.exports.base-iri}") String identifierSpace) {
        this.identifierSpace = identifierSpace;
    }

    /**
     * The manifest, in the form that the specification gives.
     *
     * @param address the address of the service as the caller knows it, without a slash at the end
     */
    Map<String, Object> at(String address) {
        var manifest = new LinkedHashMap<String, Object>();
        manifest.put("versions", List.of(VERSION));
        manifest.put("name", "Throughline");
        manifest.put("identifierSpace", identifierSpace);
        manifest.put("schemaSpace", identifierSpace + "term/");
        manifest.put(
                "defaultTypes",
                Arrays.stream(ReconciliationType.values())
                        .map(ReconciliationType::entry)
                        .toList());
        manifest.put("batchSize", NameLimits.MAX_NAMES);
        manifest.put("view", Map.of("url", address + "/preview?id={{id}}"));
        manifest.put(
                "preview",
                Map.of("url", address + "/preview?id={{id}}", "width", PREVIEW_WIDTH, "height", PREVIEW_HEIGHT));
        manifest.put(
                "suggest",
                Map.of(
                        "entity", service(address, "/suggest/entity"),
                        "type", service(address, "/suggest/type"),
                        "property", service(address, "/suggest/property")));
        manifest.put(
                "extend",
                Map.of(
                        "propose_properties",
                        service(address, "/properties"),
                        "property_settings",
                        List.of(Map.of(
                                "name", DataExtension.ORGANIZATION_SETTING,
                                "label", "For routes: id of the organization that they lead to",
                                "type", "text",
                                "default", "",
                                "help_text", "E.g. race-to-zero; only for properties that begin with route"))));
        return manifest;
    }

    private static Map<String, String> service(String address, String path) {
        return Map.of("service_url", address, "service_path", path);
    }
}
