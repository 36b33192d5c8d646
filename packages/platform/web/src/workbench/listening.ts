/** Listens for the keys of the workbench, wherever the focus is. */
import { type RefObject, useEffect, useRef } from 'react'
import { type Act, actOf } from './keys.ts'

/** Calls for what a key asks; what is given back always holds the newest way of doing it. */
export const useKeys = (act: (wanted: Act) => void): RefObject<(wanted: Act) => void> => {
  const acting = useRef(act)
  acting.current = act
  useEffect(() => {
    const pressed = (event: KeyboardEvent) => {
      const target = event.target as HTMLElement | null
      const typing =
        target !== null &&
        (target.isContentEditable || /^(?:INPUT|TEXTAREA|SELECT)$/.test(target.tagName)) &&
        (target as HTMLInputElement).type !== 'checkbox'
      const wanted = actOf({
        key: event.key,
        ctrlKey: event.ctrlKey,
        metaKey: event.metaKey,
        altKey: event.altKey,
        typing,
        covered: document.querySelector('dialog[open]') !== null,
      })
      if (wanted === null) {
        if (event.key === 'Escape' && typing) target?.blur()
        return
      }
      event.preventDefault()
      acting.current(wanted)
    }
    window.addEventListener('keydown', pressed)
    return () => window.removeEventListener('keydown', pressed)
  }, [])
  return acting
}
