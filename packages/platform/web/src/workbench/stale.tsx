/** What is shown when a decision did not go because the item had changed: what changed, and that nothing is lost. */
import { Link } from '@tanstack/react-router'
import type { Problem, ReviewItem } from '../../../src/contract/index.ts'
import { Tools } from '../frame/frame.tsx'
import { Button, Note, Tag } from '../parts/controls.tsx'
import { Ago, Card, Digest, Facts, Page } from '../parts/shapes.tsx'
import { useRoleName, useVersionState } from '../parts/states.tsx'
import { useSay } from '../words/look.tsx'

export function Stale({ problem, item, back }: { readonly problem: Problem; readonly item: ReviewItem; readonly back: () => void }) {
  const say = useSay()
  const roleName = useRoleName()
  const stateName = useVersionState()
  const { version } = item
  const now = problem.now
  const changes = now?.changes ?? []
  const other = now?.state !== undefined && now.state !== version.state
  const bytes = now?.sha256 != null && now.sha256 !== version.sha256
  return (
    <main>
      <Page
        title={say('没有发送：这一项已经变了', 'Not sent: this item has changed')}
        under={`${version.program.name} ${version.label}`}
        acts={<Tools />}
      >
        <Note tone="warning">
          <strong>{say(problem.said.title)}</strong>
          <span>{say(problem.said.detail)}</span>
        </Note>
        <Card title={say('有什么不同', 'What is different')}>
          <Facts
            rows={[
              [
                say('状态', 'State'),
                other ? (
                  <span key="state" className="row">
                    <Tag>{say(version.stateName)}</Tag> → <Tag tone="warning">{stateName(now.state ?? '')}</Tag>
                  </span>
                ) : (
                  say(`没有变：${version.stateName.zh}`, `the same: ${version.stateName.en}`)
                ),
              ],
              [
                say('代码包', 'Bytes'),
                bytes && version.sha256 !== null ? (
                  <span key="bytes" className="row">
                    <Digest of={version.sha256} /> → <Digest of={now.sha256 ?? ''} />
                  </span>
                ) : (
                  say('没有变', 'the same')
                ),
              ],
            ]}
          />
          {changes.length > 0 ? (
            <ol className="steps">
              {changes.map((change) => (
                <li key={change.at + change.event}>
                  <span>
                    {change.to === null ? (
                      change.name === null ? (
                        <code>{change.event}</code>
                      ) : (
                        say(change.name)
                      )
                    ) : change.from === null || change.from === change.to ? (
                      stateName(change.to)
                    ) : (
                      `${stateName(change.from)} → ${stateName(change.to)}`
                    )}{' '}
                    <span className="soft small">
                      {roleName(change.role)} · <Ago at={change.at} />
                    </span>
                  </span>
                </li>
              ))}
            </ol>
          ) : (
            !other &&
            !bytes && (
              <p className="soft">
                {say(
                  '这一项在你打开之后被改动过，例如标记、备注或领取。',
                  'It was touched after you opened it: a mark, a note or a claim.',
                )}
              </p>
            )
          )}
        </Card>
        <p>{say('你的草稿保存在本机，重新打开后还在。', 'Your draft is kept on this machine and is there when you open it again.')}</p>
        <div className="acts">
          <Button tone="primary" onClick={back}>
            {say('重新打开这一项', 'Open it again')}
          </Button>
          <Link to="/review">{say('回到队列', 'Back to the queues')}</Link>
        </div>
      </Page>
    </main>
  )
}
