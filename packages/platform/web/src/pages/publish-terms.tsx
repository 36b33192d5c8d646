/** Editions of the terms: one editor writes a new one, another reads and confirms it; from its day on everybody is asked to accept it. */
import { useState } from 'react'
import type { Answer, Text } from '../../../src/contract/index.ts'
import { Button, Day, Field, Lines, Note, ProblemBox, Tag, type Tone } from '../parts/controls.tsx'
import { Answered, At, Card, Digest, Empty, Page, useToast } from '../parts/shapes.tsx'
import { Table } from '../parts/table.tsx'
import { useAct, useAsk } from '../wire/hooks.ts'
import { useSay } from '../words/look.tsx'

type Row = Answer<'GET /api/staff/terms'>['items'][number]
const STALE = ['GET /api/staff/terms', 'GET /api/terms', 'GET /api/here'] as const
const STATES: Readonly<Record<Row['state'], readonly [Text, Tone]>> = {
  proposed: [{ zh: '待确认', en: 'to be confirmed' }, 'warning'],
  coming: [{ zh: '即将生效', en: 'coming' }, 'primary'],
  'in-force': [{ zh: '现行', en: 'in force' }, 'success'],
  past: [{ zh: '以前的', en: 'past' }, 'default'],
}

export function PublishTerms() {
  const say = useSay()
  const toast = useToast()
  const asked = useAsk('GET /api/staff/terms', {})
  const rows = asked.data?.items ?? []
  const edition = Math.max(0, ...rows.filter((row) => row.state !== 'proposed').map((row) => row.edition)) + 1
  const proposed = rows.find((row) => row.state === 'proposed')
  const current = rows.find((row) => row.state === 'in-force')
  const [zh, setZh] = useState('')
  const [en, setEn] = useState('')
  const [from, setFrom] = useState('')
  const publish = useAct('POST /api/staff/terms', {
    stale: STALE,
    done: () => {
      toast({ zh: '已提出，等另一位规则编辑确认', en: 'Proposed: another editor confirms it' })
      setZh('')
      setEn('')
    },
  })
  return (
    <Page
      title={say('发布条款', 'Publish terms')}
      under={
        asked.data !== undefined &&
        (current === undefined
          ? say('还没有条款：发布第一版后才能注册。', 'There are no terms yet: nobody can register before the first edition.')
          : say(`现行第 ${current.edition} 版`, `Edition ${current.edition} is in force`))
      }
    >
      {proposed !== undefined && <Proposed row={proposed} />}
      <Card title={say('各版', 'Editions')}>
        <Answered asked={asked}>
          {(found) =>
            found.items.filter((row) => row.state !== 'proposed').length === 0 ? (
              <Empty>{say('还没有发布过条款。', 'No terms were published yet.')}</Empty>
            ) : (
              <Table>
                <thead>
                  <tr>
                    <th>{say('版次', 'Edition')}</th>
                    <th>{say('状态', 'State')}</th>
                    <th>{say('生效', 'From')}</th>
                    <th>{say('摘要', 'Digest')}</th>
                  </tr>
                </thead>
                <tbody>
                  {found.items
                    .filter((row) => row.state !== 'proposed')
                    .map((row) => (
                      <tr key={row.edition}>
                        <td>{say(`第 ${row.edition} 版`, `Edition ${row.edition}`)}</td>
                        <td>
                          <Tag tone={STATES[row.state][1]}>{say(STATES[row.state][0])}</Tag>
                        </td>
                        <td>{new Date(row.from).getFullYear() < 2000 ? say('起初', 'the beginning') : <At at={row.from} />}</td>
                        <td>{row.sha256 === null ? '—' : <Digest of={row.sha256} />}</td>
                      </tr>
                    ))}
                </tbody>
              </Table>
            )
          }
        </Answered>
      </Card>
      {proposed === undefined && (
        <Card title={say(`写第 ${edition} 版`, `Write edition ${edition}`)}>
          <Field label={say('中文', 'In Chinese')} needed>
            <Lines value={zh} set={setZh} rows={8} most={200_000} />
          </Field>
          <Field label={say('英文', 'In English')} needed>
            <Lines value={en} set={setEn} rows={8} most={200_000} />
          </Field>
          <Field label={say('何日生效（留空为立即）', 'In force from (empty: at once)')}>
            <Day value={from} set={setFrom} />
          </Field>
          <ProblemBox problem={publish.error?.problem} />
          <div>
            <Button
              tone="primary"
              busy={publish.isPending}
              off={zh.trim().length < 20 || en.trim().length < 20 || asked.isPending}
              onClick={() =>
                publish.mutate({ body: { edition, zh, en, from: from === '' ? new Date().toISOString() : `${from}T00:00:00.000Z` } })
              }
            >
              {say('提出', 'Propose')}
            </Button>
          </div>
        </Card>
      )}
    </Page>
  )
}

function Proposed({ row }: { readonly row: Row }) {
  const say = useSay()
  const toast = useToast()
  const act = useAct('POST /api/staff/terms/:edition/confirmation', {
    stale: STALE,
    done: () => toast({ zh: '已处理', en: 'Done' }),
  })
  const proposed = row.proposed
  if (proposed === null) return null
  const answer = (agree: boolean) => act.mutate({ params: { edition: row.edition }, body: { proposal: proposed.id, agree } })
  return (
    <Card
      title={say(`第 ${row.edition} 版，待确认`, `Edition ${row.edition}, to be confirmed`)}
      acts={
        <span className="soft small">
          {proposed.by} · <At at={proposed.at} />
        </span>
      }
    >
      <div className="columns">
        <div className="pre" lang="zh">
          {proposed.zh}
        </div>
        <div className="pre" lang="en">
          {proposed.en}
        </div>
      </div>
      <span className="soft small">
        {say('生效：', 'In force from ')}
        <At at={row.from} />
      </span>
      {proposed.mine ? (
        <Note>{say('由另一位规则编辑读过并确认，然后发布。', 'Another editor reads and confirms it; then it is published.')}</Note>
      ) : (
        <div className="acts">
          <Button tone="primary" busy={act.isPending} onClick={() => answer(true)}>
            {say('确认并发布', 'Confirm and publish')}
          </Button>
          <Button onClick={() => answer(false)}>{say('不同意', 'Disagree')}</Button>
        </div>
      )}
      <ProblemBox problem={act.error?.problem} />
    </Card>
  )
}
