package io.throughline.reference.gazetteer;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Comparator.comparing;

import io.throughline.reference.name.NameKey;
import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.LongConsumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Holds the places in columns of primitive values: about 130 bytes per place with all its names. */
final class PlaceTable {

    private static final List<GazetteerPlace.Rank> RANKS = List.of(GazetteerPlace.Rank.values());

    /** A first-level division. */
    private record Division(
            String code, @Nullable String iso, @Nullable String name) {}

    /**
     * A second-level division.
     *
     * @param iso ISO 3166-2 of the first-level subdivision that it is, where the first-level division covers several;
     *     otherwise null
     */
    private record District(
            String code, @Nullable String iso, @Nullable String name) {}

    private final int[] geonames;
    private final int[] byGeonames;
    private final float[] latitudes;
    private final float[] longitudes;
    private final int[] populations;
    private final short[] divisions;
    private final short[] districts;
    private final byte[] ranks;
    private final int[] nameEnds;
    private final byte[] names;
    private final int[] otherNameEnds;
    private final byte[] otherNames;
    private final Division[] divisionList;
    private final District[] districtList;

    private final Map<String, int[]> countryRanges = new HashMap<>();
    private final NameIndex index;

    PlaceTable(Map<String, List<String>> sections) {
        var lines = sections.getOrDefault("places", List.of());
        var count = lines.size();
        geonames = new int[count];
        latitudes = new float[count];
        longitudes = new float[count];
        populations = new int[count];
        divisions = new short[count];
        districts = new short[count];
        ranks = new byte[count];
        nameEnds = new int[count + 1];
        otherNameEnds = new int[count + 1];
        var firstLevel = firstLevel(sections.getOrDefault("admin1", List.of()));
        var secondLevel = secondLevel(sections.getOrDefault("admin2", List.of()));
        var divisionNumbers = new HashMap<String, Integer>();
        var districtNumbers = new HashMap<String, Integer>();
        var divisionsFound = new ArrayList<Division>();
        var districtsFound = new ArrayList<District>();
        var text = new ByteArrayOutputStream(count * 12);
        var otherText = new ByteArrayOutputStream(count * 36);
        for (var i = 0; i < count; i++) {
            var cells = GazetteerFile.cells(lines.get(i));
            var number = i;
            geonames[i] = Integer.parseInt(cells[0]);
            text.writeBytes(cells[1].getBytes(UTF_8));
            nameEnds[i + 1] = text.size();
            otherText.writeBytes(cells[9].getBytes(UTF_8));
            otherNameEnds[i + 1] = otherText.size();
            countryRanges.computeIfAbsent(cells[2], country -> new int[] {number, number})[1] = i + 1;
            var division = cells[2] + "." + cells[3];
            divisions[i] = (short) (int) divisionNumbers.computeIfAbsent(division, code -> {
                divisionsFound.add(firstLevel.getOrDefault(code, new Division(code, null, null)));
                return divisionsFound.size() - 1;
            });
            districts[i] = (short) (int) districtNumbers.computeIfAbsent(division + "." + cells[4], code -> {
                districtsFound.add(secondLevel.getOrDefault(code, new District(cells[2] + "-" + cells[4], null, null)));
                return districtsFound.size() - 1;
            });
            ranks[i] = (byte) RANKS.indexOf(rank(cells[5]));
            latitudes[i] = Float.parseFloat(cells[6]);
            longitudes[i] = Float.parseFloat(cells[7]);
            populations[i] = Integer.parseInt(cells[8]);
        }
        names = text.toByteArray();
        otherNames = otherText.toByteArray();
        divisionList = divisionsFound.toArray(Division[]::new);
        districtList = districtsFound.toArray(District[]::new);
        byGeonames = IntStream.range(0, count)
                .mapToLong(i -> (long) geonames[i] << 32 | i)
                .sorted()
                .mapToInt(i -> (int) i)
                .toArray();
        index = NameIndex.of(IntStream.range(0, count)
                .parallel()
                .boxed()
                .mapMultiToLong((number, entries) -> addEntries(lines.get(number), number, entries))
                .toArray());
    }

    private static void addEntries(String line, int number, LongConsumer entries) {
        var cells = GazetteerFile.cells(line);
        for (var key : NameKey.of(cells[1]).forms()) {
            entries.accept(NameIndex.entry(key, number, true));
            if (key.indexOf(' ') > 0) {
                // lists split names differently: "Hitachinaka" and "Hitachi-Naka"
                entries.accept(NameIndex.entry(key.replace(" ", ""), number, false));
            }
        }
        if (!cells[9].isEmpty()) {
            for (var name : cells[9].split("\\|")) {
                NameKey.of(name).forms().forEach(key -> entries.accept(NameIndex.entry(key, number, false)));
            }
        }
    }

    private static Map<String, Division> firstLevel(List<String> lines) {
        var divisions = new HashMap<String, Division>();
        for (var line : lines) {
            var cells = GazetteerFile.cells(line);
            divisions.put(cells[0], new Division(cells[0], cells[1].isEmpty() ? null : cells[1], cells[2]));
        }
        return divisions;
    }

    private static Map<String, District> secondLevel(List<String> lines) {
        var districts = new HashMap<String, District>();
        for (var line : lines) {
            var cells = GazetteerFile.cells(line);
            var code = cells[0].substring(0, 2) + "-" + cells[0].substring(cells[0].lastIndexOf('.') + 1);
            districts.put(cells[0], new District(code, cells[2].isEmpty() ? null : cells[2], cells[1]));
        }
        return districts;
    }

    /** By GeoNames' feature code: PPLC and PPLA to PPLA5 are seats, PPLG is the seat of a government. */
    private static GazetteerPlace.Rank rank(String code) {
        return code.startsWith("PPLA") || code.equals("PPLC") || code.equals("PPLG")
                ? GazetteerPlace.Rank.SEAT
                : code.equals("PPLX") ? GazetteerPlace.Rank.SECTION : GazetteerPlace.Rank.SETTLEMENT;
    }

    int size() {
        return geonames.length;
    }

    NameIndex index() {
        return index;
    }

    /** The range of a country's places: the first number, and the one after the last. */
    int[] range(String country) {
        return countryRanges.getOrDefault(country, new int[] {0, 0});
    }

    /**
     * The name of a place that has one of these keys, as it is spelled, with its accents if it is listed with and without;
     * null when it has none.
     */
    @Nullable String spelling(int geonamesNumber, Collection<String> keys) {
        var number = numberOf(geonamesNumber);
        if (number < 0) {
            return null;
        }
        var others =
                new String(otherNames, otherNameEnds[number], otherNameEnds[number + 1] - otherNameEnds[number], UTF_8);
        return Stream.concat(Stream.of(name(number)), Stream.of(others.split("\\|")))
                .filter(name -> NameKey.of(name).forms().stream().anyMatch(keys::contains))
                .min(comparing(name -> name.chars().allMatch(c -> c < 0x80)))
                .orElse(null);
    }

    String name(int number) {
        return new String(names, nameEnds[number], nameEnds[number + 1] - nameEnds[number], UTF_8);
    }

    GazetteerPlace place(int number) {
        var division = divisionList[divisions[number] & 0xffff];
        var district = districtList[districts[number] & 0xffff];
        var isState = district.iso() != null;
        return GazetteerPlaceBuilder.builder()
                .geonames(geonames[number])
                .name(name(number))
                .country(division.code().substring(0, 2))
                .division(division.code())
                .districtCode(district.code())
                .rank(RANKS.get(ranks[number]))
                .latitude(rounded(latitudes[number]))
                .longitude(rounded(longitudes[number]))
                .state(isState ? district.iso() : division.iso())
                .stateName(isState ? district.name() : division.name())
                .district(district.name())
                .population(populations[number] == 0 ? null : populations[number])
                .build();
    }

    @Nullable GazetteerPlace byGeonames(int id) {
        var number = numberOf(id);
        return number < 0 ? null : place(number);
    }

    /** The number of a place by its number in GeoNames; -1 when there is none. */
    private int numberOf(int id) {
        var low = 0;
        var high = byGeonames.length - 1;
        while (low <= high) {
            var middle = (low + high) >>> 1;
            var found = geonames[byGeonames[middle]];
            if (found == id) {
                return byGeonames[middle];
            }
            if (found < id) {
                low = middle + 1;
            } else {
                high = middle - 1;
            }
        }
        return -1;
    }

    /** Restores the four decimal places of the file. */
    private static double rounded(float degrees) {
        return Math.round(degrees * 10_000.0) / 10_000.0;
    }
}
