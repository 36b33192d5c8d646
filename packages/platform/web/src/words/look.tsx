/** Language and theme: kept on this machine, said to the page's root element, and read by every component. */
import { createContext, type ReactNode, useCallback, useContext, useEffect, useMemo, useState } from 'react'
import type { Lang, Text } from '../../../src/contract/index.ts'
import { nested } from './quotes.ts'

export type Theme = 'light' | 'dark'
/** Says a text in the reader's language: either one that the server sent, or the two versions of one of ours. */
export interface Say {
  (text: Text): string
  (zh: string, en: string): string
}
interface Look {
  readonly lang: Lang
  readonly theme: Theme
  readonly say: Say
  setLang(lang: Lang): void
  setTheme(theme: Theme): void
}

const KEPT = 'menshen.look'
const kept = (): { lang?: Lang; theme?: Theme } => {
  try {
    return JSON.parse(localStorage.getItem(KEPT) ?? '{}') as { lang?: Lang; theme?: Theme }
  } catch {
    return {}
  }
}
const keep = (change: { lang?: Lang; theme?: Theme }): void => {
  try {
    localStorage.setItem(KEPT, JSON.stringify({ ...kept(), ...change }))
  } catch {
    // Storage may be forbidden; then the choice lasts as long as the page.
  }
}

let current: Lang = typeof document !== 'undefined' && document.documentElement.lang === 'en' ? 'en' : 'zh'
/** For what runs outside components: requests, dates. */
export const langNow = (): Lang => current

const Looks = createContext<Look | null>(null)

export function LookProvider({ children }: { readonly children: ReactNode }) {
  const [lang, setLangState] = useState<Lang>(current)
  const [theme, setThemeState] = useState<Theme>(document.documentElement.getAttribute('theme-mode') === 'dark' ? 'dark' : 'light')
  useEffect(() => {
    document.documentElement.lang = lang === 'zh' ? 'zh-CN' : 'en'
  }, [lang])
  useEffect(() => {
    document.documentElement.setAttribute('theme-mode', theme)
  }, [theme])
  const setLang = useCallback((next: Lang) => {
    current = next
    keep({ lang: next })
    setLangState(next)
  }, [])
  const setTheme = useCallback((next: Theme) => {
    keep({ theme: next })
    setThemeState(next)
  }, [])
  const look = useMemo<Look>(() => {
    const say = ((first: string | Text, en?: string) =>
      typeof first === 'string'
        ? lang === 'zh'
          ? first
          : (en ?? first)
        : nested(first[lang] || first[lang === 'zh' ? 'en' : 'zh'])) as Say
    return { lang, theme, say, setLang, setTheme }
  }, [lang, theme, setLang, setTheme])
  return <Looks.Provider value={look}>{children}</Looks.Provider>
}

export const useLook = (): Look => {
  const look = useContext(Looks)
  if (look === null) throw new Error('LookProvider is missing')
  return look
}
export const useSay = (): Say => useLook().say
