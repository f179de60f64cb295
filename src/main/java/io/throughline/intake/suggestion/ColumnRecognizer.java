package io.throughline.intake.suggestion;

import io.throughline.intake.mapping.DateFormatFinder;
import io.throughline.reference.gazetteer.Gazetteer;
import io.throughline.reference.id.IdentifierScheme;
import io.throughline.reference.name.NameKey;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.springframework.util.function.SingletonSupplier;

/** Recognizes what columns mean, by their names and by their cells: a name alone is not enough. */
final class ColumnRecognizer {

    private static final Pattern DECIMAL = Pattern.compile("[+-]?\\d{1,3}(?:\\.\\d*)?");
    private static final Pattern POINT_TEXT = Pattern.compile("(?i)POINT\\s*\\(\\s*\\S+\\s+\\S+\\s*\\)");
    private static final Pattern NUMBER = Pattern.compile("(?!(?:19|20)\\d{2}$)[\\d.,]*\\d");
    private static final Pattern SHORT_FORM = Pattern.compile("[A-Z]{2,3}");
    /** The number of cells that are looked up in the gazetteer or read as dates. */
    private static final int FEW = 200;

    private static final int LONGEST_DATE = 60;
    private static final int MAX_KINDS = 20;

    /** The lists of header words that say something about a member. */
    private static final List<String> MEMBER_WORDS =
            List.of("city", "name", "country", "state", "population", "latitude", "from", "tags", "kind");

    private final Gazetteer gazetteer;
    private final HeaderWords words;
    private final DateFormatFinder dates = new DateFormatFinder();

    ColumnRecognizer(Gazetteer gazetteer, HeaderWords words) {
        this.gazetteer = gazetteer;
        this.words = words;
    }

    /** A meaning that a column could have; the highest score wins. */
    private record Guess(ColumnSample column, ColumnMeaning meaning, double score, String reason) {}

    /** What each column means, in order. Apart from FLAG and UNUSED, no two columns have the same meaning. */
    List<RecognizedColumn> recognize(List<ColumnSample> columns) {
        var guesses = new ArrayList<Guess>();
        columns.stream().filter(column -> !column.isEmpty()).forEach(column -> guess(column, guesses));
        guesses.sort(Comparator.comparingDouble(Guess::score).reversed());
        var byColumn = new HashMap<ColumnSample, Guess>();
        var taken = new EnumMap<ColumnMeaning, Guess>(ColumnMeaning.class);
        for (var guess : guesses) {
            var isFree = guess.meaning == ColumnMeaning.FLAG || !taken.containsKey(guess.meaning);
            if (isFree && byColumn.putIfAbsent(guess.column, guess) == null) {
                taken.put(guess.meaning, guess);
            }
        }
        var state = taken.get(ColumnMeaning.STATE);
        if (!taken.containsKey(ColumnMeaning.NAME) && state != null) {
            byColumn.put(
                    state.column,
                    new Guess(state.column, ColumnMeaning.NAME, 0, "no other column has names; " + state.reason));
        }
        return columns.stream().map(column -> recognized(column, byColumn)).toList();
    }

    private RecognizedColumn recognized(ColumnSample column, Map<ColumnSample, Guess> byColumn) {
        var guess = byColumn.get(column);
        if (guess != null) {
            return new RecognizedColumn(column.name(), guess.meaning, guess.reason);
        }
        if (column.isEmpty()) {
            return new RecognizedColumn(column.name(), ColumnMeaning.UNUSED, "it is empty");
        }
        return new RecognizedColumn(
                column.name(),
                ColumnMeaning.UNUSED,
                words.fit(column.key(), "via") > 0
                        ? "it may name the organization that the members joined through; see `via` in the manual"
                        : "nothing in it was recognized with certainty");
    }

    /** Whether the names of the columns are data, because the file has no header. */
    boolean isData(List<ColumnSample> columns) {
        // a year is often the name of a column
        if (columns.stream().anyMatch(column -> NUMBER.matcher(column.name()).matches() && column.isNumeric())) {
            return true;
        }
        var hasNames = columns.stream()
                .anyMatch(column -> MEMBER_WORDS.stream().anyMatch(list -> words.fit(column.key(), list) > 0));
        return !hasNames
                && columns.stream()
                        .anyMatch(column -> isCountry(column.name())
                                        && column.few(FEW).share(this::isCountry) > 0.8
                                || isPlace(column.name()) && column.few(FEW).share(this::isPlace) > 0.5);
    }

    private void guess(ColumnSample column, List<Guess> guesses) {
        var key = column.key();
        if (FlagWords.isFlag(column)) {
            guesses.add(new Guess(column, ColumnMeaning.FLAG, 2.5, "all its cells are yes or no"));
            return;
        }
        guessIdentifiers(column, key, guesses);
        guessPosition(column, key, guesses);
        if (column.isNumeric()) {
            guessNumber(column, key, "population", ColumnMeaning.POPULATION, "numbers", guesses);
        }
        guessDate(column, key, guesses);
        if (!column.isNumeric()) {
            guessPlace(column, key, guesses);
            guessKind(column, key, guesses);
            guessTags(column, key, guesses);
        }
    }

    private void guessNumber(
            ColumnSample column, String key, String list, ColumnMeaning meaning, String cells, List<Guess> guesses) {
        var fit = words.fit(key, list);
        if (fit > 0) {
            guesses.add(new Guess(
                    column,
                    meaning,
                    2 + fit,
                    "its name is a word for %s, and its cells are %s".formatted(words(meaning), cells)));
        }
    }

    private void guessIdentifiers(ColumnSample column, String key, List<Guess> guesses) {
        if (column.share(IdentifierScheme.WIKIDATA::matches) > 0.8) {
            guesses.add(new Guess(column, ColumnMeaning.WIKIDATA, 3, "its cells look like Q100"));
        }
        if (column.share(IdentifierScheme.GEONAMES::matches) > 0.8) {
            guessNumber(column, key, "geonames", ColumnMeaning.GEONAMES, "numbers", guesses);
        }
        if (column.share(IdentifierScheme.UNLOCODE::matches) > 0.8) {
            guessNumber(column, key, "unlocode", ColumnMeaning.UNLOCODE, "codes such as US BOS", guesses);
        }
    }

    private void guessPosition(ColumnSample column, String key, List<Guess> guesses) {
        if (column.share(cell -> POINT_TEXT.matcher(cell).matches()) > 0.8) {
            guesses.add(new Guess(column, ColumnMeaning.POINT, 3, "its cells look like POINT (longitude latitude)"));
        }
        if (column.share(isDegrees(90)) > 0.8) {
            guessNumber(column, key, "latitude", ColumnMeaning.LATITUDE, "degrees", guesses);
        }
        if (column.share(isDegrees(180)) > 0.8) {
            guessNumber(column, key, "longitude", ColumnMeaning.LONGITUDE, "degrees", guesses);
        }
    }

    private static Predicate<String> isDegrees(int limit) {
        return cell -> DECIMAL.matcher(cell).matches() && Math.abs(Double.parseDouble(cell)) <= limit;
    }

    private void guessDate(ColumnSample column, String key, List<Guess> guesses) {
        // a target, a baseline or a census has a date too
        var isAboutOther = words.fit(key, "not membership date") > 0;
        BooleanSupplier areDates = SingletonSupplier.of(() -> isDates(column))::obtain;
        var fits = Map.of(
                ColumnMeaning.VALID_FROM,
                words.fit(key, "from"),
                ColumnMeaning.VALID_TO,
                words.fit(key, "to"),
                ColumnMeaning.AS_OF,
                words.fit(key, "as of") - 0.3);
        fits.forEach((meaning, fit) -> {
            if (fit > 0 && (!isAboutOther || fit == 1) && areDates.getAsBoolean()) {
                guesses.add(new Guess(
                        column,
                        meaning,
                        1.5 + fit,
                        "its name is a word for %s, and its cells are dates".formatted(words(meaning))));
            }
        });
    }

    private boolean isDates(ColumnSample column) {
        if (column.share(cell -> cell.length() <= LONGEST_DATE && cell.chars().anyMatch(Character::isDigit)) < 0.5) {
            return false;
        }
        var few = column.few(FEW).values();
        return dates.find(few).unreadable().size() * 2 < few.size();
    }

    private void guessPlace(ColumnSample column, String key, List<Guess> guesses) {
        var countries = column.few(FEW).share(this::isCountry);
        var country = words.fit(key, "country");
        if (country > 0 && countries >= 0.5) {
            guesses.add(new Guess(
                    column,
                    ColumnMeaning.COUNTRY,
                    2 + country,
                    "its name is a word for country, and %s of its cells are countries".formatted(percent(countries))));
        } else if (countries >= 0.9) {
            guesses.add(new Guess(
                    column, ColumnMeaning.COUNTRY, 1.7, "%s of its cells are countries".formatted(percent(countries))));
        }
        var state = words.fit(key, "state");
        var regions = column.few(FEW).share(this::isRegion);
        if (state > 0 && regions >= 0.4) {
            guesses.add(new Guess(
                    column,
                    ColumnMeaning.STATE,
                    1.9 + state / 2,
                    "its name is a word for a part of a country, and %s of its cells are such parts"
                            .formatted(percent(regions))));
        }
        guessName(column, key, countries, guesses);
    }

    private void guessName(ColumnSample column, String key, double countries, List<Guess> guesses) {
        // kinds, categories and the like repeat
        if (countries > 0.8 || column.distinct().size() * 5 < column.values().size()) {
            return;
        }
        var places = column.few(FEW).share(this::isPlace);
        var city = words.fit(key, "city");
        var name = words.fit(key, "name");
        if (city > 0) {
            guesses.add(new Guess(column, ColumnMeaning.NAME, 2 + city + places / 2, "its name is a word for city"));
        } else if (name > 0) {
            guesses.add(new Guess(
                    column, ColumnMeaning.NAME, 1.8 + name / 2 + places, "its name is a word for a name or a member"));
        } else if (places >= 0.5) {
            guesses.add(new Guess(
                    column,
                    ColumnMeaning.NAME,
                    1 + places / 2,
                    "%s of its cells are names of places".formatted(percent(places))));
        } else if (column.share(ColumnRecognizer::isShortText) > 0.9
                && column.distinct().size() >= 0.8 * column.values().size()) {
            guesses.add(new Guess(
                    column, ColumnMeaning.NAME, 0.5, "hardly any text in it repeats, and no other column has names"));
        }
    }

    private static boolean isShortText(String cell) {
        return cell.length() <= 100 && Character.isLetter(cell.codePointAt(0)) && !cell.contains("://");
    }

    private void guessKind(ColumnSample column, String key, List<Guess> guesses) {
        var fit = words.fit(key, "kind");
        var kinds = column.distinct();
        if (fit > 0
                && kinds.size() <= MAX_KINDS
                && kinds.stream().anyMatch(each -> MemberKinds.of(each, words) != null)) {
            guesses.add(new Guess(
                    column,
                    ColumnMeaning.KIND,
                    1.9 + fit / 2,
                    "its name is a word for kind, and its cells name kinds of members"));
        }
    }

    private void guessTags(ColumnSample column, String key, List<Guess> guesses) {
        var fit = words.fit(key, "tags");
        var tags = TagColumn.of(column, fit > 0);
        if (tags != null) {
            guesses.add(new Guess(
                    column,
                    ColumnMeaning.TAGS,
                    fit > 0 ? 2.2 + fit : 1.3,
                    fit > 0
                            ? "its name is a word for networks"
                            : "its cells list several texts each, which recur in other cells"));
        }
    }

    private boolean isCountry(String cell) {
        return gazetteer.countries().code(cell) != null;
    }

    private boolean isPlace(String cell) {
        return !gazetteer.named(NameKey.of(cell).forms()).isEmpty();
    }

    private boolean isRegion(String cell) {
        return SHORT_FORM.matcher(cell).matches()
                || IdentifierScheme.ISO_3166_2.matches(cell)
                || !gazetteer.regionsNamed(NameKey.of(cell).forms()).isEmpty();
    }

    private static String percent(double share) {
        return "%d %%".formatted(Math.round(share * 100));
    }

    private static String words(ColumnMeaning meaning) {
        return switch (meaning) {
            case VALID_FROM -> "the beginning of a membership";
            case VALID_TO -> "the end of a membership";
            case AS_OF -> "the day a row is about";
            case GEONAMES -> "a GeoNames number";
            case UNLOCODE -> "a UN/LOCODE";
            default -> meaning.name().toLowerCase(Locale.ROOT);
        };
    }
}
