package dev.carddelivery.adapters.messaging.webhook;

import io.vavr.collection.List;
import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;

/**
 * Addresses that begin alike.
 *
 * @param start the first of them
 * @param bits how many bits all of them share with it
 */
record AddressRange(InetAddress start, int bits) {

    /** IANA's special-purpose ranges of IPv4, and what is multicast, reserved or broadcast. */
    private static final List<AddressRange> SPECIAL_V4 = List.of(
                    "0.0.0.0/8", // this network
                    "10.0.0.0/8", // private
                    "100.64.0.0/10", // shared by customers of a carrier
                    "127.0.0.0/8", // loopback
                    "169.254.0.0/16", // link-local, and clouds' metadata
                    "172.16.0.0/12", // private
                    "192.0.0.0/24", // protocol assignments
                    "192.0.2.0/24", // documentation
                    "192.88.99.0/24", // once 6to4 relays
                    "192.168.0.0/16", // private
                    "198.18.0.0/15", // benchmarks
                    "198.51.100.0/24", // documentation
                    "203.0.113.0/24", // documentation
                    "224.0.0.0/4", // multicast
                    "240.0.0.0/4") // reserved, broadcast
            .map(AddressRange::parse);

    /** All that is global in IPv6. The rest is loopback, local, multicast, not given out, or holds an IPv4 address. */
    private static final AddressRange GLOBAL_V6 = parse("2000::/3");

    private static final List<AddressRange> SPECIAL_V6 = List.of(
                    "2001::/23", // protocol assignments, and Teredo, which holds an IPv4 address
                    "2001:db8::/32", // documentation
                    "2002::/16", // 6to4, which holds an IPv4 address
                    "3fff::/20") // documentation
            .map(AddressRange::parse);

    /** Whether {@code address} is one of a server on the Internet. IPv4 within IPv6 counts as what it is within. */
    static boolean isPublic(InetAddress address) {
        return address instanceof Inet4Address
                ? !SPECIAL_V4.exists(range -> range.contains(address))
                : GLOBAL_V6.contains(address) && !SPECIAL_V6.exists(range -> range.contains(address));
    }

    private boolean contains(InetAddress address) {
        byte[] here = start.getAddress();
        byte[] there = address.getAddress();
        int whole = bits / 8;
        int rest = 8 - bits % 8;
        return here.length == there.length
                && Arrays.equals(here, 0, whole, there, 0, whole)
                && (rest == 8 || (here[whole] & 0xff) >> rest == (there[whole] & 0xff) >> rest);
    }

    private static AddressRange parse(String text) {
        String[] parts = text.split("/", 2);
        try {
            return new AddressRange(InetAddress.getByName(parts[0]), Integer.parseInt(parts[1]));
        } catch (UnknownHostException e) {
            throw new IllegalArgumentException("No address: " + text, e);
        }
    }
}
