/** From which network address somebody asks: that of the socket, or what a declared proxy says of it. Headers of strangers count for nothing. */
export interface Socket {
  readonly remoteAddress?: string | undefined
}
const plain = (address: string): string =>
  address
    .trim()
    .toLowerCase()
    .replace(/^::ffff:(?=\d+\.)/, '')
    .replace(/^\[(.*)\](:\d+)?$/, '$1')

/** The address to count by: of IPv6 the network, of which one home has billions of addresses. */
const counted = (address: string): string => {
  if (!address.includes(':')) return address.slice(0, 60)
  const [head = '', tail] = address.split('::')
  const groups = head.split(':').filter(Boolean)
  const rest = (tail ?? '').split(':').filter(Boolean)
  const whole = tail === undefined ? groups : [...groups, ...Array<string>(Math.max(0, 8 - groups.length - rest.length)).fill('0'), ...rest]
  return `${whole
    .slice(0, 4)
    .map((group) => group.replace(/^0+(?=.)/, ''))
    .join(':')}::/64`
}

export const addressOf = (socket: Socket | undefined, forwarded: string | undefined, proxies: readonly string[]): string => {
  const known = new Set(proxies.map(plain))
  let address = plain(socket?.remoteAddress ?? 'unknown')
  // From the right: each declared proxy vouches for the one before it.
  for (const one of (forwarded ?? '').slice(-1000).split(',').reverse()) {
    if (!known.has(address) || one.trim() === '') break
    address = plain(one)
  }
  return counted(address)
}
