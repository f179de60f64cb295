package io.throughline.intake.mapping;

import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;

/** A mapping that cannot be used: every mistake in it, with its place and what is allowed there. */
public final class InvalidMappingException extends RuntimeException {

    private static final long serialVersionUID = 1L;
    private static final Comparator<Mistake> BY_PLACE = Comparator.comparingInt(Mistake::line)
            .thenComparingInt(Mistake::column)
            .thenComparing(Mistake::message);

    private final String text;
    private final String file;
    private final transient List<Mistake> mistakes;

    /**
     * One mistake.
     *
     * @param line of the mapping, from 1
     * @param column of that line, from 1
     * @param message a clause that says what is wrong and what is allowed; without the place
     */
    public record Mistake(int line, int column, String message) {

        Mistake(YamlNode.Place place, String message) {
            this(place.line(), place.column(), message);
        }
    }

    InvalidMappingException(String file, List<Mistake> mistakes) {
        super();
        this.text = text(file, mistakes);
        this.file = file;
        this.mistakes = sorted(mistakes);
    }

    /** A line for each mistake. */
    @Override
    public String getMessage() {
        return text;
    }

    /** The name of the mapping's file. */
    public String file() {
        return file;
    }

    /** Every mistake, by its place. */
    public List<Mistake> mistakes() {
        return mistakes;
    }

    private static List<Mistake> sorted(List<Mistake> mistakes) {
        return mistakes.stream().distinct().sorted(BY_PLACE).toList();
    }

    private static String text(String file, List<Mistake> mistakes) {
        return sorted(mistakes).stream()
                .map(mistake -> "%s, line %d, column %d: %s."
                        .formatted(file, mistake.line(), mistake.column(), mistake.message()))
                .collect(Collectors.joining("\n"));
    }
}
