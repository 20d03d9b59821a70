package dev.carddelivery.bootstrap.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Whatever the docs point at exists, and the code they show is code that is compiled and run. */
final class DocsTest {

    private static final Pattern LINK = Pattern.compile("]\\(([^)#:\\s]+)(#[^)]*)?\\)");
    private static final Pattern TEST_CLASS =
            Pattern.compile("`(\\w+(?:Test|IT|Properties|Contract|Scenario|Benchmark))`");
    private static final Pattern QUOTED_SNIPPET =
            Pattern.compile("<!-- snippet: (\\w+) -->\\s*```java\\n(.*?)```\\s*<!-- end -->", Pattern.DOTALL);
    private static final Pattern COMPILED_SNIPPET =
            Pattern.compile("^ *// snippet: (\\w+)\\n(.*?)^ *// end$", Pattern.DOTALL | Pattern.MULTILINE);

    @Test
    void everyLinkLeadsToAFile() {
        List<String> broken = new ArrayList<>();
        for (Path page : Checkout.documents()) {
            LINK.matcher(Checkout.read(page))
                    .results()
                    .map(link -> link.group(1))
                    .filter(target -> !Files.exists(page.resolveSibling(target)))
                    .forEach(target -> broken.add(page.getFileName() + " -> " + target));
        }
        assertThat(broken).isEmpty();
    }

    @Test
    void everyTestThatIsNamedExists() {
        Set<String> classes = Checkout.sources().stream()
                .map(source -> source.getFileName().toString().replace(".java", ""))
                .collect(Collectors.toSet());
        List<String> missing = new ArrayList<>();
        for (Path page : Checkout.documents()) {
            TEST_CLASS
                    .matcher(Checkout.read(page))
                    .results()
                    .map(name -> name.group(1))
                    .filter(name -> !classes.contains(name))
                    .forEach(name -> missing.add(page.getFileName() + ": " + name));
        }
        assertThat(missing).isEmpty();
    }

    @Test
    void everySnippetIsCompiledCode() {
        Map<String, String> compiled = new LinkedHashMap<>();
        for (Path source : Checkout.sources()) {
            COMPILED_SNIPPET
                    .matcher(Checkout.read(source))
                    .results()
                    .forEach(found -> compiled.put(
                            found.group(1), found.group(2).stripTrailing().stripIndent() + "\n"));
        }
        Map<String, String> quoted = new LinkedHashMap<>();
        for (Path page : Checkout.documents()) {
            QUOTED_SNIPPET
                    .matcher(Checkout.read(page))
                    .results()
                    .forEach(found -> quoted.put(found.group(1), found.group(2)));
        }
        assertThat(quoted).isEqualTo(compiled).containsOnlyKeys("domain", "application", "courier");
        assertThat(quoted.get("domain").lines()).hasSizeLessThanOrEqualTo(30);
        assertThat(quoted.get("application").lines()).hasSizeLessThanOrEqualTo(40);
    }
}
