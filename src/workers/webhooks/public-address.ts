/** Which addresses the world reaches: what is sent out goes to no other, whatever a name resolves to. */
import { BlockList, isIPv4, isIPv6 } from 'node:net';

/** @see https://www.iana.org/assignments/iana-ipv4-special-registry */
const ipv4: readonly (readonly [string, number])[] = [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.0.2.0', 24],
  ['192.88.99.0', 24],
  ['192.168.0.0', 16],
  ['198.18.0.0', 15],
  ['198.51.100.0', 24],
  ['203.0.113.0', 24],
  ['224.0.0.0', 3],
];
const closedIpv4 = new BlockList();
for (const [network, prefix] of ipv4) closedIpv4.addSubnet(network, prefix, 'ipv4');

// Global unicast and nothing else; in it, what stands for an IPv4 address, documentation and test nets.
const openIpv6 = new BlockList();
openIpv6.addSubnet('2000::', 3, 'ipv6');
const closedIpv6 = new BlockList();
for (const [network, prefix] of [
  ['2001::', 23],
  ['2001:db8::', 32],
  ['2002::', 16],
  ['3fff::', 20],
] as const)
  closedIpv6.addSubnet(network, prefix, 'ipv6');

/** False for what is no address. */
export function isPublicAddress(address: string): boolean {
  if (isIPv4(address)) return !closedIpv4.check(address, 'ipv4');
  return isIPv6(address) && openIpv6.check(address, 'ipv6') && !closedIpv6.check(address, 'ipv6');
}
