package io.throughline.intake.matching;

import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.HtmlUtils;

/** Repairs text that programs have damaged: UTF-8 read as Windows-1252, character references, escapes. */
final class DamagedText {

    private static final Charset WINDOWS = Charset.forName("windows-1252");

    /** The escapes of R, {@code <U+0219>}, and of JSON, Java and Python, {@code \\u0219}. */
    private static final Pattern ESCAPE = Pattern.compile("<U\\+([0-9A-Fa-f]{4,6})>|\\\\u([0-9A-Fa-f]{4})");

    private static final Pattern REFERENCE = Pattern.compile("&(#\\d{2,6}|#[xX][0-9A-Fa-f]{2,6}|[A-Za-z]{2,8});");

    /** What the first byte of a longer UTF-8 sequence looks like in Windows-1252, and what follows it. */
    private static final Pattern MISREAD = Pattern.compile("[Â-ô][\\u0080-\\u00BF‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ€]");

    /** A word in two scripts, which nobody wrote: "Groß–Umstadt" is not damaged. */
    private static final Pattern BETWEEN_SCRIPTS =
            Pattern.compile("\\p{IsLatin}[\\p{L}\\p{M}&&[^\\p{IsLatin}\\p{IsCommon}\\p{IsInherited}]]");

    /** What a text probably was before; null when it does not look damaged. */
    static @Nullable String repaired(String text) {
        var repaired = text;
        if (ESCAPE.matcher(repaired).find()) {
            repaired = ESCAPE.matcher(repaired).replaceAll(escape -> {
                var code = Integer.parseInt(escape.group(1) == null ? escape.group(2) : escape.group(1), 16);
                return Character.isValidCodePoint(code) ? Character.toString(code) : escape.group();
            });
        }
        if (REFERENCE.matcher(repaired).find()) {
            repaired = HtmlUtils.htmlUnescape(repaired);
        }
        if (MISREAD.matcher(repaired).find()) {
            repaired = reread(repaired);
        }
        return repaired.equals(text) ? null : repaired;
    }

    private static String reread(String text) {
        try {
            var reread = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(WINDOWS.newEncoder().encode(CharBuffer.wrap(text)))
                    .toString();
            return BETWEEN_SCRIPTS.matcher(reread).find() ? text : reread;
        } catch (CharacterCodingException e) {
            return text;
        }
    }

    private DamagedText() {}
}
