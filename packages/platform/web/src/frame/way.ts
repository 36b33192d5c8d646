/** Ways within the site. */
import { useParams, useSearch } from '@tanstack/react-router'

/** Where to go after signing in: a path of ours and nothing else, so that no link can lead people away. */
export const ownPath = (wanted: unknown): string => {
  if (typeof wanted !== 'string' || !/^\/(?![/\\])[^\\\u0000-\u001f]*$/.test(wanted)) return '/'
  return wanted.startsWith('/sign-in') ? '/' : wanted
}
/** A part of the address that the page stands on. */
export const usePart = (name: string): string => {
  const parts = useParams({ strict: false }) as Record<string, string | undefined>
  return parts[name] ?? ''
}
export const useSearchWord = (name: string): string => {
  const search = useSearch({ strict: false }) as Record<string, unknown>
  const value = search[name]
  return value === undefined || value === null ? '' : String(value)
}
