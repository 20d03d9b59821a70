package dev.carddelivery.adapters.http.request;

import dev.carddelivery.adapters.http.problem.ProblemException;
import dev.carddelivery.adapters.http.problem.ProblemType;
import dev.carddelivery.application.port.Slice;
import io.vavr.control.Option;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

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

    /** Reads {@code cursor} and {@code limit}. */
    public static PageQuery of(Request request) {
        int limit = request.query("limit")
                .map(text -> Request.positive(text, LARGEST)
                        .getOrElseThrow(() -> ProblemType.BAD_REQUEST
                                .because("limit", LARGEST)
                                .exception()))
                .getOrElse(USUAL);
        return new PageQuery(request.query("cursor").map(PageQuery::decoded), limit);
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
            Slice<T> page = search.find(cursor, limit);
            return new Slice<>(page.items(), page.nextCursor().map(PageQuery::encoded));
        } catch (IllegalArgumentException unreadable) {
            throw cursor.isDefined() ? madeUp() : unreadable;
        }
    }

    /** Clients see no more of a cursor than letters that need no escaping in a query. */
    private static String encoded(String cursor) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(cursor.getBytes(StandardCharsets.UTF_8));
    }

    private static String decoded(String cursor) {
        try {
            return new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException unreadable) {
            throw madeUp();
        }
    }

    private static ProblemException madeUp() {
        return ProblemType.BAD_REQUEST.because("cursor").exception();
    }
}
