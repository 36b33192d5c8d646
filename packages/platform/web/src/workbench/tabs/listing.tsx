import type { ReactNode } from 'react'
import type { Diff, ReviewItem } from '../../../../src/contract/index.ts'
import { useListingField } from '../../pages/listing.tsx'
import { Note } from '../../parts/controls.tsx'
import { Shot, useEyes } from '../../parts/evidence.tsx'
import { Facts } from '../../parts/shapes.tsx'
import { Table } from '../../parts/table.tsx'
import { type Say, useSay } from '../../words/look.tsx'

/** Parts of values of the listing. */
const PARTS: Readonly<Record<string, readonly [zh: string, en: string]>> = {
  email: ['邮箱', 'e-mail'],
  phone: ['电话', 'telephone'],
  url: ['网址', 'address'],
  has: ['允许用户发布', 'users publish'],
  check: ['如何审核', 'how it is checked'],
  item: ['项目', 'item'],
  purpose: ['用途', 'purpose'],
  name: ['名称', 'name'],
  address: ['地址', 'address'],
  latitude: ['纬度', 'latitude'],
  longitude: ['经度', 'longitude'],
  service: ['服务', 'service'],
}
/** A value of the listing as a person reads it: lists in lines, parts with their names. */
export const shown = (value: unknown, say: Say): string => {
  if (value === undefined || value === null || value === '') return ''
  if (typeof value === 'boolean') return value ? say('是', 'yes') : say('否', 'no')
  if (Array.isArray(value))
    return value.map((one) => shown(one, say)).join(value.some((one) => typeof one === 'object') ? '\n' : say('、', ', '))
  if (typeof value === 'object')
    return Object.entries(value)
      .filter(([name, one]) => name !== 'licence' && one !== null && one !== '')
      .map(([name, one]) => `${say(...(PARTS[name] ?? ([name, name] as const)))}${say('：', ': ')}${shown(one, say)}`)
      .join(' · ')
  return String(value)
}
const PICTURED: ReadonlySet<string> = new Set(['icon', 'screenshots'])
/** Pictures that the listing names, to be looked at. */
const Pictures = ({ of, before = false }: { readonly of: unknown; readonly before?: boolean }) => {
  const say = useSay()
  const named = (Array.isArray(of) ? of : [of]).filter((one): one is string => typeof one === 'string' && one !== '')
  if (named.length === 0) return null
  return (
    <div className="shots shots--listing">
      {named.map((sha256, i) => (
        <Shot key={sha256} sha256={sha256} before={before} label={say(`图片 ${i + 1}`, `Picture ${i + 1}`)} />
      ))}
    </div>
  )
}
/** Papers of places nearby: opened by whoever has claimed the item, and each look is logged. */
const Licences = ({ of }: { readonly of: unknown }) => {
  const say = useSay()
  const eyes = useEyes()
  const papers = (Array.isArray(of) ? of : []).flatMap((one: { readonly name?: unknown; readonly licence?: unknown }) =>
    typeof one.licence === 'string' ? [{ name: String(one.name ?? ''), url: eyes?.picture(one.licence) ?? null }] : [],
  )
  return papers.map(({ name, url }) =>
    url === null ? null : (
      <a key={url} className="link-button" href={url} target="_blank" rel="noreferrer">
        {say(`打开“${name}”的证明（记入日志）`, `Open the paper of “${name}” (logged)`)}
      </a>
    ),
  )
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
        <Table>
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
                <td className="removed pre">{PICTURED.has(one.field) ? <Pictures of={one.before} before /> : shown(one.before, say)}</td>
                <td className="added pre">{PICTURED.has(one.field) ? <Pictures of={one.after} /> : shown(one.after, say)}</td>
              </tr>
            ))}
          </tbody>
        </Table>
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
                    name === 'icon' || name === 'screenshots' ? (
                      <Pictures key={name} of={value} />
                    ) : (
                      <span key={name} className="pre">
                        {shown(value, say)}
                        {name === 'nearby' && <Licences of={value} />}
                      </span>
                    ),
                  ] as const,
              )}
          />
        </details>
      )}
    </div>
  )
}
