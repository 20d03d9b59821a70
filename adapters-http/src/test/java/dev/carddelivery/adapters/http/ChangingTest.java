package dev.carddelivery.adapters.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.carddelivery.adapters.http.testing.Sample;
import dev.carddelivery.application.UnreliableStore.Mishap;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

class ChangingTest extends ApiTest {

    private static final JsonNode PHONE = Sample.json("{'userInfo':{'phone':'+79160000000'}}");

    private UUID id;

    @BeforeEach
    void place() {
        id = api.placed();
    }

    private JsonNode whole() {
        return body(anna.get(order(id)));
    }

    private HttpResponse<String> change(String patch) {
        return anna.patch(order(id), Sample.json(patch));
    }

    @Test
    void changesWhatIsNamedAndLeavesTheRest() {
        JsonNode before = whole();
        HttpResponse<String> changed = change("""
                {'cardInfo':{'embossingName':'I PETROV','design':'winter-2026'},'userInfo':{'phone':'+79160000000','email':null},
                 'deliveryInfo':{'address':{'house':'8','apartment':null},'slot':null,'comment':null}}""");
        assertThat(changed.statusCode()).isEqualTo(200);
        assertThat(header(changed, "ETag")).isEqualTo("\"2\"");
        JsonNode after = whole();
        assertThat(after.at("/cardInfo/embossingName").asString()).isEqualTo("I PETROV");
        assertThat(after.at("/cardInfo/design").asString()).isEqualTo("winter-2026");
        assertThat(after.at("/userInfo/phone").asString()).isEqualTo("+79160000000");
        assertThat(after.path("userInfo").has("email")).isFalse();
        assertThat(after.at("/deliveryInfo/address/house").asString()).isEqualTo("8");
        assertThat(after.at("/deliveryInfo/address").has("apartment")).isFalse();
        assertThat(after.at("/deliveryInfo").propertyNames()).containsExactly("method", "address");
        assertThat(after.path("legalInfo")).isEqualTo(before.path("legalInfo"));
        assertThat(after.at("/deliveryInfo/address/city")).isEqualTo(before.at("/deliveryInfo/address/city"));
    }

    @Test
    void alsoAtTheSketchsPathAndAsPlainJson() {
        HttpResponse<String> changed = anna.post("/updateOrder/" + id, PHONE);
        assertThat(header(changed, "ETag")).isEqualTo("\"2\"");
    }

    @Test
    void aPatchThatChangesNothingIsRecordedAllTheSame() {
        HttpResponse<String> same = anna.patch(order(id), Sample.json("{'userInfo':{'firstName':'Иван'}}"));
        assertThat(same.statusCode()).isEqualTo(200);
        assertThat(header(same, "ETag")).isEqualTo("\"2\"");
    }

    @Test
    void aRemovedDesignIsTheClassicOne() {
        change("{'cardInfo':{'design':'winter-2026'}}");
        change("{'cardInfo':{'design':null}}");
        assertThat(whole().at("/cardInfo/design").asString()).isEqualTo("classic");
    }

    @Test
    void whatIsFixedIsRefusedByName() {
        HttpResponse<String> refused = change("""
                {'cardInfo':{'cardType':'debit','currency':'none'},'userInfo':{'lastName':'Сидоров','middleName':null},
                 'legalInfo':{'document':{'number':'0000000000'}}}""");
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(errors(refused).lines())
                .containsExactlyInAnyOrder(
                        "/cardInfo/cardType not-editable",
                        "/cardInfo/currency not-editable",
                        "/userInfo/lastName not-editable",
                        "/userInfo/middleName not-editable",
                        "/legalInfo/document/number not-editable");
    }

    @Test
    void whatIsNotKnownCannotBeRemovedEither() {
        HttpResponse<String> refused = change("""
                {'orderId':null,'foo':null,'cardInfo':{'pan':null,'design':null},'deliveryInfo':{'slot':null}}""");

        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(errors(refused).lines())
                .containsExactlyInAnyOrder(
                        "/orderId unknown-field", "/foo unknown-field", "/cardInfo/pan unknown-field");
        assertThat(api.revision(id).version()).isEqualTo(1);
    }

    @Test
    void whatIsFixedMaySayTheSameInAnotherWay() {
        HttpResponse<String> changed = change("""
                {'legalInfo':{'consents':['card_terms','personal_data']},'cardInfo':{'design':'winter-2026'}}""");
        assertThat(changed.statusCode()).isEqualTo(200);
    }

    @Test
    void whatIsWrongWithinWhatIsFixedIsToldOnce() {
        assertThat(errors(change("{'legalInfo':{'consents':['bogus']}}")))
                .isEqualTo("/legalInfo/consents not-editable");
    }

    @Test
    void everythingWrongIsToldAtOnce() {
        HttpResponse<String> refused = change("""
                {'orderId':'x','cardInfo':{'embossingName':'иван','cardType':'debit'},'userInfo':{'phone':null},
                 'deliveryInfo':{'address':{'postalCode':'1'},'floor':3}}""");
        assertThat(errors(refused).lines())
                .containsExactlyInAnyOrder(
                        "/orderId unknown-field",
                        "/cardInfo/embossingName embossing-name",
                        "/cardInfo/cardType not-editable",
                        "/userInfo/phone required",
                        "/deliveryInfo/address/postalCode postal-code-ru",
                        "/deliveryInfo/floor unknown-field");
        assertThat(api.revision(id).version()).isEqualTo(1);
    }

    @Test
    void noMoreErrorsThanTheContractAllows() {
        ObjectNode patch = Sample.json("{'cardInfo':{'cardType':'debit'}}");
        for (int i = 0; i < 200; i++) {
            patch.put("field" + i, i);
        }
        HttpResponse<String> refused = anna.patch(order(id), patch);
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(errors(refused).lines()).hasSize(100).startsWith("/cardInfo/cardType not-editable");
    }

    @Test
    void aNewAddressIsCheckedAsAWhole() {
        HttpResponse<String> refused = change("{'deliveryInfo':{'address':{'country':'DE','postalCode':'ab'}}}");
        assertThat(errors(refused)).isEqualTo("/deliveryInfo/address/postalCode postal-code");
    }

    @Test
    void aSlotInThePast() {
        HttpResponse<String> refused = change("{'deliveryInfo':{'slot':{'date':'2026-11-01'}}}");
        assertThat(errors(refused)).isEqualTo("/deliveryInfo/slot/date slot-in-the-past");
    }

    @Test
    void aPatchThatIsNoObject() {
        HttpResponse<String> refused =
                anna.send("PATCH", order(id), BodyPublishers.ofString("[]"), "Content-Type", "application/json");
        assertThat(errors(refused)).isEqualTo("wrong-type");
    }

    @Test
    void tooLate() {
        api.approve(id);
        assertThat(anna.patch(order(id), PHONE).statusCode()).isEqualTo(200);
        api.passDeadline(id);
        HttpResponse<String> refused = anna.patch(order(id), PHONE);
        assertThat(refused.statusCode()).isEqualTo(409);
        assertThat(problem(refused)).isEqualTo("order-not-editable");
    }

    @Test
    void onlyForTheVersionThatIsMeant() {
        assertThat(problem(anna.patch(order(id), PHONE, "If-Match", "\"2\""))).isEqualTo("precondition-failed");
        assertThat(problem(anna.patch(order(id), PHONE, "If-Match", "W/\"1\""))).isEqualTo("precondition-failed");
        assertThat(problem(anna.patch(order(id), PHONE, "If-Match", "\"a\", \"7\"")))
                .isEqualTo("precondition-failed");
        assertThat(problem(anna.patch(order(id), PHONE, "If-Match", "1"))).isEqualTo("bad-request");
        assertThat(anna.patch(order(id), PHONE, "If-Match", "\"7\", \"1\"").statusCode())
                .isEqualTo(200);
        assertThat(anna.patch(order(id), PHONE, "If-Match", "*").statusCode()).isEqualTo(200);
    }

    @Test
    void notForAVersionThatIsNotMeant() {
        assertThat(problem(anna.patch(order(id), PHONE, "If-None-Match", "*"))).isEqualTo("precondition-failed");
        assertThat(problem(anna.patch(order(id), PHONE, "If-None-Match", "\"7\", W/\"1\"")))
                .isEqualTo("precondition-failed");
        assertThat(problem(anna.post(order(id) + "/cancel", Sample.json("{'reason':'other'}"), "If-None-Match", "*")))
                .isEqualTo("precondition-failed");
        assertThat(anna.patch(order(id), PHONE, "If-Match", "\"1\"", "If-None-Match", "\"2\"")
                        .statusCode())
                .isEqualTo(200);
    }

    @Test
    void theRegionCannotBeTakenAway() {
        HttpResponse<String> refused =
                anna.patch(order(id), Sample.json("{'deliveryInfo':{'address':{'region':null}}}"));
        assertThat(errors(refused)).isEqualTo("/deliveryInfo/address/region required");
    }

    @Test
    void aNamedChangeIsMadeOnce() {
        HttpResponse<String> first = anna.patch(order(id), PHONE, "Idempotency-Key", "c1", "If-Match", "\"1\"");
        anna.patch(order(id), Sample.json("{'userInfo':{'phone':'+79161111111'}}"));
        HttpResponse<String> again = anna.patch(order(id), PHONE, "Idempotency-Key", "c1", "If-Match", "\"1\"");
        assertThat(again.body()).isEqualTo(first.body());
        assertThat(header(again, "Idempotent-Replayed")).isEqualTo("true");
        HttpResponse<String> reused =
                anna.post("/cancelOrder/" + id, Sample.json("{'reason':'other'}"), "Idempotency-Key", "c1");
        assertThat(problem(reused)).isEqualTo("idempotency-key-reused");
    }

    @Test
    void aPatchIsLaidOverTheFreshestContent() {
        api.store()
                .next(Mishap.overtakenBy(
                        () -> api.operator().patch(order(id), Sample.json("{'cardInfo':{'design':'winter-2026'}}"))));
        HttpResponse<String> changed = anna.patch(order(id), PHONE);
        assertThat(header(changed, "ETag")).isEqualTo("\"3\"");
        assertThat(whole().at("/cardInfo/design").asString()).isEqualTo("winter-2026");
        assertThat(whole().at("/userInfo/phone").asString()).isEqualTo("+79160000000");
    }

    @Test
    void supportChangesEverybodysOthersOnlyTheirOwn() {
        assertThat(problem(api.customer("boris").patch(order(id), PHONE))).isEqualTo("order-not-found");
        assertThat(api.operator().patch(order(id), PHONE).statusCode()).isEqualTo(200);
        JsonNode history = body(anna.get(order(id) + "/history"));
        assertThat(history.at("/items/1/assertedBy").asString()).isEqualTo("support");
    }
}
