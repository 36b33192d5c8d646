/** What an explorer needs of a simulator: few moves and two ways to look. A fake of it is enough to test every strategy. */
import type { Missed, PageState, RunValue, Screen, Tappable } from '../simulator/types.ts'

/** What comes before a look: waiting untouched for some milliseconds, or until the screen has been quiet for a while, at most so long. */
export type Rest = { readonly wait: number } | { readonly quiet: number; readonly limit: number }

export interface Driver {
  launch(): Promise<void>
  open(route: string, query?: string): Promise<void>
  navigate(route: string, query?: string): Promise<void>
  find(selector: string): Promise<Tappable | null>
  tap(target: Tappable | number): Promise<boolean>
  /** Why the last tap or press could not be made. */
  readonly missed?: Missed | null
  longpress(target: Tappable | number): Promise<boolean>
  input(target: Tappable, value: string): Promise<boolean>
  answer(button: string): Promise<boolean>
  back(): Promise<boolean>
  scroll(to: 'bottom' | 'top' | number): Promise<boolean>
  pullDown(): Promise<boolean>
  share(from?: 'menu' | 'timeline'): Promise<void>
  hide(): Promise<void>
  show(): Promise<void>
  wait(milliseconds: number): Promise<void>
  settle(quiet?: number, limit?: number): Promise<boolean>
  look(picture?: (state: PageState) => boolean, rest?: Rest): Promise<Screen | null>
  readonly recordCount: number
  readonly alive: boolean
  run(): Promise<RunValue>
  close(): Promise<void>
}
