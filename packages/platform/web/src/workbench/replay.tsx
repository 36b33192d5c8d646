/** A finding or a run, step by step: the picture after each step, what was touched, what was recorded; by keys alone if one likes. */
import { useEffect, useRef, useState } from 'react'
import type { FindingView, Run, Text } from '../../../src/contract/index.ts'
import { Button } from '../parts/controls.tsx'
import { Excerpt, Marked, useEyes } from '../parts/evidence.tsx'
import { type Place, placesOf, placeText, witnessOf } from '../parts/places.ts'
import { Modal } from '../parts/shapes.tsx'
import { useSay } from '../words/look.tsx'
import { recordLine, useRecordKind } from './run.tsx'
import { journeyTo, moveText, type Pass } from './steps.ts'

export interface Frame {
  readonly said: Text
  /** The picture after the step. */
  readonly picture: string | null
  readonly box: readonly [number, number, number, number] | null
  readonly place: Place | null
  readonly records: readonly unknown[]
}
const pageOf = (page: string | null): Place | null =>
  page === null ? null : { kind: 'page', page, selector: null, step: null, box: null, note: null }

/** The journey to one move of a pass; all of the pass where none is named. */
export const framesOfPass = (pass: Pass, n: number | null): readonly Frame[] =>
  (n === null ? pass.moves : journeyTo(pass, n)).map((move) => {
    const screen = move.screens.at(-1)
    return { said: moveText(move), picture: screen?.sha256 ?? null, box: null, place: pageOf(screen?.page ?? null), records: move.records }
  })

/** The proof of a finding as frames; where the run is at hand, with what it recorded at each step. */
export const framesOf = (finding: FindingView, run: Run | undefined): readonly Frame[] => {
  const witness = witnessOf(finding.witness)
  if (witness === null) {
    return placesOf(finding.places)
      .slice(0, 12)
      .map((place, i) => ({
        said: place.note ?? { zh: placeText(place, '资料'), en: placeText(place, 'listing:') },
        picture: place.kind === 'page' ? (finding.attachments[i] ?? finding.attachments[0] ?? null) : null,
        box: place.kind === 'page' ? place.box : null,
        place,
        records: [],
      }))
  }
  const pass = run?.passes.find((one) => one.id === witness.pass)
  const moves = pass === undefined || witness.move === null ? [] : [...journeyTo(pass, witness.move)]
  let picture: string | null = null
  return witness.steps.map((step) => {
    // Steps of a witness and moves of the run go the same way; a step that is only said has no move.
    const at = moves.findIndex((move) => moveText(move).zh === step.text.zh || moveText(move).en === step.text.en)
    const move = at < 0 ? undefined : moves.splice(0, at + 1).at(-1)
    picture = step.attachment ?? move?.screens.at(-1)?.sha256 ?? (step.place?.kind === 'file' ? null : picture)
    return {
      said: step.text,
      picture,
      box: step.place?.kind === 'page' ? step.place.box : null,
      place: step.place ?? pageOf(move?.screens.at(-1)?.page ?? null),
      records: move?.records ?? [],
    }
  })
}

export function Replay({
  open,
  close,
  title,
  frames,
  blur,
  setBlur,
}: {
  readonly open: boolean
  readonly close: () => void
  readonly title: string
  readonly frames: readonly Frame[]
  readonly blur: boolean
  readonly setBlur: (on: boolean) => void
}) {
  const say = useSay()
  return (
    <Modal open={open} close={close} title={say(`逐步重放：${title}`, `Step by step: ${title}`)} wide>
      {open && <Stage frames={frames} blur={blur} setBlur={setBlur} />}
    </Modal>
  )
}

function Stage({
  frames,
  blur,
  setBlur,
}: {
  readonly frames: readonly Frame[]
  readonly blur: boolean
  readonly setBlur: (on: boolean) => void
}) {
  const say = useSay()
  const eyes = useEyes()
  const kindName = useRecordKind()
  const stage = useRef<HTMLDivElement>(null)
  const [at, setAt] = useState(0)
  const [playing, setPlaying] = useState(false)
  const last = frames.length - 1
  const go = (to: number) => setAt(Math.min(last, Math.max(0, to)))
  const play = () => {
    if (at >= last) go(0)
    setPlaying(at >= last || !playing)
  }
  // The dialog gives the focus to what asks for it as it opens.
  useEffect(() => stage.current?.setAttribute('autofocus', ''), [])
  useEffect(() => {
    if (!playing) return
    if (at >= last) return setPlaying(false)
    const timer = setTimeout(() => setAt(at + 1), 1400)
    return () => clearTimeout(timer)
  }, [playing, at, last])
  const frame = frames[at]
  if (frame === undefined)
    return (
      <p className="soft">
        {say('没有可以重放的步骤：这个问题没有运行证据，也没有位置。', 'There is nothing to replay: it has neither steps nor places.')}
      </p>
    )
  const url = frame.picture === null ? null : (eyes?.picture(frame.picture) ?? null)
  const records = frame.records.map(recordLine).filter((one) => one.line !== '')
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: it has no element of its own for them
    <div
      ref={stage}
      className="replay"
      onKeyDown={(event) => {
        const act: Readonly<Record<string, () => void>> = {
          ArrowRight: () => go(at + 1),
          ArrowLeft: () => go(at - 1),
          Home: () => go(0),
          End: () => go(last),
          ' ': play,
          b: () => setBlur(!blur),
        }
        const found = act[event.key]
        if (found === undefined || (event.key === ' ' && event.target !== stage.current)) return
        event.preventDefault()
        found()
      }}
    >
      <ol className="replay__steps">
        {frames.map((one, i) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: steps in order
          <li key={i}>
            <button type="button" className="plain" aria-current={i === at ? 'step' : undefined} onClick={() => go(i)}>
              <span className="number soft">{i + 1}</span> {say(one.said)}
            </button>
          </li>
        ))}
      </ol>
      <div className="stack">
        <div className="row row--apart">
          <span aria-live="polite">
            <strong>
              {at + 1}/{frames.length}
            </strong>{' '}
            {say(frame.said)}{' '}
            {frame.place !== null && <span className="place soft">{placeText(frame.place, say('资料', 'listing:'))}</span>}
          </span>
        </div>
        {frame.place?.kind === 'file' && (
          <Excerpt path={frame.place.file} line={frame.place.line} endLine={frame.place.endLine} around={5} />
        )}
        {url !== null && (
          <div className={blur ? 'replay__picture replay__picture--blur' : 'replay__picture'}>
            <Marked key={url} url={url} label={say(frame.said)} box={frame.box} />
          </div>
        )}
        {url === null && frame.place?.kind !== 'file' && (
          <p className="soft">{say('这一步没有画面。', 'There is no picture of this step.')}</p>
        )}
        {records.length > 0 && (
          <ul className="wb-records">
            {records.slice(0, 12).map((one, i) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: records in order
              <li key={i} className={one.bad ? 'is-bad' : ''}>
                <span>{kindName(one.kind)}</span>
                <code>{one.line}</code>
              </li>
            ))}
            {records.length > 12 && <li className="soft">{say(`还有 ${records.length - 12} 条`, `${records.length - 12} more`)}</li>}
          </ul>
        )}
        <div className="acts">
          <Button small off={at === 0} onClick={() => go(at - 1)}>
            {say('上一步', 'Back')} <kbd>←</kbd>
          </Button>
          <Button small tone="primary" off={last === 0} onClick={play}>
            {playing ? say('停', 'Stop') : say('播放', 'Play')} <kbd>{say('空格', 'Space')}</kbd>
          </Button>
          <Button small off={at === last} onClick={() => go(at + 1)}>
            {say('下一步', 'Next')} <kbd>→</kbd>
          </Button>
          <Button small bare onClick={() => setBlur(!blur)}>
            {blur ? say('图片清晰', 'Clear pictures') : say('图片模糊', 'Blur pictures')} <kbd>b</kbd>
          </Button>
        </div>
      </div>
    </div>
  )
}
