/** For whoever leads the reviewers: what is due, who decides how much, and how far people agree with the engine and each other. */
import { Tag } from '../parts/controls.tsx'
import { Answered, At, Card, Page } from '../parts/shapes.tsx'
import { Table } from '../parts/table.tsx'
import { useAsk, useMay } from '../wire/hooks.ts'
import { useLook, useSay } from '../words/look.tsx'
import { spanText } from '../words/numbers.ts'

export function Lead() {
  const { say, lang } = useLook()
  const may = useMay()
  const asked = useAsk('GET /api/staff/lead', {}, { every: 60_000, when: may('lead.see') })
  return (
    <Page wide title={say('负责人面板', 'The lead’s numbers')}>
      <Answered asked={asked}>
        {(found) => {
          const most = Math.max(1, ...found.dueSoon.map((one) => one.count))
          const median = (minutes: number | null) =>
            minutes === null ? '—' : minutes < 1 ? say('不到 1 分钟', 'under a minute') : spanText(minutes * 60_000, lang)
          return (
            <>
              <div className="numbers">
                {(
                  [
                    [found.waiting, say('等待审核', 'waiting')],
                    [found.overdue, say('已超时', 'late')],
                    [found.held, say('待第二人', 'second person')],
                    [found.week.decided, say('本周决定', 'decided this week')],
                    [found.week.refused, say('本周未通过', 'refused this week')],
                    [found.week.automated, say('本周自动通过', 'automatic this week')],
                    [median(found.week.medianMinutes), say('一半在此之内决定', 'half decided within')],
                  ] as const
                ).map(([value, name]) => (
                  <div key={name}>
                    <strong>{value}</strong>
                    <span>{name}</span>
                  </div>
                ))}
              </div>
              <Card title={say('今后两天到期', 'Due in the next two days')}>
                {found.dueSoon.length === 0 ? (
                  <p className="soft">{say('没有即将到期的。', 'Nothing is due soon.')}</p>
                ) : (
                  <div className="heat">
                    {found.dueSoon.map((one) => (
                      <span key={one.from} title={`${new Date(one.from).toLocaleString()} · ${one.count}`}>
                        <i style={{ height: `${Math.max(4, (one.count / most) * 90)}px` }} />
                        <b>{new Date(one.from).getHours()}</b>
                      </span>
                    ))}
                  </div>
                )}
              </Card>
              <div className="columns">
                <Card title={say('审核员', 'Reviewers')}>
                  {found.reviewers.length === 0 && <p className="soft">{say('还没有人作出决定。', 'Nobody has decided anything yet.')}</p>}
                  <Table>
                    <thead>
                      <tr>
                        <th>{say('姓名', 'Name')}</th>
                        <th className="right">{say('决定', 'Decided')}</th>
                        <th className="right">{say('中位用时', 'Median')}</th>
                        <th className="right">{say('被推翻', 'Reversed')}</th>
                      </tr>
                    </thead>
                    <tbody>
                      {found.reviewers.map((one) => (
                        <tr key={one.name}>
                          <td>{one.name}</td>
                          <td className="right number">{one.decided}</td>
                          <td className="right number">{median(one.medianMinutes)}</td>
                          <td className="right number">{one.reversed}</td>
                        </tr>
                      ))}
                    </tbody>
                  </Table>
                </Card>
                <Card title={say('条款', 'Clauses')}>
                  {found.clauses.length === 0 && <p className="soft">{say('还没有引用过条款。', 'No clause was cited yet.')}</p>}
                  <Table>
                    <thead>
                      <tr>
                        <th>{say('条款', 'Clause')}</th>
                        <th className="right">{say('引用', 'Cited')}</th>
                        <th className="right">{say('被推翻', 'Reversed')}</th>
                      </tr>
                    </thead>
                    <tbody>
                      {found.clauses.map((one) => (
                        <tr key={one.clause}>
                          <td>
                            {one.title !== null && say(one.title)} <code className="small soft">{one.clause}</code>
                          </td>
                          <td className="right number">{one.decisions}</td>
                          <td className="right number">
                            {one.reversed}
                            {one.decisions > 0 && <span className="soft"> ({Math.round((one.reversed / one.decisions) * 100)}%)</span>}
                          </td>
                        </tr>
                      ))}
                    </tbody>
                  </Table>
                </Card>
              </div>
              <Agreements />
              <p className="soft small">
                <At at={Date.now()} />
              </p>
            </>
          )
        }}
      </Answered>
    </Page>
  )
}

const percent = (part: number, whole: number): string => (whole === 0 ? '—' : `${Math.round((part / whole) * 100)}%`)

/** What people made of findings: of the engine's, by rule, and of those that two of them marked. */
function Agreements() {
  const say = useSay()
  const may = useMay()
  const asked = useAsk('GET /api/staff/agreement', {}, { good: 300_000, when: may('lead.see') })
  return (
    <Answered asked={asked}>
      {(found) => {
        const marked = found.rules.reduce((sum, one) => sum + one.confirmed + one.dismissed + one.unsure, 0)
        const confirmed = found.rules.reduce((sum, one) => sum + one.confirmed, 0)
        const { pairs, agreed, kappa } = found.pairs
        return (
          <Card title={say('一致性（近 90 天）', 'Agreement (90 days)')}>
            {marked === 0 ? (
              <p className="soft">{say('还没有人标记过问题。', 'Nobody has marked a finding yet.')}</p>
            ) : (
              <>
                <div className="numbers">
                  {(
                    [
                      [percent(confirmed, marked), say('引擎发现的问题被确认', 'of what the engine found was confirmed')],
                      [marked, say('标记', 'marks')],
                      [percent(agreed, pairs), say(`两人标记一致（${pairs} 对）`, `of ${pairs} pairs of marks agree`)],
                      [
                        kappa === null ? '—' : kappa.toFixed(2),
                        say('扣除巧合后的一致性（1 为完全一致）', 'agreement beyond chance (1 is all)'),
                      ],
                    ] as const
                  ).map(([value, name]) => (
                    <div key={name}>
                      <strong>{value}</strong>
                      <span>{name}</span>
                    </div>
                  ))}
                </div>
                <div className="columns">
                  <div className="stack">
                    <h3>{say('人与引擎：按规则', 'People and the engine, by rule')}</h3>
                    <Table>
                      <thead>
                        <tr>
                          <th>{say('规则', 'Rule')}</th>
                          <th className="right">{say('确认', 'Confirmed')}</th>
                          <th className="right">{say('排除', 'Dismissed')}</th>
                          <th className="right">{say('存疑', 'Unsure')}</th>
                        </tr>
                      </thead>
                      <tbody>
                        {found.rules.slice(0, 20).map((one) => (
                          <tr key={one.rule}>
                            <td>
                              <span title={one.rule}>{one.title === null ? <code>{one.rule}</code> : say(one.title)}</span>{' '}
                              {one.dismissed > one.confirmed && one.confirmed + one.dismissed >= 5 && (
                                <Tag tone="warning">{say('多数被排除', 'mostly dismissed')}</Tag>
                              )}
                            </td>
                            <td className="right number">{one.confirmed}</td>
                            <td className="right number">{one.dismissed}</td>
                            <td className="right number">{one.unsure}</td>
                          </tr>
                        ))}
                      </tbody>
                    </Table>
                  </div>
                  <div className="stack">
                    <h3>{say('人与人：按审核员', 'People and people, by reviewer')}</h3>
                    <Table>
                      <thead>
                        <tr>
                          <th>{say('姓名', 'Name')}</th>
                          <th className="right">{say('标记', 'Marks')}</th>
                          <th className="right">{say('确认率', 'Confirmed')}</th>
                          <th className="right">{say('与他人一致', 'As others')}</th>
                        </tr>
                      </thead>
                      <tbody>
                        {found.reviewers.map((one) => (
                          <tr key={one.name}>
                            <td>{one.name}</td>
                            <td className="right number">{one.marks}</td>
                            <td className="right number">{percent(one.confirmed, one.marks)}</td>
                            <td className="right number">
                              {percent(one.agreed, one.shared)} {one.shared > 0 && <span className="soft">({one.shared})</span>}
                            </td>
                          </tr>
                        ))}
                      </tbody>
                    </Table>
                  </div>
                </div>
              </>
            )}
          </Card>
        )
      }}
    </Answered>
  )
}
