import { useState } from 'react'
import type { FindingView, Run, Text } from '../../../src/contract/index.ts'
import { Button, Choice } from '../parts/controls.tsx'
import { Shot } from '../parts/evidence.tsx'
import { Empty } from '../parts/shapes.tsx'
import { useSay } from '../words/look.tsx'
import { Reach } from './reach.tsx'
import { moveText, type Pass, passWords } from './steps.ts'

type Record_ = Readonly<Record<string, unknown>>
const text = (value: unknown): string =>
  typeof value === 'string' ? value : value === undefined || value === null ? '' : JSON.stringify(value)
const KINDS: Readonly<Record<string, Text>> = {
  life: { zh: '生命周期', en: 'life cycle' },
  navigation: { zh: '跳转', en: 'navigation' },
  call: { zh: '接口', en: 'call' },
  answer: { zh: '接口结果', en: 'answer' },
  network: { zh: '网络', en: 'network' },
  console: { zh: '控制台', en: 'console' },
  prompt: { zh: '弹窗', en: 'prompt' },
  'prompt-closed': { zh: '弹窗关闭', en: 'prompt closed' },
  error: { zh: '错误', en: 'error' },
  warning: { zh: '警告', en: 'warning' },
  storage: { zh: '存储', en: 'storage' },
  event: { zh: '事件', en: 'event' },
  media: { zh: '媒体', en: 'media' },
  host: { zh: '环境', en: 'host' },
}
/** What a kind of record is called. */
export const useRecordKind = () => {
  const say = useSay()
  return (kind: string): string => {
    const name = KINDS[kind]
    return name === undefined ? kind : say(name)
  }
}
/** One line for a record of a run: what was called, asked for, said, shown. */
export const recordLine = (record: unknown): { readonly kind: string; readonly line: string; readonly bad: boolean } => {
  const one = (typeof record === 'object' && record !== null ? record : {}) as Record_
  const kind = text(one['kind'])
  const answer = one['answer'] as Record_ | undefined
  if (kind === 'call')
    return {
      kind,
      line: `${text(one['api'])} ${text(one['args']).slice(0, 160)}${answer?.['ok'] === false ? ` → ${text(answer['errMsg'])}` : ''}`,
      bad: answer?.['ok'] === false,
    }
  if (kind === 'network')
    return {
      kind,
      line: `${text(one['method'])} ${text(one['url'])} → ${text(one['status'])} · ${text(one['milliseconds'])} ms · ${text(one['source'])}`,
      bad: Number(one['status']) >= 400,
    }
  if (kind === 'console') return { kind, line: `${text(one['level'])}: ${text(one['text'])}`, bad: text(one['level']) === 'error' }
  if (kind === 'error') return { kind, line: text(one['message']), bad: true }
  if (kind === 'navigation') return { kind, line: `${text(one['action'])} → ${text(one['to'])}`, bad: one['ok'] === false }
  if (kind === 'prompt') return { kind, line: `${text(one['sort'])} ${text(one['title'])} ${text(one['text'])}`, bad: false }
  if (kind === 'storage') return { kind, line: `${text(one['action'])} ${text(one['key'])}`, bad: false }
  return { kind: kind === '' ? '?' : kind, line: text(one['name'] ?? one['text'] ?? one['detail'] ?? one['type']), bad: false }
}

export function RunTab({
  run,
  findings,
  app,
  wanted,
  setWanted,
  reach,
  setReach,
  replay,
}: {
  readonly run: Run | undefined
  readonly findings: readonly FindingView[]
  /** The path of the program's app.json. */
  readonly app: string
  readonly wanted: { pass: string; move: number } | null
  readonly setWanted: (at: { pass: string; move: number }) => void
  /** Whether the map of pages is shown, or the steps. */
  readonly reach: boolean
  readonly setReach: (on: boolean) => void
  readonly replay: (pass: Pass, move: number) => void
}) {
  const say = useSay()
  if (run === undefined) return <p className="soft">…</p>
  if (run.passes.length === 0) return <Empty>{say('程序没有运行。', 'It was not run.')}</Empty>
  return (
    <div className="stack">
      <div className="tabs" role="tablist">
        <button type="button" role="tab" aria-selected={!reach} onClick={() => setReach(false)}>
          {say('步骤', 'Steps')}
        </button>
        <button type="button" role="tab" aria-selected={reach} onClick={() => setReach(true)}>
          {say('到过哪些页面', 'Pages reached')} <kbd>m</kbd>
        </button>
      </div>
      {reach ? (
        <Reach
          run={run}
          findings={findings}
          app={app}
          open={(pass, move) => {
            setReach(false)
            setWanted({ pass, move })
          }}
        />
      ) : (
        <Steps run={run} wanted={wanted} setWanted={setWanted} replay={replay} />
      )}
    </div>
  )
}

function Steps({
  run,
  wanted,
  setWanted,
  replay,
}: {
  readonly run: Run
  readonly wanted: { pass: string; move: number } | null
  readonly setWanted: (at: { pass: string; move: number }) => void
  readonly replay: (pass: Pass, move: number) => void
}) {
  const say = useSay()
  const kindName = useRecordKind()
  const [only, setOnly] = useState<'all' | 'network' | 'console' | 'call'>('all')
  const pass = run.passes.find((one) => one.id === wanted?.pass) ?? run.passes[0]!
  const move = pass.moves.find((one) => one.n === wanted?.move) ?? pass.moves[0]
  const records = (move?.records ?? [])
    .map(recordLine)
    .filter((one) => only === 'all' || one.kind === only || (only === 'console' && one.kind === 'error'))
  return (
    <div className="wb-run">
      <div className="stack">
        <Choice
          label={say('一遍运行', 'Pass')}
          value={pass.id}
          set={(id) => setWanted({ pass: id, move: 0 })}
          of={run.passes.map((one, i) => [one.id, `${i + 1} · ${say(passWords(one))} (${one.moves.length})`] as const)}
        />
        <details className="small soft">
          <summary>{say('运行环境', 'Environment')}</summary>
          <pre>
            {JSON.stringify(
              { profile: pass.profile, server: pass.server, ...(typeof pass.environment === 'object' ? pass.environment : {}) },
              null,
              1,
            )}
          </pre>
        </details>
        <ol className="wb-moves">
          {pass.moves.map((one) => (
            <li key={one.n}>
              <button
                type="button"
                className="plain"
                aria-current={one.n === move?.n}
                onClick={() => setWanted({ pass: pass.id, move: one.n })}
              >
                <span className="number soft">{one.n}</span> {say(moveText(one))}
              </button>
            </li>
          ))}
        </ol>
      </div>
      {move !== undefined && (
        <div className="stack">
          <div className="row row--apart">
            <strong>{say(moveText(move))}</strong>
            <Button small onClick={() => replay(pass, move.n)}>
              {say('重放到这一步', 'Replay up to here')} <kbd>v</kbd>
            </Button>
          </div>
          <div className="shots">
            {move.screens.map((screen, i) =>
              screen.sha256 === null ? null : (
                <Shot
                  // biome-ignore lint/suspicious/noArrayIndexKey: before and after, in order
                  key={`${screen.sha256}-${i}`}
                  sha256={screen.sha256}
                  label={screen.page ?? say('画面', 'screen')}
                  under={`${move.screens.length > 1 && i === 0 ? say('之前', 'before') : say('之后', 'after')} ${screen.page ?? ''}`}
                />
              ),
            )}
          </div>
          <div className="tabs" role="tablist">
            {(
              [
                ['all', say('全部', 'All')],
                ['network', say('网络', 'Network')],
                ['console', say('控制台', 'Console')],
                ['call', say('接口调用', 'Calls')],
              ] as const
            ).map(([id, name]) => (
              <button key={id} type="button" role="tab" aria-selected={only === id} onClick={() => setOnly(id)}>
                {name}
              </button>
            ))}
          </div>
          {records.length === 0 && <p className="soft">{say('没有记录。', 'Nothing was recorded.')}</p>}
          <ul className="wb-records">
            {records.map((one, i) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: records in order
              <li key={i} className={one.bad ? 'is-bad' : ''}>
                <span>{kindName(one.kind)}</span>
                <code>{one.line}</code>
              </li>
            ))}
          </ul>
        </div>
      )}
    </div>
  )
}
