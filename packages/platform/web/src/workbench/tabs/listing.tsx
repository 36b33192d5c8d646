import type { ReactNode } from 'react'
import type { Diff, ReviewItem } from '../../../../src/contract/index.ts'
import { useListingField } from '../../pages/listing.tsx'
import { Note } from '../../parts/controls.tsx'
import { Facts } from '../../parts/shapes.tsx'
import { useSay } from '../../words/look.tsx'
/** A value of the listing as a person reads it: lists in lines, parts with their names. */
export const shown = (value: unknown): string => {
  if (value === undefined || value === null || value === '') return ''
  if (typeof value === 'boolean') return value ? '✓' : '–'
  if (Array.isArray(value)) return value.map(shown).join(value.some((one) => typeof one === 'object') ? '\n' : ', ')
  if (typeof value === 'object')
    return Object.entries(value)
      .filter(([, one]) => one !== null && one !== '')
      .map(([name, one]) => `${name}: ${shown(one)}`)
      .join(' · ')
  return String(value)
}
export function ListingTab({ item, diff, base }: { readonly item: ReviewItem; readonly diff: Diff | undefined; readonly base: ReactNode }) {
  const say = useSay()
  const field = useListingField()
  if (diff === undefined) return <p className="soft">…</p>
  return (
    <div className="stack">
      {base}
      {diff.base !== null && diff.listing.length === 0 && <Note>{say('资料没有变化。', 'The listing has not changed.')}</Note>}
      {diff.base !== null && diff.listing.length > 0 && (
        <table className="table">
          <thead>
            <tr>
              <th>{say('项目', 'Field')}</th>
              <th>{say('之前', 'Before')}</th>
              <th>{say('现在', 'Now')}</th>
            </tr>
          </thead>
          <tbody>
            {diff.listing.map((one) => (
              <tr key={one.field}>
                <td>{field(one.field)}</td>
                <td className="removed pre">{shown(one.before)}</td>
                <td className="added pre">{shown(one.after)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {item.listing !== null && (
        <details open={diff.base === null || diff.listing.length === 0}>
          <summary>{say('全部资料', 'The whole listing')}</summary>
          <Facts
            rows={Object.entries(item.listing.content)
              .filter(([, value]) => value !== null && value !== '' && !(Array.isArray(value) && value.length === 0))
              .map(
                ([name, value]) =>
                  [
                    field(name),
                    <span key={name} className="pre">
                      {shown(value)}
                    </span>,
                  ] as const,
              )}
          />
        </details>
      )}
    </div>
  )
}
