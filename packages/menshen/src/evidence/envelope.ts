/** One kind of evidence as it was collected, was absent, or failed: rules see only what was collected. */
export interface Stamp {
  readonly collector: string
  /** ISO 8601, given by the caller: the core has no clock. */
  readonly at: string
}
export type Envelope<T> =
  | { readonly status: 'collected'; readonly by: Stamp; readonly value: T }
  /** Nobody gave it: no listing.json, no run. `reason` is a code of check/reasons.ts. */
  | { readonly status: 'absent'; readonly by: Stamp; readonly reason: string }
  /** Collecting it went wrong: whoever needs it ends in an error. */
  | { readonly status: 'failed'; readonly by: Stamp; readonly reason: string }
