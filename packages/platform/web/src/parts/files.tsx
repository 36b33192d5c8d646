/** Choosing and putting files: pictures and papers, with how far they are. */
import { type DragEvent, type ReactNode, useRef, useState } from 'react'
import type { Problem } from '../../../src/contract/index.ts'
import { Refused } from '../wire/client.ts'
import { digestOf } from '../wire/digest.ts'
import { put } from '../wire/upload.ts'
import { useSay } from '../words/look.tsx'
import { ProblemBox } from './controls.tsx'

export interface Stored {
  readonly sha256: string
  readonly bytes: number
  readonly type: string
  readonly fileName: string
}
/** A place to drop a file on or to choose one. */
export const Drop = ({
  accept,
  take,
  children,
}: {
  readonly accept: string
  readonly take: (files: readonly File[]) => void
  readonly children: ReactNode
}) => {
  const [over, setOver] = useState(false)
  const input = useRef<HTMLInputElement>(null)
  const dropped = (event: DragEvent) => {
    event.preventDefault()
    setOver(false)
    take([...event.dataTransfer.files])
  }
  return (
    <label
      className={over ? 'drop drop--over' : 'drop'}
      onDragOver={(event) => {
        event.preventDefault()
        setOver(true)
      }}
      onDragLeave={() => setOver(false)}
      onDrop={dropped}
    >
      {children}
      <input
        ref={input}
        type="file"
        accept={accept}
        className="hide-from-eyes"
        onChange={(event) => {
          take([...(event.target.files ?? [])])
          if (input.current !== null) input.current.value = ''
        }}
      />
    </label>
  )
}

export const PICTURES = 'image/png,image/jpeg,image/webp'
export const PAPERS = `${PICTURES},application/pdf`

/** Puts one file to /api/files and says what it became. */
export const FilePut = ({
  accept,
  label,
  most = 10 * 1024 * 1024,
  done,
}: {
  readonly accept: string
  readonly label: ReactNode
  readonly most?: number
  readonly done: (stored: Stored) => void
}) => {
  const say = useSay()
  const [share, setShare] = useState<number | null>(null)
  const [problem, setProblem] = useState<Problem | undefined>()
  const [wrong, setWrong] = useState<string | null>(null)
  const take = async ([file]: readonly File[]) => {
    if (file === undefined) return
    setProblem(undefined)
    setWrong(null)
    if (!accept.split(',').includes(file.type)) return setWrong(say('这种文件不能上传。', 'Files of this kind cannot be used here.'))
    if (file.size > most) return setWrong(say(`文件不能超过 ${most >> 20} MiB。`, `A file may have ${most >> 20} MiB at most.`))
    setShare(0)
    try {
      const sha256 = await digestOf(file)
      const stored = await put<{ sha256: string; bytes: number; type: string }>('/api/files', file, sha256, file.type, setShare).done
      done({ ...stored, fileName: file.name })
    } catch (error) {
      if (error instanceof Refused) setProblem(error.problem)
      else setWrong(String(error))
    } finally {
      setShare(null)
    }
  }
  return (
    <div className="stack">
      <Drop accept={accept} take={(files) => void take(files)}>
        {share === null ? label : <progress value={share} max={1} aria-label={say('上传进度', 'Upload')} />}
      </Drop>
      {wrong !== null && <span className="field__error">{wrong}</span>}
      <ProblemBox problem={problem} />
    </div>
  )
}
/** A picture of one's own. */
export const ownFile = (sha256: string): string => `/api/files/${sha256}`
