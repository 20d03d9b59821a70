package dev.carddelivery.application.webhook;

/** Why no webhook can go to a URL, as far as the URL itself tells; where its name leads is seen when it is sent. */
public enum UrlFault {
    /** It is no absolute URL of a server, or it is one with a login or a fragment. */
    NO_SERVER,
    /** It does not begin with {@code https}. */
    NOT_HTTPS,
    /** It leads to a private network, or into this very machine. */
    PRIVATE_ADDRESS
}
