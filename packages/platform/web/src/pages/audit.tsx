/** The log and its proof. */

import { useState } from 'react'
import type { Answer, AuditLine } from '../../../src/contract/index.ts'
import { Button, Choice, Note, ProblemBox } from '../parts/controls.tsx'
import { Answered, At, Card, Page } from '../parts/shapes.tsx'
import { useRoleName } from '../parts/states.tsx'
import { Table } from '../parts/table.tsx'
import { useAct, useAsk, useHere } from '../wire/hooks.ts'
import { useSay } from '../words/look.tsx'

type Verified = Answer<'POST /api/staff/audit/verification'>
export function Audit() {
  const say = useSay()
  const roleName = useRoleName()
  const may = useHere().data?.account?.permissions.includes('audit.verify') === true
  const [type, setType] = useState('')
  const [pages, setPages] = useState<readonly number[]>([])
  const after = pages.at(-1)
  const asked = useAsk('GET /api/staff/audit', {
    query: { newest: 'true' as never, limit: 50, ...(after === undefined ? {} : { after }), ...(type === '' ? {} : { type }) },
  })
  const verify = useAct('POST /api/staff/audit/verification')
  const head = useAct('POST /api/staff/audit/head')
  const save = (value: unknown) => {
    const url = URL.createObjectURL(new Blob([JSON.stringify(value, null, 2)], { type: 'application/json' }))
    const link = document.createElement('a')
    link.href = url
    link.download = 'menshen-audit-head.json'
    link.click()
    URL.revokeObjectURL(url)
  }
  const verified: Verified | undefined = verify.data
  return (
    <Page
      wide
      title={say('审计日志', 'Audit log')}
      under={say(
        '只能追加，每一行都与前一行相扣；谁也不能修改或删除。',
        'It is only ever added to, and each row hangs on the one before; nobody can change or delete one.',
      )}
      acts={
        may && (
          <>
            <Button busy={head.isPending} onClick={() => head.mutate({}, { onSuccess: (answer) => save(answer.head) })}>
              {say('导出日志头', 'Export the head')}
            </Button>
            <Button tone="primary" busy={verify.isPending} onClick={() => verify.mutate({ body: { heads: [] } })}>
              {say('校验', 'Verify')}
            </Button>
          </>
        )
      }
    >
      {verified !== undefined && (
        <Note tone={verified.ok ? 'success' : 'danger'}>
          <strong>
            {verified.ok
              ? say(`日志完整：${verified.rows ?? 0} 行`, `The log is whole: ${verified.rows ?? 0} rows`)
              : say('日志有问题', 'The log is broken')}
          </strong>
          {!verified.ok && <pre>{JSON.stringify(verified.fault ?? verified.forged, null, 2)}</pre>}
        </Note>
      )}
      <ProblemBox problem={verify.error?.problem ?? head.error?.problem} />
      <Card>
        <div className="searching">
          <Choice
            value={type}
            set={(next) => {
              setType(next)
              setPages([])
            }}
            label={say('事件', 'Event')}
            of={[
              ['', say('全部事件', 'All events')],
              ...(asked.data?.types ?? []).map((one) => [one.type, `${say(one.name)} · ${one.type}`] as const),
            ]}
          />
        </div>
        <Answered asked={asked} lines={8}>
          {(found) => (
            <>
              <Table>
                <thead>
                  <tr>
                    <th>#</th>
                    <th>{say('时间', 'When')}</th>
                    <th>{say('谁', 'Who')}</th>
                    <th>{say('做了什么', 'What')}</th>
                    <th>{say('对象', 'Subject')}</th>
                    <th>{say('哈希', 'Hash')}</th>
                  </tr>
                </thead>
                <tbody>
                  {found.items.map((row: AuditLine) => (
                    <tr key={row.seq}>
                      <td className="number soft">{row.seq}</td>
                      <td className="nowrap">
                        <At at={row.at} />
                      </td>
                      <td>
                        {row.actorName ?? roleName(row.role)}
                        <div className="small soft">{roleName(row.role)}</div>
                      </td>
                      <td>
                        <details>
                          <summary>{row.name === null ? <code>{row.type}</code> : say(row.name)}</summary>
                          <code className="small soft">{row.type}</code>
                          <pre className="small">{JSON.stringify(row.payload, null, 2)}</pre>
                        </details>
                      </td>
                      <td>
                        {row.subjectName === null ? row.subject : say(row.subjectName)}
                        {row.subjectId !== null && (
                          <div className="small soft">
                            <code title={row.subjectId}>{row.subjectId.slice(0, 8)}…</code>
                            {row.beforeRv !== null && ` ${row.beforeRv}→${row.afterRv}`}
                          </div>
                        )}
                      </td>
                      <td>
                        <code className="digest" title={row.hash}>
                          {row.hash.slice(0, 8)}
                        </code>
                      </td>
                    </tr>
                  ))}
                </tbody>
              </Table>
              <div className="acts">
                {pages.length > 0 && <Button onClick={() => setPages(pages.slice(0, -1))}>{say('较新的', 'Newer')}</Button>}
                {found.next !== null && <Button onClick={() => setPages([...pages, Number(found.next)])}>{say('较早的', 'Older')}</Button>}
              </div>
            </>
          )}
        </Answered>
      </Card>
    </Page>
  )
}
