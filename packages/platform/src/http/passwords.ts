/** Passwords, by argon2id. A few at a time, so that signing in cannot be made to fill the memory. */
import { hash, verify } from '@node-rs/argon2'

/** OWASP's second choice: 19 MiB, two passes. */
const COST = { memoryCost: 19_456, timeCost: 2, parallelism: 1 } as const
const AT_ONCE = 4
const WAITING = 64

let running = 0
const queue: (() => void)[] = []
/** Whether so many wait that another would wait too long. */
export const busy = (): boolean => queue.length >= WAITING

const inTurn = async <T>(work: () => Promise<T>): Promise<T> => {
  if (running >= AT_ONCE) await new Promise<void>((go) => queue.push(go))
  else running++
  try {
    return await work()
  } finally {
    const next = queue.shift()
    if (next) next()
    else running--
  }
}

export const hashPassword = (password: string): Promise<string> => inTurn(() => hash(password.normalize('NFKC'), COST))
let nobody: Promise<string> | undefined
/** Whether a password fits; where there is none to fit it takes as long and says no, so that time tells nothing. */
export const passwordFits = async (stored: string | null | undefined, password: string): Promise<boolean> => {
  nobody ??= hashPassword('nobody has this password')
  const against = stored?.startsWith('$argon2id$') ? stored : await nobody
  const fits = await inTurn(() => verify(against, password.normalize('NFKC')).catch(() => false))
  return fits && against === stored
}
/** What anybody would try first. */
export const weak = (password: string, ...known: readonly string[]): boolean => {
  const low = password.toLowerCase()
  return (
    new Set(low).size < 4 ||
    /^(.{1,4})\1+$/u.test(low) ||
    ['1234567890', 'qwertyuiop', 'password12', 'password123', '0987654321', 'abcdefghij', 'iloveyou12', 'menshen123'].includes(low) ||
    known.some((word) => word.length >= 4 && low.includes(word.toLowerCase()))
  )
}
