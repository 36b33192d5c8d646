/**
 * Lengths that browsers do not know: rpx is a 750th of the width, and vh is counted on the page's own area, without the
 * bars around it.
 */
export const lengths = (text: string): string =>
  text
    .replace(/(-?\d*\.?\d+)rpx\b/gi, (_, n: string) => +((+n * 100) / 750).toFixed(5) + 'vw')
    .replace(/(^|[\s(,:+*/-])(-?\d*\.?\d+)vh\b/gi, (_, before: string, n: string) => `${before}calc(${n} * var(--vh, 1vh))`)
