/** Stretches of a text in order of their ends, found without looking through all of them. */

/** Folded offsets. */
export interface Stretch {
  readonly start: number
  readonly end: number
}

/** Few enough to be looked through for each of the others. */
export const A_FEW = 16
/** The length of the longest of many hits that lie in order of their ends; infinite where they have to be looked through one by one. */
export const longestOf = (list: readonly Stretch[]): number => {
  if (list.length <= A_FEW) return Infinity
  let longest = 0
  for (let i = 0; i < list.length; i++) {
    const { start, end } = list[i]!
    if (i > 0 && end < list[i - 1]!.end) return Infinity
    longest = Math.max(longest, end - start)
  }
  return longest
}
/** The first of hits in order of their ends that ends at a place or behind it. */
export const firstFrom = (list: readonly Stretch[], end: number): number => {
  let low = 0
  let high = list.length
  while (low < high) {
    const middle = (low + high) >> 1
    if (list[middle]!.end < end) low = middle + 1
    else high = middle
  }
  return low
}
