/** A leaf of a rulebook with texts for and against it. */
export interface Leaf {
  readonly clause: string
  /** A leading ~ marks a text that is written to evade; `|` parts its lines. */
  readonly bad: readonly string[]
  readonly good: readonly string[]
}
