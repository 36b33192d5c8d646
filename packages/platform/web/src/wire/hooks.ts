/** Questions and acts, by route. What was asked is kept by its route and parameters; an act says what it makes stale. */
import { type QueryClient, type UseMutationResult, type UseQueryResult, useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useEffect, useRef, useState } from 'react'
import type { Answer, Here, Route } from '../../../src/contract/index.ts'
import { call, type Given, Refused, setSession } from './client.ts'

export type Asked<R extends Route> = UseQueryResult<Answer<R>, Refused>
interface AskOptions {
  readonly when?: boolean
  /** Milliseconds after which it is asked again while the page is looked at. */
  readonly every?: number
  /** Milliseconds for which an answer is good. */
  readonly good?: number
}
export const keyOf = (route: Route, given?: { params?: unknown; query?: unknown }): readonly unknown[] => [
  route,
  given?.params ?? null,
  given?.query ?? null,
]

/** Asks a GET route. */
export const useAsk = <R extends Route>(route: R, given: Given<R>, { when = true, every, good }: AskOptions = {}): Asked<R> =>
  useQuery<Answer<R>, Refused>({
    queryKey: keyOf(route, given as { params?: unknown; query?: unknown }),
    queryFn: ({ signal }) => call(route, { ...given, signal }),
    enabled: when,
    ...(every === undefined ? {} : { refetchInterval: every }),
    ...(good === undefined ? {} : { staleTime: good }),
  })

/** Does something; `stale` names the routes whose answers it changes. */
export const useAct = <R extends Route>(
  route: R,
  options: { readonly stale?: readonly Route[]; readonly done?: (answer: Answer<R>) => void } = {},
): UseMutationResult<Answer<R>, Refused, Given<R>> => {
  const client = useQueryClient()
  return useMutation<Answer<R>, Refused, Given<R>>({
    mutationFn: (given) => call(route, given),
    onSuccess: async (answer) => {
      await refresh(client, options.stale ?? [])
      options.done?.(answer)
    },
  })
}
export const refresh = (client: QueryClient, routes: readonly Route[]): Promise<unknown> =>
  Promise.all(routes.map((route) => client.invalidateQueries({ queryKey: [route] })))

/** Who is here. */
export const useHere = (): UseQueryResult<Here, Refused> => {
  const asked = useQuery<Here, Refused>({
    queryKey: ['GET /api/here'],
    queryFn: async ({ signal }) => {
      const here = await call('GET /api/here', { signal })
      setSession(here.account)
      return here
    },
    staleTime: 60_000,
  })
  return asked
}
export const hereOf = async (client: QueryClient): Promise<Here> =>
  client.ensureQueryData({
    queryKey: ['GET /api/here'],
    queryFn: async () => {
      const here = await call('GET /api/here', {})
      setSession(here.account)
      return here
    },
    staleTime: 60_000,
  })

/** Whether the reader may do something, by the permission's name. */
export const useMay = (): ((permission: string) => boolean) => {
  const held = useHere().data?.account?.permissions
  return (permission) => held?.includes(permission) === true
}

/** The time, told again every so often; pages with clocks stay right without being asked again. */
export const useNow = (every = 30_000): number => {
  const [now, setNow] = useState(() => Date.now())
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), every)
    return () => clearInterval(timer)
  }, [every])
  return now
}

/** Listens to a stream of events; the browser itself comes back and says what it heard last. */
export const useEvents = (url: string | null, hear: (event: unknown, name: string) => void): 'off' | 'open' | 'waiting' => {
  const [state, setState] = useState<'off' | 'open' | 'waiting'>('off')
  const ear = useRef(hear)
  ear.current = hear
  useEffect(() => {
    if (url === null) {
      setState('off')
      return
    }
    const source = new EventSource(url)
    const heard = (message: MessageEvent<string>) => {
      try {
        ear.current(JSON.parse(message.data), message.type)
      } catch {
        // A line that is not JSON is a heartbeat.
      }
    }
    source.onopen = () => setState('open')
    source.onerror = () => setState('waiting')
    source.onmessage = heard
    for (const name of ['progress', 'change', 'event', 'version']) source.addEventListener(name, heard as EventListener)
    return () => source.close()
  }, [url])
  return state
}
export { Refused }
