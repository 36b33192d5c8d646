/** Letting an approved version out: a share of users that only rises, pausing, going back, and the code to scan. */
import { useState } from 'react'
import type { Answer, Version } from '../../../src/contract/index.ts'
import { usePart } from '../frame/way.ts'
import { Button, LinkButton, Note, ProblemBox } from '../parts/controls.tsx'
import { Ago, Answered, At, Card, Code, Copyable, Digest, Modal, Page, useToast } from '../parts/shapes.tsx'
import { State } from '../parts/states.tsx'
import { newKey } from '../wire/client.ts'
import { useAct, useAsk } from '../wire/hooks.ts'
import { useSay } from '../words/look.tsx'

type View = Answer<'GET /api/versions/:version/release'>
const STALE = [
  'GET /api/versions/:version/release',
  'GET /api/versions/:version',
  'GET /api/programs/:program',
  'GET /api/programs/:program/versions',
] as const

export function ReleasePage() {
  const say = useSay()
  const id = usePart('version')
  const version = useAsk('GET /api/versions/:version', { params: { version: id } })
  const asked = useAsk('GET /api/versions/:version/release', { params: { version: id } })
  return (
    <Answered asked={version}>
      {(one) => (
        <Page
          title={say(`发布：${one.program.name} ${one.label}`, `Release ${one.program.name} ${one.label}`)}
          under={
            <>
              <State state={one.state} name={one.stateName} />
              {one.sha256 !== null && <Digest of={one.sha256} />}
            </>
          }
          acts={<LinkButton to={`/versions/${id}`}>{say('审核详情', 'The review')}</LinkButton>}
        >
          <Answered asked={asked}>
            {(view) => (
              <div className="two-thirds">
                <div className="stack">
                  <Steer version={one} view={view} />
                  <Card title={say('发布记录', 'Steps')}>
                    {view.steps.length === 0 ? (
                      <p className="soft">{say('还没有发布过。', 'It has not been released yet.')}</p>
                    ) : (
                      <ol className="steps">
                        {[...view.steps].reverse().map((step) => (
                          <li key={step.at + step.step}>
                            <span>
                              {stepName(step.step, say)} <strong className="number">{step.percent}%</strong>
                              <span className="soft small">
                                {' '}
                                <At at={step.at} /> · <Ago at={step.at} />
                              </span>
                            </span>
                          </li>
                        ))}
                      </ol>
                    )}
                  </Card>
                </div>
                <Card title={say('发布二维码', 'Code of the release')}>
                  {view.code === null ? (
                    <p className="soft">{say('发布后生成。', 'It is made once something is out.')}</p>
                  ) : (
                    <>
                      <Code svg={view.code.qr} name={say('发布二维码', 'Code of the release')} />
                      <Copyable text={view.code.url} />
                    </>
                  )}
                </Card>
              </div>
            )}
          </Answered>
        </Page>
      )}
    </Answered>
  )
}
const stepName = (step: string, say: (zh: string, en: string) => string): string => {
  const names: Readonly<Record<string, readonly [string, string]>> = {
    publish: ['开始灰度', 'gray release begun'],
    raise: ['提高比例', 'share raised'],
    complete: ['全量发布', 'released to all'],
    pause: ['暂停', 'paused'],
    stop: ['被审核人员暂停', 'stopped by a reviewer'],
    unstop: ['允许继续', 'let go on'],
    'roll-back': ['回退到此版本', 'rolled back to'],
    retire: ['被新版本替换', 'replaced by a newer version'],
  }
  return say(...(names[step] ?? ([step, step] as const)))
}

const MARKS = [1, 5, 10, 20, 50, 100]
function Steer({ version, view }: { readonly version: Version; readonly view: View }) {
  const say = useSay()
  const toast = useToast()
  const floor = view.version.state === 'gray' ? view.percent : 0
  const [wanted, setWanted] = useState<number | null>(null)
  const [asking, setAsking] = useState<'complete' | 'pause' | 'roll-back' | null>(null)
  const act = useAct('POST /api/versions/:version/release', {
    stale: STALE,
    done: () => {
      setWanted(null)
      setAsking(null)
      toast({ zh: '已完成', en: 'Done' })
    },
  })
  const params = { version: version.id }
  const rv = view.version.rv
  const state = view.version.state
  const share = Math.max(wanted ?? (floor === 0 ? 5 : floor), floor)
  const can = (event: string) => version.may.includes(event)
  const ask = {
    complete: say(
      '向全部用户发布？原来的线上版本会成为历史版本。',
      'Release it to everybody? The version that is live now becomes a former one.',
    ),
    pause: say(
      '暂停后，灰度用户会回到原来的版本。比例需要重新开始。',
      'While paused, everybody gets the version before. The share starts anew.',
    ),
    'roll-back': say('让这个历史版本重新成为线上版本？', 'Make this former version the live one again?'),
  }
  return (
    <Card title={say('灰度发布', 'Gray release')}>
      {version.gray.stopped && (
        <Note tone="danger">{say('审核人员暂停了发布，请查看消息。', 'A reviewer has stopped the release: see the messages.')}</Note>
      )}
      {(state === 'approved' || state === 'gray') && (
        <>
          <div className="gray">
            <strong className="gray__share number">{share}%</strong>
            <div>
              <input
                type="range"
                min={0}
                max={100}
                step={1}
                value={share}
                disabled={!can(state === 'gray' ? 'raise' : 'publish')}
                aria-label={say('灰度比例', 'Share of users')}
                onChange={(event) => setWanted(Math.max(floor, Number(event.target.value)))}
              />
              <div className="row">
                {MARKS.map((mark) => (
                  <Button key={mark} small off={mark <= floor} onClick={() => setWanted(mark)}>
                    {mark}%
                  </Button>
                ))}
              </div>
            </div>
          </div>
          <p className="soft small">
            {floor === 0
              ? say(
                  '比例只能提高，不能降低；需要停下时用「暂停」。同一个用户始终看到同一个版本。',
                  'The share can rise and never fall; to stop, pause. One user always gets the same version.',
                )
              : say(`现在 ${floor}% 的用户使用这个版本。只能继续提高。`, `${floor}% of users have it now. It can only rise.`)}
          </p>
          <div className="acts">
            {state === 'approved' && (
              <Button
                tone="primary"
                busy={act.isPending}
                off={share < 1 || !can('publish')}
                onClick={() => act.mutate({ params, body: { do: 'publish', rv, percent: share }, key: newKey() })}
              >
                {say(`向 ${share}% 的用户发布`, `Release to ${share}%`)}
              </Button>
            )}
            {state === 'gray' && (
              <>
                <Button
                  tone="primary"
                  busy={act.isPending}
                  off={share <= floor || share >= 100 || !can('raise')}
                  onClick={() => act.mutate({ params, body: { do: 'raise', rv, percent: share }, key: newKey() })}
                >
                  {share <= floor ? say('提高比例', 'Raise the share') : say(`提高到 ${share}%`, `Raise to ${share}%`)}
                </Button>
                <Button off={!can('complete')} onClick={() => setAsking('complete')}>
                  {say('全量发布', 'Release to all')}
                </Button>
                <Button tone="danger" bare off={!can('pause')} onClick={() => setAsking('pause')}>
                  {say('暂停', 'Pause')}
                </Button>
              </>
            )}
          </div>
        </>
      )}
      {state === 'live' && <Note tone="success">{say('这个版本已向全部用户发布。', 'This version is live for everybody.')}</Note>}
      {state === 'retired' && (
        <>
          <p>
            {say(
              '这是历史版本。如果线上版本有问题，可以回退到它；回退时会再次核对现行规则。',
              'A former version. Should the live one be faulty, you can roll back to it; the rules in force are asked again.',
            )}
          </p>
          <div>
            <Button off={!can('roll-back')} onClick={() => setAsking('roll-back')}>
              {say('回退到这个版本', 'Roll back to it')}
            </Button>
          </div>
        </>
      )}
      <ProblemBox problem={act.error?.problem} />
      <Modal
        open={asking !== null}
        close={() => setAsking(null)}
        title={
          asking === 'pause'
            ? say('暂停灰度', 'Pause')
            : asking === 'complete'
              ? say('全量发布', 'Release to all')
              : say('回退', 'Roll back')
        }
        acts={
          asking !== null && (
            <Button
              tone={asking === 'pause' ? 'danger' : 'primary'}
              busy={act.isPending}
              onClick={() => act.mutate({ params, body: { do: asking, rv }, key: newKey() })}
            >
              {say('确定', 'Yes')}
            </Button>
          )
        }
      >
        <p>{asking === null ? '' : ask[asking]}</p>
        <ProblemBox problem={act.error?.problem} />
      </Modal>
    </Card>
  )
}
