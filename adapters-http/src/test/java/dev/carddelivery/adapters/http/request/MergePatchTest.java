package dev.carddelivery.adapters.http.request;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class MergePatchTest {

    private static JsonNode json(String text) {
        return JsonMapper.shared().readTree(text);
    }

    /** The test cases of RFC 7396, appendix A. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    {"a":"b"}         | {"a":"c"}                | {"a":"c"}
                    {"a":"b"}         | {"b":"c"}                | {"a":"b","b":"c"}
                    {"a":"b"}         | {"a":null}               | {}
                    {"a":"b","b":"c"} | {"a":null}               | {"b":"c"}
                    {"a":["b"]}       | {"a":"c"}                | {"a":"c"}
                    {"a":"c"}         | {"a":["b"]}              | {"a":["b"]}
                    {"a":{"b":"c"}}   | {"a":{"b":"d","c":null}} | {"a":{"b":"d"}}
                    {"a":[{"b":"c"}]} | {"a":[1]}                | {"a":[1]}
                    ["a","b"]         | ["c","d"]                | ["c","d"]
                    {"a":"b"}         | ["c"]                    | ["c"]
                    {"a":"foo"}       | null                     | null
                    {"a":"foo"}       | "bar"                    | "bar"
                    {"e":null}        | {"a":1}                  | {"e":null,"a":1}
                    [1,2]             | {"a":"b","c":null}       | {"a":"b"}
                    {}                | {"a":{"bb":{"ccc":null}}} | {"a":{"bb":{}}}
                    """)
    void asTheRfcSays(String target, String patch, String result) {
        JsonNode present = json(target);
        assertThat(MergePatch.apply(present, json(patch))).isEqualTo(json(result));
        assertThat(present).as("the target is left as it is").isEqualTo(json(target));
    }
}
