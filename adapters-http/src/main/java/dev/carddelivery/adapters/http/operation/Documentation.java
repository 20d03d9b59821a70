package dev.carddelivery.adapters.http.operation;

import dev.carddelivery.adapters.http.Services.MessageContract;
import dev.carddelivery.adapters.http.answer.Reply;
import dev.carddelivery.adapters.http.problem.ProblemType;
import dev.carddelivery.adapters.http.request.Request;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;

/** The contracts, and a page that shows ours to people, which loads nothing from elsewhere. */
public final class Documentation {

    private static final String SWAGGER_UI = "/META-INF/resources/webjars/swagger-ui-dist/5.30.1/";

    /** Swagger UI sets styles on elements and draws icons from {@code data:}; all else must come from here. */
    private static final String POLICY = "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; "
            + "img-src 'self' data:; connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    private final MessageContract messages;
    private final Reply contract = file("/openapi.yaml", "application/yaml");
    private final Reply page = file("docs.html", "text/html;charset=utf-8").with("Content-Security-Policy", POLICY);
    private final Map<String, Reply> assets = Map.of(
            "docs.js", file("docs.js", "text/javascript;charset=utf-8"),
            "swagger-ui.css", file(SWAGGER_UI + "swagger-ui.css", "text/css;charset=utf-8"),
            "swagger-ui-bundle.js", file(SWAGGER_UI + "swagger-ui-bundle.js", "text/javascript;charset=utf-8"),
            "favicon-32x32.png", file(SWAGGER_UI + "favicon-32x32.png", "image/png"));

    public Documentation(MessageContract messages) {
        this.messages = messages;
    }

    /** getContract. */
    public Reply contract(Request request) {
        return contract;
    }

    /** getMessageContract. */
    public Reply messageContract(Request request) {
        return messageFile("asyncapi.yaml", "application/yaml");
    }

    /** getMessageSchema: what the messages' contract refers to. */
    public Reply messageSchema(Request request) {
        return messageFile("schemas/" + request.path("file"), "application/schema+json");
    }

    /** findContract: who knows no more than the address gets to the page. */
    public Reply home(Request request) {
        return Reply.empty(302).with("Location", "/docs");
    }

    /** readContract. */
    public Reply page(Request request) {
        return page;
    }

    /** getContractAsset: what the page needs. */
    public Reply asset(Request request) {
        Reply asset = assets.get(request.path("file"));
        if (asset == null) {
            throw ProblemType.NOT_FOUND.problem().exception();
        }
        return asset;
    }

    private Reply messageFile(String name, String mediaType) {
        return messages.file(name)
                .map(file -> fresh(mediaType, file))
                .getOrElseThrow(() -> ProblemType.NOT_FOUND.problem().exception());
    }

    private static Reply file(String name, String mediaType) {
        try (InputStream file = Documentation.class.getResourceAsStream(name)) {
            if (file == null) {
                throw new IllegalStateException("There is no " + name + " on the class path");
            }
            return fresh(mediaType, file.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read " + name, e);
        }
    }

    private static Reply fresh(String mediaType, byte[] file) {
        return Reply.of(200, mediaType, file).with("Cache-Control", "no-cache");
    }
}
