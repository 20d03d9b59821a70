package dev.carddelivery.adapters.http.operation;

import dev.carddelivery.adapters.http.answer.Reply;
import dev.carddelivery.adapters.http.problem.ProblemType;
import dev.carddelivery.adapters.http.request.Request;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;

/** The contract, and a page that shows it to people. Everything comes from the class path, nothing from elsewhere. */
public final class Documentation {

    private static final String SWAGGER_UI = "/META-INF/resources/webjars/swagger-ui-dist/5.30.1/";

    /** Swagger UI sets styles on elements and draws icons from {@code data:}; all else must come from here. */
    private static final String POLICY = "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; "
            + "img-src 'self' data:; connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    private final Reply contract = file("/openapi.yaml", "application/yaml");
    private final Reply page = file("docs.html", "text/html;charset=utf-8").with("Content-Security-Policy", POLICY);
    private final Map<String, Reply> assets = Map.of(
            "docs.js", file("docs.js", "text/javascript;charset=utf-8"),
            "swagger-ui.css", file(SWAGGER_UI + "swagger-ui.css", "text/css;charset=utf-8"),
            "swagger-ui-bundle.js", file(SWAGGER_UI + "swagger-ui-bundle.js", "text/javascript;charset=utf-8"),
            "favicon-32x32.png", file(SWAGGER_UI + "favicon-32x32.png", "image/png"));

    /** getContract. */
    public Reply contract(Request request) {
        return contract;
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

    private static Reply file(String name, String mediaType) {
        try (InputStream file = Documentation.class.getResourceAsStream(name)) {
            if (file == null) {
                throw new IllegalStateException("There is no " + name + " on the class path");
            }
            return Reply.of(200, mediaType, file.readAllBytes()).with("Cache-Control", "no-cache");
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read " + name, e);
        }
    }
}
