package dev.carddelivery.adapters.http;

import dev.carddelivery.adapters.http.answer.Reply;
import dev.carddelivery.adapters.http.problem.Problem;
import dev.carddelivery.adapters.http.problem.ProblemType;
import dev.carddelivery.adapters.http.problem.ProblemView;
import dev.carddelivery.adapters.http.problem.Texts;
import io.vavr.control.Option;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.handler.ErrorHandler;
import org.eclipse.jetty.util.Callback;

/** Answers what Jetty refuses before anybody else sees it, such as a path that cannot be one, as a problem. */
final class JettyErrors extends ErrorHandler {

    @Override
    public boolean handle(Request request, Response response, Callback callback) throws Exception {
        Option<String> language = Option.of(request.getHeaders().get(HttpHeader.ACCEPT_LANGUAGE));
        Problem problem = problem(response.getStatus());
        Reply reply = ProblemView.reply(problem, Option.none(), Texts.preferredBy(language.getOrElse("")));
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        reply.body().writeTo(body);
        response.setStatus(reply.status());
        reply.headers().forEach(header -> response.getHeaders().put(header.name(), header.value()));
        response.write(true, ByteBuffer.wrap(body.toByteArray()), callback);
        return true;
    }

    private static Problem problem(int status) {
        return switch (status) {
            case 404 -> ProblemType.NOT_FOUND.problem();
            case 503 -> Problem.unavailable();
            default ->
                status < 500 ? ProblemType.BAD_REQUEST.because("unreadable") : ProblemType.INTERNAL_ERROR.problem();
        };
    }
}
