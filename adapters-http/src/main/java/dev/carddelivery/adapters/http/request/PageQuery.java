package dev.carddelivery.adapters.http.request;

import dev.carddelivery.adapters.http.problem.ProblemException;
import dev.carddelivery.adapters.http.problem.ProblemType;
import dev.carddelivery.application.port.Slice;
import io.vavr.control.Option;
import java.util.regex.Pattern;

/**
 * Which page of a list is wanted.
 *
 * @param cursor where it begins
 * @param limit how many items at most
 */
public record PageQuery(Option<String> cursor, int limit) {

    /** The longest page. */
    public static final int LARGEST = 200;

    private static final int USUAL = 50;
    private static final Pattern CURSOR = Pattern.compile("[A-Za-z0-9_-]{1,200}");

    /** Reads {@code cursor} and {@code limit}. */
    public static PageQuery of(Request request) {
        int limit = request.query("limit")
                .map(text -> Request.positive(text, LARGEST)
                        .getOrElseThrow(() -> ProblemType.BAD_REQUEST
                                .because("limit", LARGEST)
                                .exception()))
                .getOrElse(USUAL);
        Option<String> cursor = request.query("cursor");
        if (!cursor.forAll(text -> CURSOR.matcher(text).matches())) {
            throw madeUp();
        }
        return new PageQuery(cursor, limit);
    }

    /** A way to find a page. */
    @FunctionalInterface
    public interface Search<T> {

        /** Finds it. */
        Slice<T> find(Option<String> cursor, int limit);
    }

    /** Finds this page; a cursor that the search cannot read is one that nobody was given. */
    public <T> Slice<T> in(Search<T> search) {
        try {
            return search.find(cursor, limit);
        } catch (IllegalArgumentException unreadable) {
            throw madeUp();
        }
    }

    private static ProblemException madeUp() {
        return ProblemType.BAD_REQUEST.because("cursor").exception();
    }
}
