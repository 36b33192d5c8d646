/** The code, compared with a named version; what nobody has opened is counted. */
import { type ReactNode, type Ref, useEffect, useMemo, useState } from 'react'
import type { Diff } from '../../../src/contract/index.ts'
import { Tag } from '../parts/controls.tsx'
import { Answered, Empty } from '../parts/shapes.tsx'
import { useAsk } from '../wire/hooks.ts'
import { useSay } from '../words/look.tsx'
import { bytesText } from '../words/numbers.ts'
import { type CodeHandle, CodeView } from './code-view.tsx'

/** As many files as the list shows at once. */
const SHOWN = 2000
const SIGNS = { added: '+', removed: '−', changed: '±', same: '·' } as const
export interface FileLine {
  readonly path: string
  readonly change: 'added' | 'removed' | 'changed' | 'same'
  readonly bytes: number
}
/** Changed files first, then, when asked, the others. */
export const filesOf = (
  diff: Diff | undefined,
  all: readonly { readonly path: string; readonly bytes: number }[],
  everything: boolean,
): readonly FileLine[] => {
  if (diff === undefined) return []
  const changed = diff.files.map((one) => ({ path: one.path, change: one.change, bytes: one.bytesAfter || one.bytesBefore }))
  const known = new Set(changed.map((one) => one.path))
  const rest = everything
    ? all.filter((one) => !known.has(one.path)).map((one) => ({ path: one.path, change: 'same' as const, bytes: one.bytes }))
    : []
  return [...changed, ...rest]
}

export function CodeTab({
  version,
  diff,
  lines,
  path,
  line,
  open,
  opened,
  everything,
  setEverything,
  base,
  handle,
}: {
  readonly version: string
  readonly diff: Diff | undefined
  readonly lines: readonly FileLine[]
  readonly path: string | null
  readonly line: number | null
  readonly open: (path: string) => void
  readonly opened: readonly string[]
  readonly everything: boolean
  readonly setEverything: (on: boolean) => void
  readonly base: ReactNode
  readonly handle: Ref<CodeHandle>
}) {
  const say = useSay()
  const [side, setSide] = useState(() => window.innerWidth > 1600)
  const [words, setWords] = useState('')
  const seen = useMemo(() => new Set(opened), [opened])
  const chosen = lines.find((one) => one.path === path)
  const beforeSide = diff?.base != null && chosen?.change !== 'added' && chosen?.change !== 'same'
  const after = useAsk(
    'GET /api/review/items/:version/file',
    { params: { version }, query: { path: path ?? '' } },
    { when: path !== null && chosen?.change !== 'removed', good: 3_600_000 },
  )
  const before = useAsk(
    'GET /api/review/items/:version/file',
    { params: { version: diff?.base?.version ?? '' }, query: { path: path ?? '' } },
    { when: path !== null && beforeSide, good: 3_600_000 },
  )
  useEffect(() => {
    if (path === null && lines[0] !== undefined) open(lines[0].path)
  }, [path, lines, open])
  if (diff === undefined) return <p className="soft">…</p>
  const shown = lines.filter((one) => one.path.toLowerCase().includes(words.trim().toLowerCase()))
  const unseen = lines.filter((one) => one.change !== 'same' && !seen.has(one.path)).length
  const ready = (chosen?.change === 'removed' || after.data !== undefined) && (!beforeSide || before.data !== undefined)
  return (
    <div className="wb-code">
      <div className="wb-files">
        {base}
        <div className="row small">
          {unseen > 0 ? (
            <Tag tone="warning">{say(`还有 ${unseen} 个没看`, `${unseen} not opened`)}</Tag>
          ) : (
            <Tag tone="success">{say('都看过了', 'all opened')}</Tag>
          )}
          <span className="soft">{say(`${diff.unchanged} 个未变`, `${diff.unchanged} unchanged`)}</span>
        </div>
        <input
          className="choice"
          type="search"
          placeholder={say('文件名', 'File name')}
          aria-label={say('文件名', 'File name')}
          value={words}
          onChange={(event) => setWords(event.target.value)}
        />
        <label className="small">
          <input type="checkbox" checked={everything} onChange={(event) => setEverything(event.target.checked)} />{' '}
          {say('包括未变的文件', 'unchanged ones too')}
        </label>
        <ul>
          {shown.slice(0, SHOWN).map((one) => (
            <li key={one.path}>
              <button
                type="button"
                aria-current={one.path === path}
                className={seen.has(one.path) ? 'is-seen' : ''}
                onClick={() => open(one.path)}
                title={`${one.path} · ${bytesText(one.bytes)}`}
              >
                <i className={`change change--${one.change}`}>{SIGNS[one.change]}</i>
                <span>{one.path}</span>
              </button>
            </li>
          ))}
        </ul>
        {shown.length > SHOWN && (
          <span className="small soft">
            {say(`只列出前 ${SHOWN} 个，共 ${shown.length} 个：请按文件名查找`, `The first ${SHOWN} of ${shown.length}: look for a name`)}
          </span>
        )}
      </div>
      <div className="wb-source">
        {path === null || chosen === undefined ? (
          path !== null && after.data !== undefined ? (
            <Shown path={path} before={null} after={after.data.text} cut={after.data.cut} side={side} line={line} handle={handle} />
          ) : (
            <Empty>{lines.length === 0 ? say('没有改动的文件。', 'No file has changed.') : say('选择一个文件', 'Choose a file')}</Empty>
          )
        ) : (
          <>
            <div className="row row--apart small">
              <code>{path}</code>
              {beforeSide && (
                <label>
                  <input type="checkbox" checked={side} onChange={(event) => setSide(event.target.checked)} /> {say('并排', 'side by side')}
                </label>
              )}
            </div>
            {ready ? (
              <Shown
                path={path}
                before={beforeSide ? (before.data?.text ?? '') : null}
                after={chosen.change === 'removed' ? '' : (after.data?.text ?? null)}
                cut={after.data?.cut === true}
                side={side}
                line={line}
                handle={handle}
              />
            ) : (
              <Answered asked={after.error !== null ? after : beforeSide ? before : after}>{() => null}</Answered>
            )}
          </>
        )}
      </div>
    </div>
  )
}
const Shown = ({
  path,
  before,
  after,
  cut,
  side,
  line,
  handle,
}: {
  readonly path: string
  readonly before: string | null
  readonly after: string | null
  readonly cut: boolean
  readonly side: boolean
  readonly line: number | null
  readonly handle: Ref<CodeHandle>
}) => {
  const say = useSay()
  if (after === null) return <Empty>{say('这个文件不是文字。', 'This file is not text.')}</Empty>
  return (
    <>
      {cut && <Tag tone="warning">{say('文件太长，只显示开头', 'too long: only its beginning is shown')}</Tag>}
      <CodeView path={path} before={before} after={after} side={side} line={line} ref={handle} />
    </>
  )
}
