import type { Diff, ReviewItem } from '../../../../src/contract/index.ts'
import { Tag } from '../../parts/controls.tsx'
import { Empty } from '../../parts/shapes.tsx'
import { Table } from '../../parts/table.tsx'
import { useSay } from '../../words/look.tsx'
export function Privacy({
  item,
  diff,
  open,
}: {
  readonly item: ReviewItem
  readonly diff: Diff | undefined
  readonly open: (place: string) => void
}) {
  const say = useSay()
  const KINDS: Readonly<Record<string, string>> = {
    permission: say('权限', 'permission'),
    'privacy-api': say('隐私接口', 'privacy interface'),
    domain: say('域名', 'domain'),
    plugin: say('插件', 'plugin'),
    page: say('页面', 'page'),
  }
  return (
    <div className="stack">
      <Table>
        <thead>
          <tr>
            <th>{say('个人信息', 'Personal data')}</th>
            <th>{say('声明', 'Declared')}</th>
            <th>{say('代码里', 'Seen in code')}</th>
            <th>{say('运行时', 'Seen at run')}</th>
          </tr>
        </thead>
        <tbody>
          {item.privacy.map((one) => {
            const odd = !one.declared && (one.inCode.length > 0 || one.atRun.length > 0)
            return (
              <tr key={one.item} className={odd ? 'odd' : ''}>
                <td>{one.item}</td>
                <td>
                  {one.declared ? (
                    (one.purpose ?? say('是', 'yes'))
                  ) : odd ? (
                    <Tag tone="danger">{say('没有声明', 'not declared')}</Tag>
                  ) : (
                    '—'
                  )}
                </td>
                <td>
                  {one.inCode.length === 0
                    ? '—'
                    : one.inCode.slice(0, 4).map((place) => (
                        <button key={place} type="button" className="plain place" onClick={() => open(place)}>
                          {place}
                        </button>
                      ))}
                  {one.inCode.length > 4 && <span className="soft small"> +{one.inCode.length - 4}</span>}
                </td>
                <td>{one.atRun.length === 0 ? '—' : one.atRun.join(', ')}</td>
              </tr>
            )
          })}
        </tbody>
      </Table>
      {item.privacy.length === 0 && <Empty>{say('没有声明也没有发现使用个人信息。', 'No personal data declared, and none seen.')}</Empty>}
      {diff !== undefined && diff.access.length > 0 && (
        <>
          <h3>{say('与之前相比', 'Compared with before')}</h3>
          <ul className="list">
            {diff.access.map((one) => (
              <li key={one.kind + one.name} className="row">
                <Tag tone={one.change === 'added' ? 'warning' : 'default'}>
                  {one.change === 'added' ? say('新增', 'added') : say('移除', 'removed')}
                </Tag>
                <span className="soft">{KINDS[one.kind]}</span>
                <code>{one.name}</code>
              </li>
            ))}
          </ul>
        </>
      )}
    </div>
  )
}
