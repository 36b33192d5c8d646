/** Addresses of the developer's own that are told what becomes of a program: with which secret, of what, and how each call went. */
import { useState } from 'react'
import type { Answer } from '../../../src/contract/index.ts'
import { usePart } from '../frame/way.ts'
import { Button, Field, Group, Line, Note, ProblemBox, Tag, Tick, wrongAt } from '../parts/controls.tsx'
import { Ago, Answered, Card, Copyable, Empty, Facts, Modal, Page, useToast } from '../parts/shapes.tsx'
import { Table } from '../parts/table.tsx'
import { useAct, useAsk } from '../wire/hooks.ts'
import { useLook, useSay } from '../words/look.tsx'
import { ProgramTabs } from './programs.tsx'

type Hook = Answer<'GET /api/programs/:program/webhooks'>['items'][number]
/** What developers wait for; everything else comes too when none is chosen. */
const EVENTS: readonly (readonly [id: string, zh: string, en: string])[] = [
  ['version.approve', '审核通过', 'approved'],
  ['version.refuse', '审核未通过', 'refused'],
  ['version.ask', '审核员请你补充', 'the reviewer asks'],
  ['version.postpone', '审核暂缓', 'postponed'],
  ['version.hand-over', '转人工审核', 'handed to a reviewer'],
  ['version.publish', '开始灰度', 'release begun'],
  ['version.complete', '全量发布', 'released to all'],
  ['version.stop', '灰度被暂停', 'release stopped'],
  ['version.warn', '限期整改', 'to be mended by a date'],
  ['version.pull', '下架', 'pulled'],
]
const useEventName = () => {
  const say = useSay()
  return (id: string) => {
    const found = EVENTS.find(([one]) => one === id)
    return found === undefined ? id : say(found[1], found[2])
  }
}

export function Webhooks() {
  const say = useSay()
  const program = usePart('program')
  const about = useAsk('GET /api/programs/:program', { params: { program } })
  const asked = useAsk('GET /api/programs/:program/webhooks', { params: { program } })
  const [adding, setAdding] = useState(false)
  return (
    <Page
      title={about.data?.name ?? say('通知', 'Webhooks')}
      under={say(
        '审核和发布有进展时，平台会调用你的网址。每次调用都用密钥签名。',
        'When a review or a release gets on, the platform calls your address. Each call is signed with a secret.',
      )}
      acts={
        <Button tone="primary" onClick={() => setAdding(true)}>
          {say('添加网址', 'Add an address')}
        </Button>
      }
    >
      <ProgramTabs program={program} here="webhooks" />
      <Answered asked={asked}>
        {(found) =>
          found.items.length === 0 ? (
            <Card>
              <Empty>{say('还没有通知网址。', 'There are no addresses yet.')}</Empty>
            </Card>
          ) : (
            found.items.map((hook) => <HookCard key={hook.id} program={program} hook={hook} />)
          )
        }
      </Answered>
      {adding && <Add program={program} close={() => setAdding(false)} />}
    </Page>
  )
}

function HookCard({ program, hook }: { readonly program: string; readonly hook: Hook }) {
  const say = useSay()
  const eventName = useEventName()
  const [open, setOpen] = useState(false)
  const [rotating, setRotating] = useState(false)
  const [ending, setEnding] = useState(false)
  const end = useAct('DELETE /api/programs/:program/webhooks/:webhook', { stale: ['GET /api/programs/:program/webhooks'] })
  return (
    <Card
      title={<span className="place">{hook.url}</span>}
      acts={
        hook.failures > 0 ? (
          <Tag tone="warning">{say(`连续失败 ${hook.failures} 次`, `failed ${hook.failures} times in a row`)}</Tag>
        ) : (
          <Tag tone="success">{say('正常', 'working')}</Tag>
        )
      }
    >
      <Facts
        rows={[
          [
            say('通知什么', 'Told of'),
            hook.events.length === 0 ? say('全部事件', 'everything') : hook.events.map(eventName).join(say('、', ', ')),
          ],
          [say('添加于', 'Added'), <Ago key="at" at={hook.created} />],
        ]}
      />
      <div className="acts">
        <Button onClick={() => setOpen(!open)}>{open ? say('收起', 'Fold') : say('最近的调用', 'Latest calls')}</Button>
        <Button onClick={() => setRotating(true)}>{say('更换密钥…', 'New secret…')}</Button>
        <Button tone="danger" bare onClick={() => setEnding(true)}>
          {say('移除…', 'Remove…')}
        </Button>
      </div>
      {open && <Calls program={program} hook={hook.id} />}
      <ProblemBox problem={end.error?.problem} />
      {rotating && <Rotate program={program} hook={hook} close={() => setRotating(false)} />}
      <Modal
        open={ending}
        close={() => setEnding(false)}
        title={say('移除通知网址', 'Remove the address')}
        acts={
          <Button tone="danger" busy={end.isPending} onClick={() => end.mutate({ params: { program, webhook: hook.id } })}>
            {say('移除', 'Remove')}
          </Button>
        }
      >
        <p>{say('之后不再调用：', 'It is not called any more: ')}</p>
        <p className="place">{hook.url}</p>
      </Modal>
    </Card>
  )
}

function Calls({ program, hook }: { readonly program: string; readonly hook: string }) {
  const say = useSay()
  const toast = useToast()
  const eventName = useEventName()
  const asked = useAsk('GET /api/programs/:program/webhooks/:webhook/calls', { params: { program, webhook: hook } }, { every: 15_000 })
  const again = useAct('POST /api/programs/:program/webhooks/:webhook/calls/:call/retry', {
    stale: ['GET /api/programs/:program/webhooks/:webhook/calls'],
    done: () => toast({ zh: '正在重发', en: 'It is called again' }),
  })
  return (
    <Answered asked={asked}>
      {(found) =>
        found.items.length === 0 ? (
          <p className="soft">{say('还没有调用过。', 'It was not called yet.')}</p>
        ) : (
          <Table>
            <thead>
              <tr>
                <th>{say('事件', 'Event')}</th>
                <th>{say('结果', 'Outcome')}</th>
                <th className="right">{say('次数', 'Tries')}</th>
                <th>{say('时间', 'When')}</th>
                <th />
              </tr>
            </thead>
            <tbody>
              {found.items.map((call) => (
                <tr key={call.id}>
                  <td>
                    {eventName(call.event)}{' '}
                    <span className="soft small">
                      <code>{call.event}</code>
                    </span>
                  </td>
                  <td>
                    {call.done !== null ? (
                      <Tag tone="success">{say(`已送达 ${call.status ?? ''}`, `arrived ${call.status ?? ''}`)}</Tag>
                    ) : (
                      <>
                        <Tag tone={call.attempts === 0 ? 'primary' : 'warning'}>
                          {call.attempts === 0
                            ? say('正在调用', 'on its way')
                            : say(
                                `没有送达${call.status === null ? '' : ` ${call.status}`}`,
                                `did not arrive${call.status === null ? '' : `: ${call.status}`}`,
                              )}
                        </Tag>{' '}
                        {call.error !== null && <span className="soft small">{call.error}</span>}
                      </>
                    )}
                  </td>
                  <td className="right number">{call.attempts}</td>
                  <td>
                    <Ago at={call.at} />
                  </td>
                  <td className="right">
                    {call.done === null && call.attempts > 0 && (
                      <Button
                        small
                        busy={again.isPending}
                        onClick={() => again.mutate({ params: { program, webhook: hook, call: call.id } })}
                      >
                        {say('重发', 'Call again')}
                      </Button>
                    )}
                  </td>
                </tr>
              ))}
            </tbody>
          </Table>
        )
      }
    </Answered>
  )
}

const Secret = ({ text }: { readonly text: string }) => {
  const say = useSay()
  return (
    <Note tone="success">
      <strong>{say('请现在保存密钥，之后不会再显示', 'Keep the secret now: it is not shown again')}</strong>
      <Copyable text={text} />
      <span className="small">
        {say('用它核对每次调用的签名，签名不对的不要相信。', 'Hold the signature of each call against it, and believe none that is wrong.')}
      </span>
    </Note>
  )
}

function Add({ program, close }: { readonly program: string; readonly close: () => void }) {
  const { say, lang } = useLook()
  const [url, setUrl] = useState('https://')
  const [events, setEvents] = useState<readonly string[]>([])
  const make = useAct('POST /api/programs/:program/webhooks', { stale: ['GET /api/programs/:program/webhooks'] })
  return (
    <Modal
      open
      close={close}
      title={say('添加通知网址', 'Add an address')}
      acts={
        make.data === undefined ? (
          <Button
            tone="primary"
            busy={make.isPending}
            off={!/^https:\/\/[^/.]+\.[^/]+/.test(url.trim())}
            onClick={() => make.mutate({ params: { program }, body: { url: url.trim(), events: [...events] } })}
          >
            {say('添加', 'Add')}
          </Button>
        ) : (
          <Button tone="primary" onClick={close}>
            {say('已保存', 'I have kept it')}
          </Button>
        )
      }
    >
      {make.data !== undefined ? (
        <Secret text={make.data.secret} />
      ) : (
        <>
          <Field
            label={say('网址', 'Address')}
            needed
            error={
              url.trim().length > 8 && !url.trim().startsWith('https://')
                ? say('网址要以 https:// 开头', 'The address has to begin with https://')
                : wrongAt(make.error?.problem, 'url', lang)
            }
            hint={say('https，端口 443 或 8443，不能是内网', 'https, port 443 or 8443, never inside a private net')}
          >
            <Line value={url} set={setUrl} most={500} />
          </Field>
          <Group label={say('通知什么（不选就是全部）', 'Told of what (none chosen: everything)')}>
            {EVENTS.map(([id, zh, en]) => (
              <Tick key={id} on={events.includes(id)} set={(on) => setEvents(on ? [...events, id] : events.filter((one) => one !== id))}>
                {say(zh, en)}
              </Tick>
            ))}
          </Group>
          <ProblemBox problem={make.error?.problem} shown={['url']} />
        </>
      )}
    </Modal>
  )
}

/** Another secret: shown once, and the one before ends at once. */
function Rotate({ program, hook, close }: { readonly program: string; readonly hook: Hook; readonly close: () => void }) {
  const say = useSay()
  const make = useAct('POST /api/programs/:program/webhooks/:webhook/rotation', { stale: ['GET /api/programs/:program/webhooks'] })
  return (
    <Modal
      open
      close={close}
      title={say('更换密钥', 'A new secret')}
      acts={
        make.data === undefined ? (
          <Button tone="primary" busy={make.isPending} onClick={() => make.mutate({ params: { program, webhook: hook.id } })}>
            {say('生成新密钥', 'Make a new secret')}
          </Button>
        ) : (
          <Button tone="primary" onClick={close}>
            {say('已保存', 'I have kept it')}
          </Button>
        )
      }
    >
      {make.data === undefined ? (
        <p>
          {say(
            '旧密钥立即失效。在新密钥装好之前，你的服务器会认为签名不对。',
            'The one before ends at once: until the new one is in place, your server takes the signatures for wrong.',
          )}
        </p>
      ) : (
        <Secret text={make.data.secret} />
      )}
      <ProblemBox problem={make.error?.problem} />
    </Modal>
  )
}
