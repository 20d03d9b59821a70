package dev.carddelivery.bootstrap;

import static dev.carddelivery.bootstrap.Variable.AUTH_ISSUER;
import static dev.carddelivery.bootstrap.Variable.AUTH_JWKS_URL;

import io.vavr.collection.Seq;
import io.vavr.control.Either;
import io.vavr.control.Option;
import io.vavr.control.Try;
import io.vavr.control.Validation;
import java.net.URI;
import java.util.function.Function;

/** Whose tokens the callers show, and where the keys to check them come from. */
public sealed interface TokenKeys {

    /** The program makes its own keys and gives out tokens itself; in the demo only. */
    record Own() implements TokenKeys {}

    /**
     * An issuer of the owner's.
     *
     * @param issuer exactly what the tokens say in {@code iss}
     * @param jwksUrl where its public keys are
     */
    record Issuer(String issuer, URI jwksUrl) implements TokenKeys {}

    /**
     * Reads them. In the demo both may be absent; one alone is never enough.
     *
     * @param demo whether it is one; none when that could not be read
     */
    static Validation<Seq<SettingError>, TokenKeys> from(Environment environment, Option<Boolean> demo) {
        boolean needed = demo.contains(false)
                || environment.text(AUTH_ISSUER).isDefined()
                || environment.text(AUTH_JWKS_URL).isDefined();
        if (!needed) {
            return Validation.valid(new Own());
        }
        return Validation.combine(url(environment, AUTH_ISSUER), url(environment, AUTH_JWKS_URL))
                .<TokenKeys>ap((issuer, jwks) -> new Issuer(issuer.toString(), jwks))
                .mapError(errors -> errors.flatMap(Function.identity()));
    }

    private static Validation<Seq<SettingError>, URI> url(Environment environment, Variable variable) {
        return environment
                .read(variable, TokenKeys::httpUrl)
                .flatMap(url -> url.<Validation<Seq<SettingError>, URI>>map(Validation::valid)
                        .getOrElse(() -> Environment.wrong(
                                variable,
                                "is not set; AUTH_ISSUER and AUTH_JWKS_URL are needed together, or DEMO=true")));
    }

    private static Either<String, URI> httpUrl(String text) {
        return Try.of(() -> new URI(text))
                .filter(url -> "https".equals(url.getScheme()) || "http".equals(url.getScheme()))
                .filter(url -> url.getHost() != null && url.getUserInfo() == null)
                .toEither(
                        "this is no http or https URL (without a password); write for example https://login.example.org");
    }
}
