package io.throughline.intake.reconcile;

import io.throughline.reference.gazetteer.Gazetteer;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The English names of countries and subdivisions, also of those that are not in the graph. */
@Component
class PlaceNames {

    private final Gazetteer gazetteer;

    PlaceNames(Gazetteer gazetteer) {
        this.gazetteer = gazetteer;
    }

    /** The name of a country; null only for null, and the code itself if it is unknown. */
    @Nullable String country(@Nullable String iso) {
        return iso == null ? null : gazetteer.countries().name(iso);
    }

    /** The name of a subdivision; null only for null, and the code itself if it is unknown. */
    @Nullable String state(@Nullable String iso) {
        var region = iso == null ? null : gazetteer.region(iso);
        return region == null ? iso : region.name();
    }
}
