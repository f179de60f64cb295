package io.throughline.reference.name;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** The words before and after the names of local governments, {@code name/legal-forms.txt}. Removes them from names. */
final class LegalForms {

    /** The forms that are almost never part of a name. */
    static final LegalForms SURE = new LegalForms(false);

    /** All forms, including those that are sometimes part of a name. */
    static final LegalForms ALL = new LegalForms(true);

    private static final String GENITIVE = "s ";

    private final AffixSet before;
    private final AffixSet after;

    /** Forms after which the name itself gets an s: "Lunds kommun". */
    private final AffixSet afterGenitive;

    private LegalForms(boolean all) {
        var lists = lines().map(line -> all && line.startsWith("maybe ") ? line.substring("maybe ".length()) : line)
                .toList();
        this.before = forms(lists, "before: ", form -> true);
        this.after = forms(lists, "behind: ", form -> !form.startsWith(GENITIVE));
        this.afterGenitive = forms(lists, "behind: ", form -> form.startsWith(GENITIVE));
    }

    private static Stream<String> lines() {
        try (InputStream file = LegalForms.class.getResourceAsStream("/name/legal-forms.txt")) {
            return new String(Objects.requireNonNull(file).readAllBytes(), UTF_8).lines();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static AffixSet forms(List<String> lists, String start, Predicate<String> kept) {
        return new AffixSet(lists.stream()
                .filter(list -> list.startsWith(start))
                .flatMap(list -> Stream.of(list.substring(start.length()).split(", ")))
                .filter(kept)
                .map(form -> form.startsWith(GENITIVE) ? form.substring(GENITIVE.length()) : form)
                .toList());
    }

    /** A name without the form before it, after it, and both; empty when it has none. The longest form counts. */
    Set<String> bare(String name) {
        var bare = new LinkedHashSet<String>();
        first(before.withoutBefore(name)).ifPresent(unprefixed -> {
            bare.add(unprefixed);
            bare.add(first(after.withoutAfter(unprefixed)).orElse(unprefixed));
        });
        first(after.withoutAfter(name)).ifPresent(bare::add);
        // in addition, because a name can end in s: "Västerås kommun"
        first(afterGenitive.withoutAfter(name))
                .filter(genitive -> genitive.length() > 1 && genitive.endsWith("s"))
                .ifPresent(genitive -> bare.add(genitive.substring(0, genitive.length() - 1)));
        return bare;
    }

    private static Optional<String> first(List<String> rests) {
        return rests.stream().findFirst();
    }
}
