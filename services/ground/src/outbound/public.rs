//! Which addresses the whole Internet shares; all others are somebody's inside, or nobody's.

use std::net::{IpAddr, Ipv4Addr, Ipv6Addr};

/// Whether anybody could reach this address (IANA's registries of special purpose: RFC 6890, 8190). What a program
/// would reach by way of it counts: an IPv4 address inside an IPv6 one is judged as itself.
pub(super) fn is_public(address: IpAddr) -> bool {
    match address.to_canonical() {
        IpAddr::V4(v4) => is_public_v4(v4),
        IpAddr::V6(v6) => match v6.segments() {
            // NAT64 (RFC 6052): a network without IPv4 reaches the rest of the world like this.
            [0x64, 0xff9b, 0, 0, 0, 0, high, low] => {
                is_public_v4(Ipv4Addr::from_bits(u32::from(high) << 16 | u32::from(low)))
            }
            _ => is_public_v6(v6),
        },
    }
}

fn is_public_v4(address: Ipv4Addr) -> bool {
    let inner: [(Ipv4Addr, u32); 16] = [
        (Ipv4Addr::UNSPECIFIED, 8),           // this network
        (Ipv4Addr::new(10, 0, 0, 0), 8),      // private
        (Ipv4Addr::new(100, 64, 0, 0), 10),   // shared by customers of a provider
        (Ipv4Addr::new(127, 0, 0, 0), 8),     // this machine
        (Ipv4Addr::new(169, 254, 0, 0), 16),  // this link; where clouds tell their machines secrets
        (Ipv4Addr::new(172, 16, 0, 0), 12),   // private
        (Ipv4Addr::new(192, 0, 0, 0), 24),    // protocols
        (Ipv4Addr::new(192, 0, 2, 0), 24),    // documentation
        (Ipv4Addr::new(192, 31, 196, 0), 24), // AS112
        (Ipv4Addr::new(192, 88, 99, 0), 24),  // 6to4 relays
        (Ipv4Addr::new(192, 168, 0, 0), 16),  // private
        (Ipv4Addr::new(198, 18, 0, 0), 15),   // benchmarks
        (Ipv4Addr::new(198, 51, 100, 0), 24), // documentation
        (Ipv4Addr::new(203, 0, 113, 0), 24),  // documentation
        (Ipv4Addr::new(224, 0, 0, 0), 4),     // many at once
        (Ipv4Addr::new(240, 0, 0, 0), 4),     // kept back, and everybody
    ];
    !inner
        .iter()
        .any(|(net, length)| (address.to_bits() ^ net.to_bits()) >> (32 - length) == 0)
}

/// Of IPv6 only what is given out to the public (`2000::/3`), without its special parts.
fn is_public_v6(address: Ipv6Addr) -> bool {
    let inner: [(Ipv6Addr, u32); 5] = [
        (Ipv6Addr::new(0x2001, 0, 0, 0, 0, 0, 0, 0), 23), // protocols, Teredo among them
        (Ipv6Addr::new(0x2001, 0xdb8, 0, 0, 0, 0, 0, 0), 32), // documentation
        (Ipv6Addr::new(0x2002, 0, 0, 0, 0, 0, 0, 0), 16), // 6to4: carries an IPv4 address
        (Ipv6Addr::new(0x2620, 0x4f, 0x8000, 0, 0, 0, 0, 0), 48), // AS112
        (Ipv6Addr::new(0x3fff, 0, 0, 0, 0, 0, 0, 0), 20), // documentation
    ];
    address.segments()[0] >> 13 == 1
        && !inner
            .iter()
            .any(|(net, length)| (address.to_bits() ^ net.to_bits()) >> (128 - length) == 0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_only_we_can_reach_is_not_public_however_it_is_written() {
        for inner in [
            "0.0.0.0",
            "0.1.2.3",
            "10.0.0.1",
            "100.64.0.1",
            "100.127.255.255",
            "127.0.0.1",
            "127.255.255.254",
            "169.254.169.254",
            "172.16.0.1",
            "172.31.255.255",
            "192.0.0.192",
            "192.0.2.7",
            "192.88.99.1",
            "192.168.1.1",
            "198.18.0.1",
            "198.19.255.255",
            "198.51.100.1",
            "203.0.113.9",
            "224.0.0.1",
            "239.255.255.250",
            "240.0.0.1",
            "255.255.255.255",
            "::",
            "::1",
            "::127.0.0.1",
            "::ffff:127.0.0.1",
            "::ffff:169.254.169.254",
            "::ffff:10.0.0.1",
            "64:ff9b::127.0.0.1",
            "64:ff9b::a9fe:a9fe",
            "64:ff9b:1::1",
            "100::1",
            "fc00::1",
            "fd00:ec2::254",
            "fe80::1",
            "fec0::1",
            "ff02::1",
            "2001::1",
            "2001:db8::1",
            "2002:7f00:1::",
            "3fff::1",
            "4000::1",
        ] {
            assert!(!is_public(inner.parse().unwrap()), "{inner}");
        }
    }

    #[test]
    fn what_everybody_can_reach_is_public_up_to_the_edges() {
        for outer in [
            "1.1.1.1",
            "9.255.255.255",
            "11.0.0.0",
            "100.63.255.255",
            "100.128.0.0",
            "126.255.255.255",
            "128.0.0.1",
            "169.253.255.255",
            "169.255.0.0",
            "172.15.255.255",
            "172.32.0.0",
            "192.167.255.255",
            "192.169.0.0",
            "198.17.255.255",
            "198.20.0.0",
            "223.255.255.255",
            "::ffff:1.1.1.1",
            "64:ff9b::1.1.1.1",
            "2001:4860:4860::8888",
            "2606:4700:4700::1111",
            "2a00:1450::1",
            "2003::1",
        ] {
            assert!(is_public(outer.parse().unwrap()), "{outer}");
        }
    }
}
