package io.throughline.reference.name;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/** The words before and after the names of local governments, {@code name/legal-forms.txt}. Removes them from names. */
final class LegalForms {

    /** The forms that are almost never part of a name. */
    static final LegalForms SURE = new LegalForms(false);

    /** All forms, including those that are sometimes part of a name. */
    static final LegalForms ALL = new LegalForms(true);

    private final List<String> before = new ArrayList<>();
    private final List<String> after = new ArrayList<>();

    /** Forms after which the name itself gets an s: "Lunds kommun". */
    private final List<String> afterGenitive = new ArrayList<>();

    private LegalForms(boolean all) {
        try (InputStream file = LegalForms.class.getResourceAsStream("/name/legal-forms.txt")) {
            new String(Objects.requireNonNull(file).readAllBytes(), UTF_8)
                    .lines()
                    .forEach(line -> read(line, all));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        before.sort(Comparator.comparing(String::length).reversed());
        after.sort(Comparator.comparing(String::length).reversed());
    }

    private void read(String line, boolean all) {
        var sure = all && line.startsWith("maybe ") ? line.substring("maybe ".length()) : line;
        if (sure.startsWith("before: ")) {
            List.of(sure.substring(8).split(", ")).forEach(form -> before.add(form + " "));
        } else if (sure.startsWith("behind: ")) {
            List.of(sure.substring(8).split(", "))
                    .forEach(form -> (form.startsWith("s ") ? afterGenitive : after)
                            .add(form.startsWith("s ") ? form : " " + form));
        }
    }

    /** A name without the form before it, after it, and both; empty when it has none. The longest form counts. */
    Set<String> bare(String name) {
        var bare = new LinkedHashSet<String>();
        var unprefixed = withoutBefore(name);
        var unsuffixed = withoutAfter(name);
        if (!unprefixed.equals(name)) {
            bare.add(unprefixed);
            bare.add(withoutAfter(unprefixed));
        }
        if (!unsuffixed.equals(name)) {
            bare.add(unsuffixed);
        }
        // in addition, because a name can end in s: "Västerås kommun"
        afterGenitive.stream()
                .filter(form -> name.length() > form.length() && name.endsWith(form))
                .findFirst()
                .ifPresent(form -> bare.add(name.substring(0, name.length() - form.length())));
        return bare;
    }

    private String withoutBefore(String name) {
        return before.stream()
                .filter(form -> name.length() > form.length() && name.startsWith(form))
                .findFirst()
                .map(form -> name.substring(form.length()))
                .orElse(name);
    }

    private String withoutAfter(String name) {
        return after.stream()
                .filter(form -> name.length() > form.length() && name.endsWith(form))
                .findFirst()
                .map(form -> name.substring(0, name.length() - form.length()))
                .orElse(name);
    }
}
