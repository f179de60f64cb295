package io.throughline.intake.mapping;

import io.throughline.infra.problem.CodedProblem;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;

/** An invalid mapping, with every mistake in it, its place and what is allowed there. */
public final class InvalidMappingException extends RuntimeException implements CodedProblem {

    private static final long serialVersionUID = 1L;
    private static final Comparator<Mistake> BY_PLACE = Comparator.comparingInt(Mistake::line)
            .thenComparingInt(Mistake::column)
            .thenComparing(Mistake::message);

    private final String message;
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

        /**
         * A sentence for people, with the place of the mistake.
         *
         * @param file the name of the mapping file
         */
        public String text(String file) {
            return "%s, line %d, column %d: %s%s"
                    .formatted(file, line, column, message, message.endsWith("?") ? "" : ".");
        }
    }

    InvalidMappingException(String file, List<Mistake> mistakes) {
        this.message = message(file, mistakes);
        this.file = file;
        this.mistakes = sorted(mistakes);
    }

    @Override
    public String code() {
        return "MAPPING_MISTAKE";
    }

    /** The mistakes, one per line. */
    @Override
    public String getMessage() {
        return message;
    }

    /** The name of the mapping file. */
    public String file() {
        return file;
    }

    /** All mistakes, in the order of the file. */
    public List<Mistake> mistakes() {
        return mistakes;
    }

    private static List<Mistake> sorted(List<Mistake> mistakes) {
        return mistakes.stream().distinct().sorted(BY_PLACE).toList();
    }

    private static String message(String file, List<Mistake> mistakes) {
        return sorted(mistakes).stream().map(mistake -> mistake.text(file)).collect(Collectors.joining("\n"));
    }
}
