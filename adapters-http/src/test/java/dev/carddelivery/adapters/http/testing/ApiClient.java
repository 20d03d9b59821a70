package dev.carddelivery.adapters.http.testing;

import static org.assertj.core.api.Assertions.assertThat;

import io.vavr.collection.List;
import io.vavr.collection.Seq;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import tools.jackson.databind.JsonNode;

/**
 * Calls the API as one caller and holds every answer against the contract, so that no test can pass with an answer that
 * is not in it.
 */
public final class ApiClient {

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    static final HttpClient HTTP =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private static final ContractCheck CHECK = new ContractCheck(Contract.ours());

    private final URI base;
    private final Seq<String> always;

    private ApiClient(URI base, Seq<String> always) {
        this.base = base;
        this.always = always;
    }

    /** A caller without a token. */
    public static ApiClient at(URI base) {
        return new ApiClient(base, List.empty());
    }

    /** The same caller, who sends these headers with every request: names and values in turn. */
    public ApiClient with(String... headers) {
        return new ApiClient(base, always.appendAll(List.of(headers)));
    }

    /** A caller with this token. */
    public ApiClient as(String token) {
        return with("Authorization", "Bearer " + token);
    }

    /** Where {@code path} is. */
    public URI uri(String path) {
        return base.resolve(path);
    }

    /** GET. */
    public HttpResponse<String> get(String path, String... headers) {
        return send("GET", path, BodyPublishers.noBody(), headers);
    }

    /** POST of JSON. */
    public HttpResponse<String> post(String path, JsonNode body, String... headers) {
        return send(
                "POST",
                path,
                json(body),
                List.of("Content-Type", "application/json")
                        .appendAll(List.of(headers))
                        .toJavaArray(String[]::new));
    }

    /** PATCH with a JSON merge patch. */
    public HttpResponse<String> patch(String path, JsonNode body, String... headers) {
        return send(
                "PATCH",
                path,
                json(body),
                List.of("Content-Type", "application/merge-patch+json")
                        .appendAll(List.of(headers))
                        .toJavaArray(String[]::new));
    }

    /** Any request. */
    public HttpResponse<String> send(String method, String path, BodyPublisher body, String... headers) {
        return checked(request(path, headers).method(method, body).build(), BodyHandlers.ofString());
    }

    /** The beginnings of a request with this caller's headers, for what cannot be asked in another way. */
    public HttpRequest.Builder request(String path, String... headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(uri(path)).timeout(PATIENCE);
        always.appendAll(List.of(headers)).grouped(2).forEach(header -> request.header(header.get(0), header.get(1)));
        return request;
    }

    private HttpResponse<String> checked(HttpRequest request, HttpResponse.BodyHandler<String> handler) {
        try {
            HttpResponse<String> response = HTTP.send(request, handler);
            ContractCheck.Exchange exchange = new ContractCheck.Exchange(
                    request.method(),
                    request.uri().getPath(),
                    response.statusCode(),
                    response.headers(),
                    response.body());
            assertThat(CHECK.complaints(exchange))
                    .as("%s %s %s", response, response.headers().map(), response.body())
                    .isEmpty();
            return response;
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static BodyPublisher json(JsonNode body) {
        return BodyPublishers.ofByteArray(body.toString().getBytes(StandardCharsets.UTF_8));
    }
}
