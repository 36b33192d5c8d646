/** Findings grouped by clause; the chosen one beside its code, its screenshot, its step of the run and what the network did. */
import { type ReactNode, useEffect, useRef } from 'react'
import type { FindingView, Run } from '../../../src/contract/index.ts'
import { Button, Tag } from '../parts/controls.tsx'
import { Excerpt, Shot } from '../parts/evidence.tsx'
import { PlaceLine, Proof, useFindingWords } from '../parts/finding.tsx'
import { placesOf, witnessOf } from '../parts/places.ts'
import { Empty } from '../parts/shapes.tsx'
import { useSay } from '../words/look.tsx'
import { sentence } from '../words/sentence.ts'
import { counted } from './draft.ts'
import { keyFor } from './keys.ts'
import { recordLine, useRecordKind } from './run.tsx'
import { moveText, passWords } from './steps.ts'

/** In the order they are walked through: by clause, what counts before what does not. */
export const ordered = (findings: readonly FindingView[]): readonly FindingView[] => {
  const counts = new Set(counted(findings).map((one) => one.id))
  const clause = (one: FindingView) => one.clauses[0]?.id ?? '~'
  return [...findings].sort(
    (a, b) =>
      Number(counts.has(b.id)) - Number(counts.has(a.id)) ||
      (a.verdict === b.verdict ? 0 : a.verdict === 'violation' ? -1 : 1) ||
      clause(a).localeCompare(clause(b), 'en', { numeric: true }) ||
      a.id.localeCompare(b.id),
  )
}
const SIGN = { confirm: '✔', dismiss: '✕', unsure: '?' } as const

export function FindingsTab({
  findings,
  chosen,
  choose,
  run,
  mark,
  busy,
  may,
  openCode,
  openRun,
  replay,
}: {
  readonly findings: readonly FindingView[]
  readonly chosen: FindingView | undefined
  readonly choose: (finding: FindingView) => void
  readonly run: Run | undefined
  readonly mark: (finding: FindingView, as: 'confirm' | 'dismiss' | 'unsure') => void
  readonly busy: boolean
  readonly may: boolean
  readonly openCode: (file: string, line: number) => void
  readonly openRun: (pass: string, move: number) => void
  readonly replay: () => void
}) {
  const say = useSay()
  const words = useFindingWords()
  const list = useRef<HTMLUListElement>(null)
  useEffect(() => {
    if (chosen !== undefined) list.current?.querySelector('[aria-current="true"]')?.scrollIntoView({ block: 'nearest' })
  }, [chosen])
  if (findings.length === 0) return <Empty>{say('自动检查没有发现问题。', 'The automated checks found nothing.')}</Empty>
  const counts = new Set(counted(findings).map((one) => one.id))
  let last = ''
  return (
    <div className="wb-findings">
      <ul ref={list} className="wb-finding-list">
        {findings.map((one) => {
          const clause = counts.has(one.id) ? (one.clauses[0]?.id ?? '') : say('不影响结果', 'does not count')
          const head = clause === last ? null : clause
          last = clause
          return (
            <li key={one.id}>
              {head !== null && (
                <h3>
                  <code>{head}</code>{' '}
                  {counts.has(one.id) && one.clauses[0] !== undefined && <span className="soft">{say(one.clauses[0].title)}</span>}
                </h3>
              )}
              <button type="button" aria-current={one.id === chosen?.id} onClick={() => choose(one)}>
                <i
                  className={`mark mark--${one.mark?.as ?? (counts.has(one.id) ? 'open' : 'aside')}`}
                  title={one.mark === null ? say('未处理', 'not handled') : words.mark(one.mark.as)}
                >
                  {one.mark === null ? (counts.has(one.id) ? '○' : '–') : SIGN[one.mark.as]}
                </i>
                <span>{sentence(say(one.what))}</span>
                <span className={`dot dot--${one.verdict}`} title={words.verdict(one)} />
              </button>
            </li>
          )
        })}
      </ul>
      {chosen !== undefined && (
        <Detail
          key={chosen.id}
          finding={chosen}
          run={run}
          acts={
            <span className="acts">
              <Button
                small
                tone={chosen.mark?.as === 'confirm' ? 'danger' : 'default'}
                off={!may || busy}
                onClick={() => mark(chosen, 'confirm')}
                title={keyFor('confirm')}
              >
                {say('确认', 'Confirm')} <kbd>y</kbd>
              </Button>
              <Button
                small
                tone={chosen.mark?.as === 'dismiss' ? 'primary' : 'default'}
                off={!may || busy}
                onClick={() => mark(chosen, 'dismiss')}
                title={keyFor('dismiss')}
              >
                {say('排除', 'Dismiss')} <kbd>x</kbd>
              </Button>
              <Button
                small
                tone={chosen.mark?.as === 'unsure' ? 'warning' : 'default'}
                off={!may || busy}
                onClick={() => mark(chosen, 'unsure')}
                title={keyFor('unsure')}
              >
                {say('存疑', 'Unsure')} <kbd>u</kbd>
              </Button>
            </span>
          }
          openCode={openCode}
          openRun={openRun}
          replay={replay}
        />
      )}
    </div>
  )
}

function Detail({
  finding,
  run,
  acts,
  openCode,
  openRun,
  replay,
}: {
  readonly finding: FindingView
  readonly run: Run | undefined
  readonly acts: ReactNode
  readonly openCode: (file: string, line: number) => void
  readonly openRun: (pass: string, move: number) => void
  readonly replay: () => void
}) {
  const say = useSay()
  const words = useFindingWords()
  const kindName = useRecordKind()
  const places = placesOf(finding.places)
  const file = places.find((one) => one.kind === 'file')
  const page = places.find((one) => one.kind === 'page')
  const witness = witnessOf(finding.witness)
  const pass = run?.passes.find((one) => one.id === witness?.pass)
  const move = pass?.moves.find((one) => one.n === (witness?.move ?? page?.step))
  const records = (move?.records ?? [])
    .map(recordLine)
    .filter((one) => one.kind === 'network' || one.kind === 'call' || one.kind === 'error')
  const mode = words.mode(finding)
  return (
    <div className="wb-detail">
      <header>
        <div className="row row--apart">
          <span className="row">
            <Tag tone={finding.verdict === 'violation' ? 'danger' : 'warning'}>{words.verdict(finding)}</Tag>
            <Tag>{words.confidence(finding)}</Tag>
            <Tag tone={finding.since === 'new' ? 'primary' : 'default'}>{words.since(finding)}</Tag>
            {mode !== null && <Tag>{mode}</Tag>}
          </span>
          {acts}
        </div>
        <h2>{sentence(say(finding.what))}</h2>
        <p className="soft">{say(finding.why)}</p>
        <span className="soft small">
          <code>{finding.rule}</code> {finding.clauses.map((one) => one.id).join(' ')}
        </span>
      </header>
      {finding.mark !== null && (
        <p className="small">
          {words.mark(finding.mark.as)}
          {finding.mark.reason !== '' && `：${finding.mark.reason}`}
        </p>
      )}
      {finding.answer !== null && (
        <p className="note note--primary">
          <span className="small soft">{say('开发者的回复', 'The developer’s answer')}</span>
          {finding.answer.text}
        </p>
      )}
      {file !== undefined && (
        <div>
          <div className="row row--apart">
            <PlaceLine place={file} />
            <Button small onClick={() => openCode(file.file, file.line)}>
              {say('在代码中打开', 'Open in the code')} <kbd>o</kbd>
            </Button>
          </div>
          <Excerpt path={file.file} line={file.line} endLine={file.endLine} around={4} />
        </div>
      )}
      <div className="wb-proof">
        {finding.attachments.length > 0 && (
          <div className="shots">
            {finding.attachments.map((sha256, i) => (
              <Shot
                key={sha256}
                sha256={sha256}
                label={page?.page ?? say('截图', 'Screenshot')}
                box={i === 0 ? (page?.box ?? null) : null}
              />
            ))}
          </div>
        )}
        <div className="stack">
          {witness !== null && (
            <>
              <Proof witness={witness} />
              <div>
                <Button small onClick={replay}>
                  {say('逐步重放', 'Replay step by step')} <kbd>v</kbd>
                </Button>
              </div>
            </>
          )}
          {move !== undefined && pass !== undefined && (
            <div>
              <div className="row row--apart">
                <h3 className="small soft">
                  {say(passWords(pass))} #{move.n}
                </h3>
                <Button small onClick={() => openRun(pass.id, move.n)}>
                  {say('在运行中打开', 'Open in the run')}
                </Button>
              </div>
              <p>{say(moveText(move))}</p>
              <ul className="wb-records">
                {records.slice(0, 8).map((one, i) => (
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
      </div>
      {places.length > 1 && (
        <div>
          <h3 className="small soft">{say('其他位置', 'Other places')}</h3>
          {places
            .filter((one) => one !== file)
            .slice(0, 12)
            .map((one) => (
              <div key={JSON.stringify(one)}>
                {one.kind === 'file' ? (
                  <button type="button" className="plain" onClick={() => openCode(one.file, one.line)}>
                    <PlaceLine place={one} />
                  </button>
                ) : (
                  <PlaceLine place={one} />
                )}
              </div>
            ))}
        </div>
      )}
      <p>
        <span className="soft">{say('修改方法：', 'To mend it: ')}</span>
        {say(finding.mend)}
      </p>
    </div>
  )
}
