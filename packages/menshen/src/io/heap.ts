/** How the process keeps its memory. */
import { setFlagsFromString } from 'node:v8'

/**
 * From here on the young generation stays as large as it is. Larger ones are no faster, for they outgrow the processor's
 * caches, and every page of them counts in the peak.
 */
export const settleHeap = (): void => {
  setFlagsFromString('--semi-space-growth-factor=1')
  setFlagsFromString('--heap-growing-percent=100')
}
