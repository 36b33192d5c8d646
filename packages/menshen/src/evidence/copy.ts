/** Every text that a user can see, once, with where it comes from. */
import type { Span } from '../program/types.ts'

export interface Copy {
  readonly text: string
  readonly at: Span
  /** How it reaches the user. */
  readonly via: 'template' | 'attribute' | 'data' | 'api' | 'config' | 'wxs' | 'image' | 'run'
  /** Tag of the element that shows it, or the API ('wx.showModal'), or the configuration key. */
  readonly carrier: string
  /** Attribute, option or key: 'placeholder', 'content', 'navigationBarTitleText'; '' for an element's own text. */
  readonly slot: string
  /** Base paths of the pages and components that show it. */
  readonly units: readonly string[]
  /** False when no page shows it (an orphan component, wx:if of a constant false). */
  readonly reachable: boolean
  /** The whole visible sentence around it when several pieces stand in one element. */
  readonly context: string
}
export interface CopyEvidence {
  readonly copies: readonly Copy[]
}
