package dev.carddelivery.adapters.http.problem;

import dev.carddelivery.adapters.http.answer.Header;
import dev.carddelivery.domain.validation.Violation;
import io.vavr.collection.Seq;

/**
 * An error as it is answered, before it is put into the caller's language.
 *
 * @param type its kind
 * @param detail the key of the text that tells what is wrong this time
 * @param arguments what that text mentions; never a value of the request
 * @param violations what is wrong with which field
 * @param headers headers that belong to it
 */
public record Problem(
        ProblemType type, String detail, Seq<String> arguments, Seq<Violation> violations, Seq<Header> headers) {

    private static final String RETRY_SECONDS = "2";

    /** Values of a body are not valid. */
    public static Problem invalid(Seq<Violation> violations) {
        return ProblemType.INVALID_ORDER.problem(violations.size()).at(violations);
    }

    /** Something is away that may be back in a moment. */
    public static Problem unavailable() {
        return ProblemType.UNAVAILABLE.problem().with("Retry-After", RETRY_SECONDS);
    }

    /** The same problem with what is wrong with each field. */
    public Problem at(Seq<Violation> fields) {
        return new Problem(type, detail, arguments, fields, headers);
    }

    /** The same problem with one more header. */
    public Problem with(String name, String value) {
        return new Problem(type, detail, arguments, violations, headers.append(new Header(name, value)));
    }

    /** This problem as something to throw, from wherever a request is being read. */
    public ProblemException exception() {
        return new ProblemException(this);
    }
}
