/** Ten seconds between the wish to send and the sending, in which it can be taken back. Leaving the page in that time sends nothing. */
import { useCallback, useEffect, useRef, useState } from 'react'
import { newKey } from '../wire/client.ts'

export const UNDO = 10
export interface Sending {
  /** Seconds until it goes; null when nothing is on its way. */
  readonly left: number | null
  begin(): void
  /** Whether there was something to take back. */
  undo(): boolean
}
export const useSending = (deliver: (key: string) => Promise<void>): Sending => {
  const [state, setState] = useState<{ readonly left: number; readonly key: string } | null>(null)
  const delivering = useRef(deliver)
  delivering.current = deliver
  useEffect(() => {
    if (state === null) return
    const timer = setTimeout(() => {
      if (state.left > 1) return setState({ ...state, left: state.left - 1 })
      setState(null)
      void delivering.current(state.key)
    }, 1000)
    const stay = (event: BeforeUnloadEvent) => event.preventDefault()
    window.addEventListener('beforeunload', stay)
    return () => {
      clearTimeout(timer)
      window.removeEventListener('beforeunload', stay)
    }
  }, [state])
  const begin = useCallback(() => setState((old) => old ?? { left: UNDO, key: newKey() }), [])
  const undo = (): boolean => {
    setState(null)
    return state !== null
  }
  return { left: state?.left ?? null, begin, undo }
}
