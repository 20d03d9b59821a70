package dev.carddelivery.application.simulation;

import dev.carddelivery.application.port.StoreUnavailable;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;

/** What may befall the program whenever it calls on one of its ports. */
final class Perils {

    private final Nature nature;

    Perils(Nature nature) {
        this.nature = nature;
    }

    /** The same port, before and after each call on which the program may crash. */
    <P> P deadly(Class<P> port, P real) {
        return proxy(port, (proxy, method, arguments) -> {
            String call = port.getSimpleName() + "." + method.getName();
            strike("before " + call);
            Object answer = answer(real, method, arguments);
            strike("after " + call);
            return answer;
        });
    }

    /** The same port, which may also fail: the request gets lost, or the answer does. */
    <P> P unreliable(Class<P> port, P real) {
        return proxy(port, (proxy, method, arguments) -> {
            String call = port.getSimpleName() + "." + method.getName();
            fail("request of " + call);
            Object answer = answer(real, method, arguments);
            fail("answer of " + call);
            return answer;
        });
    }

    /** The program may crash here. */
    void strike(String where) {
        if (nature.chance().of(nature.weather().crash())) {
            throw new SimulatedCrash(where);
        }
    }

    private void fail(String what) {
        if (nature.chance().of(nature.weather().unavailable())) {
            throw new StoreUnavailable("lost: the " + what);
        }
    }

    private static <P> P proxy(Class<P> port, InvocationHandler handler) {
        return port.cast(Proxy.newProxyInstance(port.getClassLoader(), new Class<?>[] {port}, handler));
    }

    private static Object answer(Object real, Method method, Object[] arguments) throws Throwable {
        try {
            return method.invoke(real, arguments);
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }
}
