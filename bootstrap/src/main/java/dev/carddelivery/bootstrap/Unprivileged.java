package dev.carddelivery.bootstrap;

import com.sun.security.auth.module.UnixSystem;
import java.io.IOException;
import java.util.List;

/** PostgreSQL refuses to run as root; this is how root starts it all the same. */
final class Unprivileged {

    /** In a user namespace of its own a process of root's is nobody, and still owns root's files. */
    private static final List<String> NAMESPACE = List.of("unshare", "--user");

    private Unprivileged() {}

    /**
     * What to put in front of a command so that it runs without root's privileges; nothing when there are none.
     *
     * @throws StartupException when this system offers no way
     */
    static List<String> prefix() {
        if (new UnixSystem().getUid() != 0) {
            return List.of();
        }
        if (!worksHere()) {
            throw new StartupException("PostgreSQL does not run as root, and `unshare --user` does not work here."
                    + " Start the program as another user, or set DATABASE_URL to use a PostgreSQL of your own.");
        }
        return NAMESPACE;
    }

    private static boolean worksHere() {
        try {
            var attempt = new ProcessBuilder(NAMESPACE.getFirst(), NAMESPACE.getLast(), "true")
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            return attempt.onExit().join().exitValue() == 0;
        } catch (IOException e) {
            return false;
        }
    }
}
