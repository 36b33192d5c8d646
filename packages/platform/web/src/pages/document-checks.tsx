import { useState } from 'react'
import type { DocumentTask } from '../../../src/contract/index.ts'
import { Button, ProblemBox } from '../parts/controls.tsx'
import { Answered, Card, Due, Empty, Facts, Page } from '../parts/shapes.tsx'
import { State, usePaperKind } from '../parts/states.tsx'
import { call } from '../wire/client.ts'
import { useAct, useAsk } from '../wire/hooks.ts'
import { useLook, useSay } from '../words/look.tsx'
import { bytesText, dayText } from '../words/numbers.ts'
import { given, NO_REASON, Reason, usePaper } from './checks.tsx'
import { Reverse, Which } from './reverse.tsx'

export function DocumentChecks() {
  const say = useSay()
  const [done, setDone] = useState(false)
  const asked = useAsk(
    'GET /api/staff/documents',
    { query: { limit: 100, ...(done ? { checked: 'true' as never } : {}) } },
    { every: 60_000 },
  )
  return (
    <Page title={say('资质核对', 'Documents')}>
      <Which done={done} set={setDone} waiting={say('等待核对', 'To be checked')} past={say('已核对', 'Checked')} />
      <Answered asked={asked}>
        {(found) =>
          found.items.length === 0 ? (
            <Card>
              <Empty>
                {done
                  ? say('还没有核对过的文件。', 'No document was checked yet.')
                  : say('没有等待核对的文件。', 'No document waits to be checked.')}
              </Empty>
            </Card>
          ) : (
            found.items.map((task) => <DocumentCheck key={`${task.id} ${task.rv}`} task={task} done={done} />)
          )
        }
      </Answered>
    </Page>
  )
}
function DocumentCheck({ task, done }: { readonly task: DocumentTask; readonly done: boolean }) {
  const { say, lang } = useLook()
  const paperKind = usePaperKind()
  const params = { document: task.id }
  const openPaper = usePaper(() => call('POST /api/staff/documents/:document/ticket', { params }))
  const [refusing, setRefusing] = useState(false)
  const [reason, setReason] = useState(NO_REASON)
  const check = useAct('POST /api/staff/documents/:document/check', { stale: ['GET /api/staff/documents'] })
  const annul = useAct('POST /api/staff/documents/:document/annulment', { stale: ['GET /api/staff/documents'] })
  return (
    <Card title={paperKind(task.kind)} acts={done ? <State state={task.state} name={task.stateName} /> : <Due at={task.due} />}>
      <Facts
        rows={[
          [say('主体', 'Entity'), task.entity.legalName],
          task.for === null ? null : [say('用于', 'For'), task.for],
          [
            say('有效期', 'Good'),
            `${task.validFrom === null ? '' : `${dayText(task.validFrom, lang)} — `}${task.validUntil === null ? say('长期', 'no end') : dayText(task.validUntil, lang)}`,
          ],
          [say('文件', 'File'), `${task.fileName} · ${bytesText(task.bytes)}`],
        ]}
      />
      <div className="acts">
        <Button onClick={() => void openPaper(task.file)}>{say('打开文件', 'Open it')}</Button>
        {!done && (
          <>
            <Button tone="primary" busy={check.isPending} onClick={() => check.mutate({ params, body: { do: 'accept', rv: task.rv } })}>
              {say('核对无误', 'Accept')}
            </Button>
            <Button tone="danger" bare onClick={() => setRefusing(!refusing)}>
              {say('不通过…', 'Refuse…')}
            </Button>
          </>
        )}
      </div>
      {refusing && (
        <>
          <Reason value={reason} set={setReason} />
          <div>
            <Button
              tone="danger"
              busy={check.isPending}
              off={!given(reason)}
              onClick={() => check.mutate({ params, body: { do: 'refuse', rv: task.rv, reason } })}
            >
              {say('不通过', 'Refuse')}
            </Button>
          </div>
        </>
      )}
      {done && (
        <Reverse
          title={say('推翻这次核对', 'Reverse this check')}
          says={say(
            '文件回到待核对，由另一次核对重新决定；依靠它的能力随之变化。',
            'The document waits again and is checked anew; what it allowed changes with it.',
          )}
          busy={annul.isPending}
          problem={annul.error?.problem}
          send={(why) => annul.mutate({ params, body: { rv: task.rv, reason: why } })}
        />
      )}
      <ProblemBox problem={check.error?.problem} />
    </Card>
  )
}
