/** What waits for reviewers: queues with due clocks, held decisions for the second person, the lead's numbers. */

import { useQueryClient } from '@tanstack/react-query'
import { Link, useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import type { HeldRow, QueueItem } from '../../../src/contract/index.ts'
import { Button, Field, Lines, Note, ProblemBox, Tag } from '../parts/controls.tsx'
import { EyesProvider } from '../parts/evidence.tsx'
import { Ago, Answered, Card, Due, Empty, Modal, Page, useToast } from '../parts/shapes.tsx'
import { Statement } from '../parts/statement.tsx'
import { Platform } from '../parts/states.tsx'
import { Table } from '../parts/table.tsx'
import { useAct, useAsk, useEvents } from '../wire/hooks.ts'
import { useSay } from '../words/look.tsx'

export const useReasonName = () => {
  const say = useSay()
  // As the vetoes, samples and events behind them are called.
  const NAMES: Readonly<Record<string, readonly [string, string]>> = {
    'check-failed': ['检查未完成', 'a check failed'],
    'blocking-finding': ['有严重问题', 'blocking finding'],
    'human-question': ['需人判断', 'to be judged'],
    'not-understood': ['有未看懂的部分', 'not understood'],
    blocklisted: ['封禁名单', 'blocklisted'],
    documents: ['资质', 'documents'],
    'first-version': ['首个版本', 'first version'],
    'sensitive-category': ['敏感类目', 'sensitive category'],
    complaints: ['有投诉', 'complaints'],
    'near-copy': ['高度相似', 'near copy'],
    'asked-for': ['要求人工', 'asked for'],
    sample: ['抽查', 'sample'],
  }
  return (code: string) => say(...(NAMES[code] ?? ([code, code] as const)))
}

export const Risk = ({ score }: { readonly score: number | null }) =>
  score === null ? (
    <span className="soft">—</span>
  ) : (
    <span className={`risk risk--${score >= 60 ? 'high' : score >= 30 ? 'middle' : 'low'}`}>{score}</span>
  )

export function Queues() {
  const say = useSay()
  const navigate = useNavigate()
  const client = useQueryClient()
  const [queue, setQueue] = useState<string>('')
  const [mine, setMine] = useState(false)
  const show = (next: string, own: boolean) => {
    setQueue(next)
    setMine(own)
  }
  const numbers = useAsk('GET /api/review/queues', {}, { every: 30_000 })
  const items = useAsk(
    'GET /api/review/items',
    { query: { ...(queue === '' ? {} : { queue }), ...(mine ? { mine: 'true' as never } : {}), limit: 100 } },
    { every: 30_000 },
  )
  useEvents('/api/review/events', () => void client.invalidateQueries({ queryKey: ['GET /api/review/items'] }))
  const next = useAct('POST /api/review/next', {
    stale: ['GET /api/review/items', 'GET /api/review/queues'],
    done: ({ lease }) => (lease === null ? undefined : void navigate({ to: `/review/${lease.version}` })),
  })
  return (
    <Page
      wide
      title={say('审核队列', 'Review queues')}
      under={say(
        '按承诺的期限排序；领取后 10 分钟内没有动作会自动放回。',
        'By the promised moment; a claim is given back when nothing happens for ten minutes.',
      )}
      acts={
        <Button
          tone="primary"
          busy={next.isPending}
          onClick={() => next.mutate({ body: { ...(queue === '' ? {} : { queue }), skip: [] } })}
        >
          {say('领取下一个', 'Claim the next one')}
        </Button>
      }
    >
      {next.data?.lease === null && <Note>{say('没有可以领取的任务。', 'There is nothing to claim.')}</Note>}
      <ProblemBox problem={next.error?.problem} />
      <Answered asked={numbers} lines={1}>
        {(found) => (
          <div className="numbers">
            <div>
              <strong>{found.waiting}</strong>
              <span>{say('等待审核', 'waiting')}</span>
            </div>
            <div>
              <strong className={found.overdue > 0 ? 'due--late' : ''}>{found.overdue}</strong>
              <span>{say('已超时', 'late')}</span>
            </div>
            <div>
              <strong>{found.held}</strong>
              <span>{say('待第二人', 'second person')}</span>
            </div>
            <div>
              <strong>{found.mine}</strong>
              <span>{say('我领取的', 'mine')}</span>
            </div>
          </div>
        )}
      </Answered>
      <Card>
        <div className="tabs" role="tablist">
          <button type="button" role="tab" aria-selected={queue === '' && !mine} onClick={() => show('', false)}>
            {say('全部', 'All')}
          </button>
          <button type="button" role="tab" aria-selected={mine} onClick={() => show('', true)}>
            {say('我的', 'Mine')}
          </button>
          {(numbers.data?.queues ?? []).map((one) => (
            <button key={one.id} type="button" role="tab" aria-selected={queue === one.id} onClick={() => show(one.id, false)}>
              {say(one.name)} <span className={one.overdue > 0 ? 'count count--hot' : 'count'}>{one.open}</span>
            </button>
          ))}
        </div>
        <Answered asked={items}>
          {(found) =>
            found.items.length === 0 ? (
              <Empty>{say('这个队列是空的。', 'This queue is empty.')}</Empty>
            ) : (
              <Table>
                <thead>
                  <tr>
                    <th>{say('期限', 'Due')}</th>
                    <th>{say('小程序', 'Program')}</th>
                    <th>{say('风险', 'Risk')}</th>
                    <th>{say('为什么由人看', 'Why a person')}</th>
                    <th>{say('提交', 'Submitted')}</th>
                    <th>{say('谁在看', 'Held by')}</th>
                  </tr>
                </thead>
                <tbody>
                  {found.items.map((item) => (
                    <Row key={item.version} item={item} />
                  ))}
                </tbody>
              </Table>
            )
          }
        </Answered>
        {(items.data?.unreadable ?? 0) > 0 && (
          <Note tone="warning">{say(`${items.data?.unreadable} 项无法显示`, `${items.data?.unreadable} could not be shown`)}</Note>
        )}
      </Card>
    </Page>
  )
}

function Row({ item }: { readonly item: QueueItem }) {
  const say = useSay()
  const reason = useReasonName()
  return (
    <tr>
      <td>
        <Due at={item.due} />
      </td>
      <td>
        <Link to={`/review/${item.version}`}>
          <strong>{item.name}</strong> {item.label}
        </Link>{' '}
        <Platform of={item.platform} />
        {item.round > 1 && <Tag>{say(`第 ${item.round} 轮`, `round ${item.round}`)}</Tag>}
        {item.expedited && <Tag tone="warning">{say('加急', 'expedited')}</Tag>}
        {item.state === 'held' && <Tag tone="warning">{say('待第二人', 'held')}</Tag>}
      </td>
      <td>
        <Risk score={item.score} />
      </td>
      <td>
        <span className="row">
          {item.reasons.map((code) => (
            <Tag key={code}>{reason(code)}</Tag>
          ))}
        </span>
      </td>
      <td className="soft">{item.submitted === null ? '—' : <Ago at={item.submitted} />}</td>
      <td>
        {item.holder === null ? (
          <span className="soft">{say('无', 'nobody')}</span>
        ) : item.holder.mine ? (
          <Tag tone="primary">{say('我', 'me')}</Tag>
        ) : (
          item.holder.name
        )}
      </td>
    </tr>
  )
}

export function Held() {
  const say = useSay()
  const asked = useAsk('GET /api/review/held', {}, { every: 30_000 })
  return (
    <Page
      title={say('待第二人确认', 'Waiting for a second person')}
      under={say(
        '影响较大的决定由两个人作出；不能确认自己的决定。',
        'Decisions of high impact take two people; nobody confirms their own.',
      )}
    >
      <Answered asked={asked}>
        {(found) =>
          found.items.length === 0 ? (
            <Card>
              <Empty>{say('没有等待确认的决定。', 'Nothing waits for a second person.')}</Empty>
            </Card>
          ) : (
            found.items.map((row) => <HeldCard key={row.id} row={row} />)
          )
        }
      </Answered>
    </Page>
  )
}

function HeldCard({ row }: { readonly row: HeldRow }) {
  const say = useSay()
  const toast = useToast()
  const stale = ['GET /api/review/held', 'GET /api/review/queues', 'GET /api/review/items'] as const
  const [open, setOpen] = useState(false)
  const [returning, setReturning] = useState(false)
  const [zh, setZh] = useState('')
  const [en, setEn] = useState('')
  const statement = useAsk('GET /api/review/decisions/:decision', { params: { decision: row.id } }, { when: open })
  const confirm = useAct('POST /api/review/held/:decision/confirmation', {
    stale,
    done: () => toast({ zh: '已确认，决定生效', en: 'Confirmed: it is in force' }),
  })
  const back = useAct('POST /api/review/held/:decision/return', { stale, done: () => toast({ zh: '已退回', en: 'Returned' }) })
  const params = { decision: row.id }
  return (
    <Card
      title={
        <>
          {say(row.actionName)}
          {say('：', ': ')}
          {row.about.name} {row.about.label}
        </>
      }
      acts={<Due at={row.due} />}
    >
      <div className="row">
        <span className="soft">
          {say(`${row.by} 作出，`, `by ${row.by}, `)}
          <Ago at={row.at} />
        </span>
        {row.reasons.map((reason) => (
          <Tag key={reason.en} tone="warning">
            {say(reason)}
          </Tag>
        ))}
        <code>{row.reference}</code>
      </div>
      {open && (
        <EyesProvider value={null}>
          <Answered asked={statement}>{(one) => <Statement of={one} />}</Answered>
        </EyesProvider>
      )}
      <div className="acts">
        <Button onClick={() => setOpen(!open)}>{open ? say('收起', 'Fold') : say('看理由陈述', 'See the statement')}</Button>
        {row.about.kind === 'version' && <Link to={`/review/${row.about.id}`}>{say('在工作台打开', 'Open in the workbench')}</Link>}
        {row.mine ? (
          <Tag>{say('自己的决定，由他人确认', 'yours: somebody else confirms it')}</Tag>
        ) : (
          <>
            <Button
              tone="primary"
              off={!open}
              busy={confirm.isPending}
              title={say('先看理由陈述', 'See the statement first')}
              onClick={() => confirm.mutate({ params, body: { rv: row.rv } })}
            >
              {say('同意', 'Agree')}
            </Button>
            <Button tone="danger" bare onClick={() => setReturning(true)}>
              {say('不同意…', 'Disagree…')}
            </Button>
          </>
        )}
      </div>
      <ProblemBox problem={confirm.error?.problem} />
      <Modal
        open={returning}
        close={() => setReturning(false)}
        title={say('不同意这个决定', 'Disagree with it')}
        acts={
          <Button
            tone="danger"
            busy={back.isPending}
            off={zh.trim().length < 2 || en.trim().length < 2}
            onClick={() => back.mutate({ params, body: { rv: row.rv, reason: { zh, en } } })}
          >
            {say('退回队列', 'Give it back')}
          </Button>
        }
      >
        <Field label={say('原因（中文）', 'Reason, in Chinese')}>
          <Lines value={zh} set={setZh} />
        </Field>
        <Field label={say('原因（英文）', 'Reason, in English')}>
          <Lines value={en} set={setEn} />
        </Field>
        <ProblemBox problem={back.error?.problem} />
      </Modal>
    </Card>
  )
}
