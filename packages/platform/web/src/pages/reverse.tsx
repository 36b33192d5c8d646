/** Taking back what was checked or decided: with a reason, and only after saying what comes of it. */
import { useState } from 'react'
import type { Problem, Text } from '../../../src/contract/index.ts'
import { Button, ProblemBox } from '../parts/controls.tsx'
import { Modal } from '../parts/shapes.tsx'
import { useSay } from '../words/look.tsx'
import { given, NO_REASON, Reason } from './checks.tsx'

/** What waits, or what was done. */
export const Which = ({
  done,
  set,
  waiting,
  past,
}: {
  readonly done: boolean
  readonly set: (done: boolean) => void
  readonly waiting: string
  readonly past: string
}) => (
  <div className="tabs" role="tablist">
    <button type="button" role="tab" aria-selected={!done} onClick={() => set(false)}>
      {waiting}
    </button>
    <button type="button" role="tab" aria-selected={done} onClick={() => set(true)}>
      {past}
    </button>
  </div>
)

export function Reverse({
  title,
  says,
  busy,
  problem,
  send,
}: {
  readonly title: string
  readonly says: string
  readonly busy: boolean
  readonly problem: Problem | undefined
  readonly send: (reason: Text) => void
}) {
  const say = useSay()
  const [open, setOpen] = useState(false)
  const [reason, setReason] = useState(NO_REASON)
  return (
    <div>
      <Button tone="danger" bare onClick={() => setOpen(true)}>
        {say('推翻…', 'Reverse…')}
      </Button>
      <Modal
        open={open}
        close={() => setOpen(false)}
        title={title}
        acts={
          <Button tone="danger" busy={busy} off={!given(reason)} onClick={() => send(reason)}>
            {say('推翻', 'Reverse')}
          </Button>
        }
      >
        <p>{says}</p>
        <Reason value={reason} set={setReason} />
        <ProblemBox problem={problem} />
      </Modal>
    </div>
  )
}
