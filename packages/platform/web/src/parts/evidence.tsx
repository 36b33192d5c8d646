/** Evidence as it is shown: lines of code, screenshots that stay blurred until asked for, where things stand. */
import { createContext, type ReactNode, useContext, useState } from 'react'
import { type Asked, useAsk } from '../wire/hooks.ts'
import { useSay } from '../words/look.tsx'
import { Answered, Modal } from './shapes.tsx'

/** Whose eyes look: it decides from where files and pictures come. */
export interface Eyes {
  readonly version: string
  readonly as: 'owner' | 'staff'
  /** Null while there is no ticket yet. `before`: of the version that is compared with, which has a ticket of its own. */
  picture(sha256: string, before?: boolean): string | null
  readonly blur: boolean
}
const Seen = createContext<Eyes | null>(null)
export const EyesProvider = Seen.Provider
export const useEyes = (): Eyes | null => useContext(Seen)

export const useFile = (path: string, when = true): Asked<'GET /api/versions/:version/file'> => {
  const eyes = useEyes()
  const version = eyes?.version ?? ''
  const owner = useAsk(
    'GET /api/versions/:version/file',
    { params: { version }, query: { path } },
    { when: when && eyes?.as === 'owner', good: 3_600_000 },
  )
  const staff = useAsk(
    'GET /api/review/items/:version/file',
    { params: { version }, query: { path } },
    { when: when && eyes?.as === 'staff', good: 3_600_000 },
  )
  return eyes?.as === 'staff' ? staff : owner
}

/** Some lines around a place. */
export const Excerpt = ({
  path,
  line,
  endLine,
  around = 3,
}: {
  readonly path: string
  readonly line: number
  readonly endLine: number
  readonly around?: number
}) => {
  const say = useSay()
  const asked = useFile(path)
  return (
    <Answered asked={asked} lines={2}>
      {(file) => {
        if (file.text === null) return <p className="soft small">{say('这个文件不是文字。', 'This file is not text.')}</p>
        const lines = file.text.split('\n')
        const from = Math.max(0, line - 1 - around)
        return (
          <div className="code-block">
            {lines.slice(from, Math.min(endLine, line + 12) + around).map((text, i) => {
              const n = from + i + 1
              return (
                <div key={n} className={n >= line && n <= endLine ? 'is-hit' : undefined}>
                  <i>{n}</i>
                  <span>{text.length > 400 ? `${text.slice(0, 400)}…` : text}</span>
                </div>
              )
            })}
          </div>
        )
      }}
    </Answered>
  )
}

/** A screenshot: small, blurred until asked where that is the rule, large on a click; with what is meant in a box. */
export const Shot = ({
  sha256,
  label,
  box,
  under,
  before = false,
}: {
  readonly sha256: string
  readonly label: string
  readonly box?: readonly [number, number, number, number] | null
  readonly under?: ReactNode
  readonly before?: boolean
}) => {
  const say = useSay()
  const eyes = useEyes()
  const [shown, setShown] = useState(false)
  const [large, setLarge] = useState(false)
  const url = eyes?.picture(sha256, before) ?? null
  const blurred = eyes?.blur === true && !shown
  if (url === null) return <span className="soft small">{say('截图需要先领取才能查看', 'Claim the item to see its pictures')}</span>
  return (
    <figure>
      <button
        type="button"
        className={blurred ? 'shot shot--blur' : 'shot'}
        onClick={() => (blurred ? setShown(true) : setLarge(true))}
        aria-label={blurred ? say(`显示截图：${label}`, `Show picture: ${label}`) : say(`放大：${label}`, `Enlarge: ${label}`)}
      >
        <img src={url} alt={blurred ? '' : label} loading="lazy" />
        {blurred && <span className="shot__cover">{say('点击显示', 'Click to show')}</span>}
      </button>
      {under !== undefined && <figcaption className="small soft">{under}</figcaption>}
      <Modal open={large} close={() => setLarge(false)} title={label} wide>
        <Marked url={url} label={label} box={box ?? null} />
      </Modal>
    </figure>
  )
}
/** The whole picture, with the box that is meant drawn on it. */
export const Marked = ({
  url,
  label,
  box,
}: {
  readonly url: string
  readonly label: string
  readonly box: readonly [number, number, number, number] | null
}) => {
  const [size, setSize] = useState<readonly [number, number] | null>(null)
  return (
    <span className="marked">
      <img src={url} alt={label} onLoad={(event) => setSize([event.currentTarget.naturalWidth, event.currentTarget.naturalHeight])} />
      {box !== null && size !== null && (
        <span
          className="marked__box"
          style={{
            left: `${(box[0] / size[0]) * 100}%`,
            top: `${(box[1] / size[1]) * 100}%`,
            width: `${(box[2] / size[0]) * 100}%`,
            height: `${(box[3] / size[1]) * 100}%`,
          }}
        />
      )}
    </span>
  )
}
