/** Which pages the run came to, in which pass, and how often it did something there. What no pass came to is said first. */
import { useMemo } from 'react'
import type { FindingView, Run } from '../../../src/contract/index.ts'
import { Note, Tag } from '../parts/controls.tsx'
import { useFile } from '../parts/evidence.tsx'
import { placesOf } from '../parts/places.ts'
import { useSay } from '../words/look.tsx'
import { passWords } from './steps.ts'

/** The pages that a program declares, by its app.json; nothing where it cannot be read. */
export const pagesOf = (text: string | null | undefined): readonly string[] => {
  try {
    const app = JSON.parse(text ?? 'null') as { pages?: unknown; subPackages?: unknown; subpackages?: unknown } | null
    const list = (value: unknown) => (Array.isArray(value) ? value.filter((one): one is string => typeof one === 'string') : [])
    const below = [app?.subPackages, app?.subpackages].flatMap((value) =>
      (Array.isArray(value) ? value : []).flatMap((one: { root?: unknown; pages?: unknown } | null) =>
        list(one?.pages).map((page) => `${typeof one?.root === 'string' ? one.root.replace(/\/$/, '') : ''}/${page}`),
      ),
    )
    return [...new Set([...list(app?.pages), ...below])]
  } catch {
    return []
  }
}
export interface Reached {
  readonly page: string
  /** By pass, in order: how many moves ended there, the first of them, and whether one of them brought an error. */
  readonly cells: readonly { readonly moves: number; readonly first: number | null; readonly failed: boolean }[]
  readonly findings: number
}
export const reachedIn = (run: Run, declared: readonly string[], findings: readonly FindingView[]): readonly Reached[] => {
  const seen = run.passes.flatMap((pass) => pass.moves.flatMap((move) => move.screens.flatMap(({ page }) => (page === null ? [] : [page]))))
  return [...new Set([...declared, ...seen])].map((page) => ({
    page,
    cells: run.passes.map((pass) => {
      const there = pass.moves.filter((move) => move.screens.at(-1)?.page === page)
      return {
        moves: there.length,
        first: there[0]?.n ?? null,
        failed: there.some((move) => move.records.some((one) => (one as { kind?: unknown } | null)?.kind === 'error')),
      }
    }),
    findings: findings.filter((one) =>
      placesOf(one.places).some((place) =>
        place.kind === 'page' ? place.page === page : place.kind === 'file' && place.file.replace(/\.\w+$/, '') === page,
      ),
    ).length,
  }))
}

export function Reach({
  run,
  findings,
  app,
  open,
}: {
  readonly run: Run
  readonly findings: readonly FindingView[]
  /** Where the program says which pages it has. */
  readonly app: string
  readonly open: (pass: string, move: number) => void
}) {
  const say = useSay()
  const declared = useFile(app)
  const rows = useMemo(() => reachedIn(run, pagesOf(declared.data?.text), findings), [run, declared.data, findings])
  const most = Math.max(1, ...rows.flatMap((row) => row.cells.map((cell) => cell.moves)))
  const unseen = rows.filter((row) => row.cells.every((cell) => cell.moves === 0))
  return (
    <div className="stack">
      {unseen.length > 0 ? (
        <Note tone="warning">
          <strong>
            {say(`${rows.length} 个页面中，${unseen.length} 个没有到过`, `${unseen.length} of ${rows.length} pages were never reached`)}
          </strong>
          <span className="place">{unseen.map((row) => row.page).join('  ')}</span>
        </Note>
      ) : (
        <Note tone="success">{say(`${rows.length} 个页面全部到过。`, `All ${rows.length} pages were reached.`)}</Note>
      )}
      <div className="table-box">
        <table className="reach">
          <thead>
            <tr>
              <th scope="col">{say('页面', 'Page')}</th>
              {run.passes.map((pass, i) => (
                <th key={pass.id} scope="col" title={say(passWords(pass))}>
                  {i + 1}
                </th>
              ))}
              <th scope="col">{say('问题', 'Findings')}</th>
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <tr key={row.page}>
                <th scope="row" className="place">
                  {row.page}
                </th>
                {row.cells.map((cell, i) => {
                  const pass = run.passes[i]
                  return (
                    <td key={pass?.id ?? i}>
                      {cell.first === null || pass === undefined ? (
                        <span className="reach__none" title={say('没有到过', 'not reached')}>
                          ·
                        </span>
                      ) : (
                        <button
                          type="button"
                          className={`reach__cell reach__cell--${Math.ceil((cell.moves / most) * 4)}${cell.failed ? ' reach__cell--failed' : ''}`}
                          title={`${say(passWords(pass))} · ${say(`${cell.moves} 步`, `${cell.moves} moves`)}${cell.failed ? say('，有错误', ', with errors') : ''}`}
                          onClick={() => cell.first !== null && open(pass.id, cell.first)}
                        >
                          {cell.moves}
                        </button>
                      )}
                    </td>
                  )
                })}
                <td>{row.findings === 0 ? <span className="soft">–</span> : <Tag tone="danger">{row.findings}</Tag>}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <ol className="small soft bullets">
        {run.passes.map((pass) => (
          <li key={pass.id}>{say(passWords(pass))}</li>
        ))}
      </ol>
    </div>
  )
}
