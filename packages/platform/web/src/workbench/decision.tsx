/** The decision panel: verdict, clauses with all they need, what the developer will get, and sending with ten seconds to think again. */
import { useQuery } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import type { Answer, Clause, FindingView, ReviewItem, Text } from '../../../src/contract/index.ts'
import { Button, Note, ProblemBox, Tag } from '../parts/controls.tsx'
import { Shot } from '../parts/evidence.tsx'
import { Modal } from '../parts/shapes.tsx'
import { Statement, useWhereText } from '../parts/statement.tsx'
import { call, type Refused } from '../wire/client.ts'
import { useLook, useSay } from '../words/look.tsx'
import { type Choice, type Draft, type DraftGround, factsFor, lackingIn, verdictOf } from './draft.ts'
import { keyFor } from './keys.ts'

export const CHOICES: readonly (readonly [choice: Choice, zh: string, en: string, key: string])[] = [
  ['approve', '通过', 'Approve', 'a'],
  ['refuse', '不通过', 'Refuse', 'r'],
  ['ask', '请补充', 'Ask', 'i'],
  ['postpone', '暂缓', 'Postpone', 'h'],
]
type Preview = Answer<'POST /api/review/items/:version/preview'>

/** What the server says it would become; asked once typing rests. */
export const usePreview = (item: ReviewItem, draft: Draft, when: boolean) => {
  const [rested, setRested] = useState(draft)
  useEffect(() => {
    const timer = setTimeout(() => setRested(draft), 700)
    return () => clearTimeout(timer)
  }, [draft])
  const { id, rv, sha256 } = item.version
  return useQuery<Preview, Refused>({
    queryKey: [
      'preview',
      id,
      rv,
      sha256,
      rested.choice,
      rested.facts,
      rested.grounds,
      item.version.findings.map((one) => one.mark?.as ?? ''),
    ],
    queryFn: ({ signal }) =>
      call('POST /api/review/items/:version/preview', { params: { version: id }, body: verdictOf(rested, rv, sha256 ?? ''), signal }),
    enabled: when && item.lease !== null && (rested.choice === 'approve' || rested.choice === 'refuse'),
    staleTime: 30_000,
    retry: false,
  })
}

const Both = ({
  label,
  value,
  set,
  rows = 2,
}: {
  readonly label: string
  readonly value: Text
  readonly set: (value: Text) => void
  readonly rows?: number
}) => {
  const { say, lang } = useLook()
  // The reader's own language first.
  const order = lang === 'zh' ? (['zh', 'en'] as const) : (['en', 'zh'] as const)
  return (
    <div className="both">
      <span className="field__label small">{label}</span>
      {order.map((one) => (
        <textarea
          key={one}
          rows={rows}
          value={value[one]}
          lang={one}
          aria-label={`${label} ${one === 'zh' ? say('中文', 'Chinese') : say('英文', 'English')}`}
          placeholder={one === 'zh' ? '中文' : 'English'}
          onChange={(event) => set({ ...value, [one]: event.target.value })}
        />
      ))}
    </div>
  )
}

export function DecisionPanel({
  item,
  draft,
  set,
  confirmed,
  findings,
  may,
  sending,
  send,
  undo,
  problem,
  picking,
  setPicking,
  pick,
  recommends,
}: {
  readonly item: ReviewItem
  readonly draft: Draft
  readonly set: (change: Partial<Draft>) => void
  readonly confirmed: number
  readonly findings: readonly FindingView[]
  readonly may: boolean
  /** Seconds left to undo; null when nothing is on its way. */
  readonly sending: number | null
  readonly send: () => void
  readonly undo: () => void
  readonly problem: Refused | null
  readonly picking: boolean
  readonly setPicking: (on: boolean) => void
  readonly pick: (clause: Clause) => void
  readonly recommends: boolean
}) {
  const say = useSay()
  const [previewing, setPreviewing] = useState(false)
  const preview = usePreview(item, draft, may)
  const lacking = lackingIn(draft, findings)
  const ready = may && lacking.length === 0 && sending === null
  const choose = (choice: Choice) => set({ choice, ...(draft.factsOwn ? {} : { facts: factsFor(choice, confirmed) }) })
  const setGround = (i: number, change: Partial<DraftGround>) =>
    set({ grounds: draft.grounds.map((one, n) => (n === i ? { ...one, ...change, own: true } : one)) })
  const decides = draft.choice === 'approve' || draft.choice === 'refuse'
  return (
    <div className="wb-decision">
      <h2>{recommends ? say('建议', 'Recommendation') : say('决定', 'Decision')}</h2>
      {!may && (
        <Note>
          {item.holder !== null
            ? say(`${item.holder.name} 正在看这一项。`, `${item.holder.name} has this item.`)
            : say('先领取，再作决定。', 'Claim it to decide.')}
        </Note>
      )}
      <div className="wb-verdicts" role="radiogroup" aria-label={say('结论', 'Verdict')}>
        {CHOICES.filter(([choice]) => !recommends || choice === 'approve' || choice === 'refuse').map(([choice, zh, en, key]) => (
          // biome-ignore lint/a11y/useSemanticElements: a radio that is pressed by a key
          <button
            key={choice}
            type="button"
            role="radio"
            aria-checked={draft.choice === choice}
            className={`verdict verdict--${choice}`}
            disabled={!may}
            onClick={() => choose(choice)}
          >
            {say(zh, en)} <kbd>{key}</kbd>
          </button>
        ))}
      </div>
      {decides && (
        <>
          <Both
            label={recommends ? say('说明', 'Words') : say('事实说明', 'Facts')}
            value={draft.facts}
            set={(facts) => set({ facts, factsOwn: true })}
          />
          {draft.choice === 'approve' && confirmed > 0 && (
            <Note tone="warning">
              {say(
                `有 ${confirmed} 个问题已确认，仍选择通过：需要第二人。`,
                `${confirmed === 1 ? 'A finding is' : `${confirmed} findings are`} confirmed and it is approved all the same: a second person is needed.`,
              )}
            </Note>
          )}
          {draft.choice === 'refuse' && (
            <>
              <div className="row row--apart">
                <h3>{say(`引用的条款 ${draft.grounds.length}`, `Clauses cited: ${draft.grounds.length}`)}</h3>
                <Button small off={!may} onClick={() => setPicking(true)}>
                  {say('添加条款', 'Add a clause')} <kbd>{keyFor('cite')}</kbd>
                </Button>
              </div>
              {draft.grounds.map((ground, i) => (
                <GroundEditor
                  key={ground.clause.id}
                  ground={ground}
                  lacks={lacking.filter((one) => one.ground === i).map((one) => one.what)}
                  set={(change) => setGround(i, change)}
                  remove={() => set({ grounds: draft.grounds.filter((_, n) => n !== i) })}
                  like={item.like.find((one) => one.clause === ground.clause.id)}
                />
              ))}
            </>
          )}
        </>
      )}
      {(draft.choice === 'ask' || draft.choice === 'postpone') && (
        <>
          <Both
            label={draft.choice === 'ask' ? say('问题', 'Question') : say('原因', 'Reason')}
            value={draft.question}
            set={(question) => set({ question })}
            rows={4}
          />
          {draft.choice === 'postpone' && (
            <label className="field">
              <span className="field__label small">{say('到哪天继续', 'Until')}</span>
              <input
                className="choice"
                type="date"
                value={draft.until}
                min={new Date(Date.now() + 86_400_000).toISOString().slice(0, 10)}
                onChange={(event) => set({ until: event.target.value })}
              />
            </label>
          )}
        </>
      )}
      {preview.data !== undefined && decides && (
        <div className="stack small">
          {preview.data.secondPerson.length > 0 && (
            <Note tone="warning">
              <strong>{say('需要第二人确认', 'A second person has to confirm')}</strong>
              {preview.data.secondPerson.map((one) => (
                <span key={one.en}>{say(one)}</span>
              ))}
            </Note>
          )}
          {preview.data.deviates && preview.data.secondPerson.length === 0 && (
            <Note tone="warning">{say('与先前对类似情况的决定不一致。', 'It deviates from how like cases were decided.')}</Note>
          )}
          {preview.data.missing.length > 0 && lacking.length === 0 && (
            <Note tone="danger">
              <strong>{say('服务器认为还缺', 'The server still misses')}</strong>
              <ul>
                {preview.data.missing.map((one) => (
                  <li key={one.field + one.said.en}>{say(one.said)}</li>
                ))}
              </ul>
            </Note>
          )}
        </div>
      )}
      {lacking.length > 0 && draft.choice !== null && (
        <details className="small" open={lacking.length <= 4}>
          <summary>
            {say(
              `发送前还缺 ${lacking.length} 项`,
              `${lacking.length === 1 ? 'One thing is' : `${lacking.length} things are`} lacking before it can be sent`,
            )}
          </summary>
          <ul className="bullets">
            {lacking.map((one) => (
              <li key={one.what.en}>{say(one.what)}</li>
            ))}
          </ul>
        </details>
      )}
      <ProblemBox problem={problem?.problem} />
      <div className="wb-send">
        {decides && (
          <Button off={preview.data?.statement == null} busy={preview.isFetching} onClick={() => setPreviewing(true)}>
            {say('预览', 'Preview')}
          </Button>
        )}
        {sending === null ? (
          <Button tone="primary" off={!ready} onClick={send}>
            {recommends ? say('提交建议', 'Recommend') : say('发送', 'Send')} <kbd>{keyFor('send')}</kbd>
          </Button>
        ) : (
          <Button tone="warning" onClick={undo}>
            {say(`${sending} 秒后发出 · 撤销`, `Goes in ${sending} s · undo`)} <kbd>z</kbd>
          </Button>
        )}
      </div>
      <p className="soft small">
        {item.version.sha256 !== null &&
          say(
            `决定只对这些字节有效：${item.version.sha256.slice(0, 8)}`,
            `It holds for these bytes only: ${item.version.sha256.slice(0, 8)}`,
          )}
      </p>
      <Modal open={previewing} close={() => setPreviewing(false)} title={say('开发者将收到', 'What the developer will get')} wide>
        {preview.data?.statement != null && <Statement of={preview.data.statement} />}
      </Modal>
      <ClausePicker
        open={picking}
        close={() => setPicking(false)}
        platform={item.version.program.platform}
        pick={pick}
        cited={draft.grounds.map((one) => one.clause.id)}
      />
    </div>
  )
}

function GroundEditor({
  ground,
  lacks,
  set,
  remove,
  like,
}: {
  readonly ground: DraftGround
  readonly lacks: readonly Text[]
  readonly set: (change: Partial<DraftGround>) => void
  readonly remove: () => void
  readonly like: ReviewItem['like'][number] | undefined
}) {
  const say = useSay()
  const where = useWhereText()
  const [open, setOpen] = useState(ground.own && lacks.length > 0)
  const [place, setPlace] = useState('')
  const addPlace = () => {
    const text = place.trim()
    if (text === '') return
    const file = text.match(/^(.+\.\w+):(\d+)$/)
    set({
      where: [
        ...ground.where,
        file?.[1] !== undefined ? { file: file[1], line: Number(file[2]) } : /^pages?\//.test(text) ? { page: text } : { outside: text },
      ],
    })
    setPlace('')
  }
  return (
    <section className={lacks.length > 0 ? 'wb-ground wb-ground--lacks' : 'wb-ground'}>
      <header>
        <button type="button" className="plain" aria-expanded={open} onClick={() => setOpen(!open)}>
          {open ? '▾' : '▸'} <code>{ground.clause.id}</code> {say(ground.title)}
        </button>
        <button type="button" className="plain" aria-label={say('不引用', 'Do not cite it')} onClick={remove}>
          ✕
        </button>
      </header>
      {!open && <p className="soft small wb-quote">{ground.quote}</p>}
      {lacks.length > 0 && <p className="field__error">{lacks.map((one) => say(one)).join(say('；', '; '))}</p>}
      {like !== undefined && (
        <p className="soft small">
          {say(
            `类似情况：${like.decisions} 次决定，${like.reversed} 次被推翻`,
            `Like cases: ${like.decisions} decided, ${like.reversed} reversed`,
          )}
        </p>
      )}
      {open && (
        <div className="stack">
          <label className="both">
            <span className="field__label small">{say('原文：发现的内容', 'Quote: what was found')}</span>
            <textarea
              rows={3}
              className="mono"
              value={ground.quote}
              maxLength={1000}
              onChange={(event) => set({ quote: event.target.value })}
            />
          </label>
          <div>
            <span className="field__label small">{say('位置', 'Where')}</span>
            {ground.where.map((one, i) => (
              <div key={JSON.stringify(one)} className="row row--apart">
                <span className="place">{where(one as never)}</span>
                <button
                  type="button"
                  className="plain"
                  aria-label={say('移除', 'Remove')}
                  onClick={() => set({ where: ground.where.filter((_, n) => n !== i) })}
                >
                  ✕
                </button>
              </div>
            ))}
            <span className="row">
              <input
                className="choice"
                value={place}
                placeholder={say('文件:行号，或页面路径', 'file:line, or a page')}
                aria-label={say('添加位置', 'Add a place')}
                onChange={(event) => setPlace(event.target.value)}
                onKeyDown={(event) => {
                  if (event.key === 'Enter') {
                    event.preventDefault()
                    addPlace()
                  }
                }}
              />
              <Button small onClick={addPlace}>
                {say('添加', 'Add')}
              </Button>
            </span>
          </div>
          {ground.screenshots.length > 0 && (
            <div className="shots shots--small">
              {ground.screenshots.map((sha256) => (
                <div key={sha256}>
                  <Shot sha256={sha256} label={say('截图', 'Screenshot')} />
                  <Button small bare onClick={() => set({ screenshots: ground.screenshots.filter((one) => one !== sha256) })}>
                    {say('不附', 'Leave out')}
                  </Button>
                </div>
              ))}
            </div>
          )}
          {ground.steps.length > 0 && (
            <ol className="bullets small">
              {ground.steps.map((step) => (
                <li key={step.en}>{say(step)}</li>
              ))}
            </ol>
          )}
          <Both label={say('如何修改', 'How to mend it')} value={ground.fix} set={(fix) => set({ fix })} />
          <Both
            label={say('✔ 正确示例', '✔ Right')}
            value={ground.example.right}
            set={(right) => set({ example: { ...ground.example, right } })}
          />
          <Both
            label={say('✘ 错误示例', '✘ Wrong')}
            value={ground.example.wrong}
            set={(wrong) => set({ example: { ...ground.example, wrong } })}
          />
          {ground.findings.length > 0 && (
            <span className="soft small">
              <Tag>
                {say(
                  `来自 ${ground.findings.length} 个问题`,
                  ground.findings.length === 1 ? 'from one finding' : `from ${ground.findings.length} findings`,
                )}
              </Tag>
            </span>
          )}
        </div>
      )}
    </section>
  )
}

/** Clauses by number or by words of either language; arrows and Enter. */
function ClausePicker({
  open,
  close,
  platform,
  pick,
  cited,
}: {
  readonly open: boolean
  readonly close: () => void
  readonly platform: 'wechat' | 'douyin'
  readonly pick: (clause: Clause) => void
  readonly cited: readonly string[]
}) {
  const say = useSay()
  const [words, setWords] = useState('')
  const [asked, setAsked] = useState('')
  const [at, setAt] = useState(0)
  useEffect(() => {
    const timer = setTimeout(() => {
      setAsked(words)
      setAt(0)
    }, 150)
    return () => clearTimeout(timer)
  }, [words])
  const found = useQuery<Answer<'GET /api/clauses'>, Refused>({
    queryKey: ['GET /api/clauses', platform, asked],
    queryFn: ({ signal }) => call('GET /api/clauses', { query: { words: asked.slice(0, 100), platform, limit: 20 }, signal }),
    enabled: open,
    staleTime: 600_000,
  })
  const clauses = (found.data?.items ?? []).filter((one) => !cited.includes(one.id))
  const take = (clause: Clause | undefined) => {
    if (clause === undefined) return
    pick(clause)
    setWords('')
    close()
  }
  return (
    <Modal open={open} close={close} title={say('引用条款', 'Cite a clause')} wide>
      <input
        className="choice wide"
        // biome-ignore lint/a11y/noAutofocus: the dialog was opened to type here
        autoFocus
        value={words}
        placeholder={say('编号或文字：5.1.2，位置，支付…', 'Number or words: 5.1.2, location, payment…')}
        aria-label={say('查找条款', 'Find a clause')}
        onChange={(event) => setWords(event.target.value)}
        onKeyDown={(event) => {
          if (event.key === 'ArrowDown') setAt(Math.min(clauses.length - 1, at + 1))
          else if (event.key === 'ArrowUp') setAt(Math.max(0, at - 1))
          else if (event.key === 'Enter') take(clauses[at])
          else return
          event.preventDefault()
        }}
      />
      <ProblemBox problem={found.error?.problem} />
      <ul className="picker">
        {clauses.map((clause, i) => (
          <li key={`${clause.id}@${clause.edition}`}>
            <button type="button" aria-current={i === at} onClick={() => take(clause)}>
              <span>
                <code>{clause.id}</code> <strong>{say(clause.title)}</strong>
              </span>
              <span className="soft small">{say(clause.gist)}</span>
            </button>
          </li>
        ))}
      </ul>
      {clauses.length === 0 && found.data !== undefined && <p className="soft">{say('没有符合的条款。', 'No clause matches.')}</p>}
    </Modal>
  )
}
