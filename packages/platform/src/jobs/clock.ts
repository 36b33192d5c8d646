/** The machine's clock: the one place where the platform asks what time it is. */
import type { Clock } from '../domain/words.ts'

export const SYSTEM_CLOCK: Clock = { now: () => Date.now() }
