package dev.carddelivery.bootstrap;

import java.nio.file.Path;

/**
 * Stores numbers in an embedded database, one commit each, and prints each when it is committed; until it is killed.
 */
final class StoringProgram {

    private StoringProgram() {}

    public static void main(String[] arguments) throws Exception {
        var database = EmbeddedDatabase.start(Path.of(arguments[0]));
        try (var connection = Databases.connect(database);
                var statement = connection.createStatement()) {
            statement.execute("create table if not exists stored (number int)");
            for (int number = 1; ; number++) {
                statement.execute("insert into stored values (" + number + ")");
                System.out.println("stored " + number);
            }
        }
    }
}
