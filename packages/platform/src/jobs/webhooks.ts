/** Calls to developers' own servers. */
import type { Work } from './work.ts'

export const deliverCalls = async (_work: Work): Promise<void> => {}
