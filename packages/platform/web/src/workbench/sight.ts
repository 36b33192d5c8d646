/** Pictures of the version that is reviewed, and of the one that it is compared with: from the other origin, behind tickets that last for minutes. */
import { useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import type { Eyes } from '../parts/evidence.tsx'
import { call, type Refused } from '../wire/client.ts'

interface Ticket {
  readonly origin: string
  readonly ticket: string
}

/** Opens the pictures of a version for some minutes, again and again while the page is open. */
const useTicket = (version: string | null): Ticket | undefined =>
  useQuery<Ticket, Refused>({
    queryKey: ['ticket', version],
    queryFn: () => call('POST /api/review/items/:version/ticket', { params: { version: version ?? '' } } as never) as Promise<Ticket>,
    enabled: version !== null,
    staleTime: 4 * 60_000,
    refetchInterval: 4 * 60_000,
    retry: false,
  }).data

export const useSight = (id: string, compared: string | null, blur: boolean): Eyes => {
  const ticket = useTicket(id)
  const oldTicket = useTicket(compared)
  return useMemo(
    () => ({
      version: id,
      as: 'staff' as const,
      blur,
      picture: (picture: string, before = false) => {
        const given = before ? oldTicket : ticket
        return given === undefined ? null : `${given.origin}/e/${encodeURIComponent(given.ticket)}/${picture}`
      },
    }),
    [id, blur, ticket, oldTicket],
  )
}
