/** The workbench: one item on one screen, every key of it, and a decision that is bound to the bytes that were looked at. */
import { useQueryClient } from '@tanstack/react-query'
import { Link, useNavigate } from '@tanstack/react-router'
import { useCallback, useEffect, useMemo, useRef, useState } from 'react'
import type { Clause, Problem, ReviewItem } from '../../../src/contract/index.ts'
import { usePart } from '../frame/way.ts'
import { Button, Choice, Note, ProblemBox } from '../parts/controls.tsx'
import { EyesProvider } from '../parts/evidence.tsx'
import { placesOf, witnessOf } from '../parts/places.ts'
import { Answered, Loading, Page, useToast } from '../parts/shapes.tsx'
import { Refused } from '../wire/client.ts'
import { keyOf, useAct, useAsk, useEvents, useHere, useMay } from '../wire/hooks.ts'
import { useLook, useSay } from '../words/look.tsx'
import { Beside, useBeside } from './beside.tsx'
import { CLAIMED, useClaiming } from './claiming.ts'
import { CodeTab, filesOf } from './code.tsx'
import type { CodeHandle } from './code-view.tsx'
import { DecisionPanel } from './decision.tsx'
import { deliverDraft } from './deliver.ts'
import { Dismiss, HandOver, Help, Notes, Palette, Why } from './dialogs.tsx'
import { type Draft, dropDraft, EMPTY, factsFor, lackingIn, pickedFrom, unhandled } from './draft.ts'
import { useDraft } from './drafting.ts'
import { Head, LeaseCard, LeaseClock } from './edges.tsx'
import { FindingsTab, ordered } from './findings.tsx'
import { type Act, TABS } from './keys.ts'
import { useLease } from './lease.ts'
import { useKeys } from './listening.ts'
import { useMarking } from './marking.ts'
import { type Frame, framesOf, framesOfPass, Replay } from './replay.tsx'
import { RunTab } from './run.tsx'
import { UNDO, useSending } from './sending.ts'
import { useSight } from './sight.ts'
import { Stale } from './stale.tsx'
import { useChanges } from './tabs/changes.ts'
import { DocumentsTab, HistoryTab } from './tabs/history.tsx'
import { ListingTab } from './tabs/listing.tsx'
import { Privacy } from './tabs/privacy.tsx'
import { Screens } from './tabs/screens.tsx'
import { Summary } from './tabs/summary.tsx'
import { type Part, Switch, TabBar, Top } from './top.tsx'
import './workbench.css'

type Base = 'approved' | 'previous' | 'first'
const BASES: readonly Base[] = ['approved', 'previous', 'first']

export function Workbench() {
  const version = usePart('version')
  const asked = useAsk('GET /api/review/items/:version', { params: { version } }, { good: 10_000 })
  const say = useSay()
  if (asked.data === undefined)
    return (
      <div className="wb-empty">
        {asked.error === null ? (
          <Loading lines={8} />
        ) : (
          <Page title={say('打不开这一项', 'This item cannot be opened')}>
            <ProblemBox problem={asked.error.problem} />
            <div>
              <Link to="/review">{say('回到队列', 'Back to the queues')}</Link>
            </div>
          </Page>
        )}
      </div>
    )
  return <Bench key={version} item={asked.data} again={() => void asked.refetch()} />
}

function Bench({ item, again }: { readonly item: ReviewItem; readonly again: () => void }) {
  const { say, lang } = useLook()
  const navigate = useNavigate()
  const client = useQueryClient()
  const toast = useToast()
  const may = useMay()
  const me = useHere().data?.account
  const { version } = item
  const id = version.id
  const sha256 = version.sha256 ?? ''
  const params = useMemo(() => ({ version: id }), [id])

  const [tab, setTab] = useState(item.lease === null && version.findings.length === 0 ? 1 : 2)
  const [base, setBase] = useState<Base>('approved')
  const [chosenId, setChosenId] = useState<string | null>(null)
  const [file, setFile] = useState<{ readonly path: string; readonly line: number | null } | null>(null)
  const [everything, setEverything] = useState(false)
  const [step, setStep] = useState<{ readonly pass: string; readonly move: number } | null>(null)
  const [reach, setReach] = useState(false)
  const [shown, setShown] = useState<readonly Frame[]>([])
  const [blur, setBlur] = useState(true)
  const [dialog, setDialog] = useState<null | 'help' | 'palette' | 'dismiss' | 'skip' | 'escalate' | 'cite' | 'replay'>(null)
  const [aside, setAside] = useState<Part>('review')
  const [stale, setStale] = useState<Problem | null>(null)
  const search = useRef<HTMLInputElement>(null)
  const code = useRef<CodeHandle>(null)

  // Evidence, as it is needed.
  const diff = useAsk('GET /api/review/items/:version/diff', { params, query: { base } }, { good: 600_000 })
  // The header names what was last approved by a person, whatever is compared just now.
  const sinceApproved = useAsk('GET /api/review/items/:version/diff', { params, query: { base: 'approved' } }, { good: 600_000 })
  const files = useAsk('GET /api/review/items/:version/files', { params }, { good: 600_000, when: everything || tab === 4 || tab === 5 })
  const app =
    (files.data?.items ?? [])
      .map((one) => one.path)
      .filter((path) => /(?:^|\/)app\.json$/.test(path))
      .sort((a, b) => a.length - b.length)[0] ?? 'app.json'
  const run = useAsk('GET /api/review/items/:version/run', { params }, { good: 600_000 })
  const eyes = useSight(id, diff.data?.base?.version ?? null, blur)

  // Findings and the draft that grows from them.
  const findings = useMemo(() => ordered(version.findings), [version.findings])
  const chosen = findings.find((one) => one.id === chosenId) ?? findings.find((one) => unhandled([one]).length > 0) ?? findings[0]
  const { draft, set, setDraft, confirmed } = useDraft(item, findings)

  const beside = useBeside()
  const { rows, queues } = beside
  const link = useEvents('/api/review/events', (event) => {
    void client.invalidateQueries({ queryKey: ['GET /api/review/items'] })
    if ((event as { subjectId?: string }).subjectId === id) again()
  })

  // The claim.
  const renewed = useCallback(
    (until: string) =>
      client.setQueryData(keyOf('GET /api/review/items/:version', { params: { version: id } }), (old: ReviewItem | undefined) =>
        old?.lease == null ? old : { ...old, lease: { ...old.lease, until } },
      ),
    [client, id],
  )
  const lease = useLease(item, renewed)
  const holds = lease.is === 'mine'
  const recommends = !may('review.decide') && may('review.recommend')
  const { claim, next, skip, hand } = useClaiming(() => setDialog(null))
  const note = useAct('POST /api/review/items/:version/notes', { stale: ['GET /api/review/items/:version'] })
  const { mark, marking } = useMarking(item, findings, {
    holds,
    ask: (finding) => {
      setChosenId(finding.id)
      setDialog('dismiss')
    },
    done: (next) => {
      setDialog(null)
      setChosenId(next)
    },
  })

  // Sending: ten seconds to think again, then it takes effect.
  const [refusal, setRefusal] = useState<Refused | null>(null)
  const deliver = async (key: string) => {
    try {
      const made = await deliverDraft({ version: id, rv: version.rv, sha256, draft, recommends, key })
      if (made !== null)
        toast(
          made.secondPerson.length > 0
            ? { zh: `已交给第二人确认：${made.reference}`, en: `Waits for a second person: ${made.reference}` }
            : { zh: `决定已生效：${made.reference}`, en: `In force: ${made.reference}` },
        )
      dropDraft(localStorage, id, sha256)
      setDraft(EMPTY)
      await Promise.all(CLAIMED.map((route) => client.invalidateQueries({ queryKey: [route] })))
    } catch (error) {
      if (!(error instanceof Refused)) throw error
      if (error.problem.status === 409) setStale(error.problem)
      else setRefusal(error)
    }
  }
  const sending = useSending(deliver)
  const send = () => {
    setRefusal(null)
    if (!holds || sending.left !== null) return
    const lacking = lackingIn(draft, version.findings)
    if (lacking.length > 0) return toast(lacking[0]!.what, 'warning')
    sending.begin()
  }
  const undo = () => {
    if (!sending.undo()) return
    toast({ zh: '已撤销，没有发送', en: 'Undone: nothing was sent' }, 'primary')
  }

  // Moving about.
  const lines = useMemo(() => filesOf(diff.data, files.data?.items ?? [], everything), [diff.data, files.data, everything])
  const openFile = useCallback(
    (path: string, line: number | null = null) => {
      setFile({ path, line })
      setDraft((old) => (old.opened.includes(path) ? old : { ...old, opened: [...old.opened, path] }))
    },
    [setDraft],
  )
  const openCode = (path: string, line: number) => {
    if (!lines.some((one) => one.path === path)) setEverything(true)
    openFile(path, line)
    setTab(5)
  }
  const openRun = (pass: string, move: number) => {
    setStep({ pass, move })
    setReach(false)
    setTab(4)
  }
  const moveFinding = (by: 1 | -1) => {
    const at = findings.findIndex((one) => one.id === chosen?.id)
    const to = findings[Math.min(Math.max(0, at + by), findings.length - 1)]
    if (to !== undefined) setChosenId(to.id)
    if (tab !== 2) setTab(2)
  }
  const moveItem = (by: 1 | -1) => {
    const at = rows.findIndex((one) => one.version === id)
    const to = rows[at < 0 ? 0 : at + by]
    if (to !== undefined) void navigate({ to: `/review/${to.version}` })
  }
  const moveFile = (by: 1 | -1) => {
    const at = lines.findIndex((one) => one.path === file?.path)
    const to = lines[Math.min(Math.max(0, at + by), lines.length - 1)]
    if (to !== undefined) openFile(to.path)
    setTab(5)
  }
  const evidence = () => {
    if (chosen === undefined) return
    const place = placesOf(chosen.places)[0]
    const witness = witnessOf(chosen.witness)
    if (place?.kind === 'file') openCode(place.file, place.line)
    else if (witness?.pass != null && witness.move !== null) openRun(witness.pass, witness.move)
    else setTab(place?.kind === 'listing' ? 6 : 3)
  }
  const replayFrames = (frames: readonly Frame[]) => {
    setShown(frames)
    setDialog('replay')
  }
  const replay = () => {
    const pass = run.data?.passes.find((one) => one.id === step?.pass) ?? run.data?.passes[0]
    if (tab === 4 && pass !== undefined) replayFrames(framesOfPass(pass, step?.move ?? null))
    else if (chosen !== undefined) replayFrames(framesOf(chosen, run.data))
  }
  const choose = (choice: Draft['choice']) => {
    if (!holds) return toast({ zh: '先领取这一项', en: 'Claim the item first' }, 'warning')
    set({ choice, ...(draft.factsOwn ? {} : { facts: factsFor(choice, confirmed.length) }) })
    setAside('decision')
  }
  const act = (wanted: Act): void => {
    if (wanted.startsWith('tab-')) {
      setTab(Number(wanted.slice(4)))
      return
    }
    const table: Partial<Record<Act, () => void>> = {
      'item-next': () => moveItem(1),
      'item-previous': () => moveItem(-1),
      'claim-next': () => next.mutate({ body: { skip: [id] } }),
      claim: () => item.lease === null && claim.mutate({ params, body: { rv: version.rv } }),
      'finding-next': () => moveFinding(1),
      'finding-previous': () => moveFinding(-1),
      evidence,
      confirm: () => chosen !== undefined && mark(chosen, 'confirm'),
      dismiss: () => chosen !== undefined && mark(chosen, 'dismiss'),
      unsure: () => chosen !== undefined && mark(chosen, 'unsure'),
      base: () => setBase(BASES[(BASES.indexOf(base) + 1) % BASES.length]!),
      'change-next': () => code.current?.nextChange(),
      'change-previous': () => code.current?.previousChange(),
      'file-next': () => moveFile(1),
      'file-previous': () => moveFile(-1),
      cite: () => {
        choose('refuse')
        if (holds) setDialog('cite')
      },
      approve: () => choose('approve'),
      refuse: () => choose('refuse'),
      ask: () => choose('ask'),
      postpone: () => choose('postpone'),
      send,
      undo,
      skip: () => holds && setDialog('skip'),
      escalate: () => holds && setDialog('escalate'),
      search: () => {
        setAside('items')
        requestAnimationFrame(() => search.current?.focus())
      },
      palette: () => setDialog('palette'),
      help: () => setDialog('help'),
      blur: () => setBlur(!blur),
      replay,
      reach: () => {
        setReach(tab === 4 ? !reach : true)
        setTab(4)
      },
    }
    table[wanted]?.()
  }
  const acting = useKeys(act)

  useEffect(() => {
    document.title = `${version.program.name} ${version.label} · ${say('审核', 'review')} · 门神`
  }, [version.program.name, version.label, say])
  const changes = useChanges()
  const baseChoice = (
    <span className="row small">
      <Choice
        label={say('对比的版本', 'Compare with')}
        value={base}
        set={setBase}
        of={[
          ['approved', say('上次人工通过', 'last approved by a person')],
          ['previous', say('上一个版本', 'previous version')],
          ['first', say('第一个版本', 'first version')],
        ]}
      />
      <kbd>d</kbd>
      <span className="soft">
        {diff.data === undefined ? '' : diff.data.base === null ? say('与空白对比', 'against nothing') : diff.data.base.label}
      </span>
    </span>
  )
  if (stale !== null)
    return (
      <Stale
        problem={stale}
        item={item}
        back={() => {
          setStale(null)
          again()
        }}
      />
    )

  return (
    <EyesProvider value={eyes}>
      <div className={`wb wb--${aside}`}>
        <Top queues={queues.data} blur={blur} setBlur={setBlur} show={setDialog} name={me?.name} />
        <Switch here={aside} go={setAside} />
        <Beside of={beside} here={id} search={search} claimNext={() => act('claim-next')} busy={next.isPending} />
        <main className="wb-centre">
          <Head
            item={item}
            changed={sinceApproved.data === undefined ? [] : changes(sinceApproved.data)}
            baseLabel={sinceApproved.data?.base?.label ?? null}
          />
          <TabBar tab={tab} setTab={setTab} open={unhandled(findings).length} diff={diff.data} missing={item.missingDocuments.length} />
          <div className="wb-body" role="tabpanel" aria-label={say(TABS[tab - 1]!)}>
            {tab === 1 && <Summary item={item} diff={diff.data} />}
            {tab === 2 && (
              <FindingsTab
                findings={findings}
                chosen={chosen}
                choose={(finding) => setChosenId(finding.id)}
                run={run.data}
                mark={mark}
                busy={marking}
                may={holds}
                openCode={openCode}
                openRun={openRun}
                replay={replay}
              />
            )}
            {tab === 3 && <Screens diff={diff.data} base={baseChoice} />}
            {tab === 4 && (
              <Answered asked={run}>
                {(found) => (
                  <RunTab
                    run={found}
                    findings={findings}
                    app={app}
                    wanted={step}
                    setWanted={setStep}
                    reach={reach}
                    setReach={setReach}
                    replay={(pass, move) => replayFrames(framesOfPass(pass, move))}
                  />
                )}
              </Answered>
            )}
            {tab === 5 && (
              <CodeTab
                version={id}
                diff={diff.data}
                lines={lines}
                path={file?.path ?? null}
                line={file?.line ?? null}
                open={openFile}
                opened={draft.opened}
                everything={everything}
                setEverything={setEverything}
                base={baseChoice}
                handle={code}
              />
            )}
            {tab === 6 && <ListingTab item={item} diff={diff.data} base={baseChoice} />}
            {tab === 7 && (
              <Privacy
                item={item}
                diff={diff.data}
                open={(place) => {
                  const [, path, line] = place.match(/^(.*?)(?::(\d+))?(?::\d+)?$/) ?? []
                  if (path !== undefined) openCode(path, Number(line ?? 1))
                }}
              />
            )}
            {tab === 8 && <DocumentsTab item={item} />}
            {tab === 9 && <HistoryTab item={item} />}
            {tab !== 2 && tab !== 4 && <ProblemBox problem={diff.error?.problem} />}
          </div>
        </main>
        <aside className="wb-right" aria-label={say('决定', 'Decision')}>
          <LeaseCard lease={lease} item={item} claim={() => act('claim')} busy={claim.isPending} problem={claim.error?.problem} />
          {item.held !== null && (
            <Note tone="warning">
              <strong>{say(`${item.held.by} 的决定等待第二人`, `${item.held.by}’s decision waits for a second person`)}</strong>
              <Link to="/held">{say('去确认', 'See it')}</Link>
            </Note>
          )}
          {version.state !== 'held' && (
            <DecisionPanel
              item={item}
              draft={draft}
              set={set}
              confirmed={confirmed.length}
              findings={version.findings}
              may={holds}
              sending={sending.left}
              send={send}
              undo={undo}
              problem={refusal}
              picking={dialog === 'cite'}
              setPicking={(on) => setDialog(on ? 'cite' : null)}
              pick={(clause: Clause) => set({ grounds: [...draft.grounds, pickedFrom(clause, chosen)] })}
              recommends={recommends}
            />
          )}
        </aside>
        <footer className="wb-bottom">
          <Notes item={item} add={(text) => note.mutate({ params, body: { text } })} busy={note.isPending} />
          <span className="grow" />
          {item.holder !== null && <span className="by-the-way">{say(`${item.holder.name} 在看`, `${item.holder.name} is on it`)}</span>}
          <span className={link === 'open' ? 'soft by-the-way' : 'due--soon'}>
            {link === 'open' ? say('● 已连接', '● connected') : say('○ 正在重新连接', '○ reconnecting')}
          </span>
          {lease.is === 'mine' && <LeaseClock until={lease.until} />}
          <span className="soft by-the-way">{say('草稿已保存在本机', 'draft kept on this machine')}</span>
        </footer>
        {sending.left !== null && (
          <div className="wb-undo" role="alert">
            <strong>{say(`${sending.left} 秒后发出`, `Goes in ${sending.left} s`)}</strong>
            <progress value={UNDO - sending.left} max={UNDO} />
            <Button tone="warning" onClick={undo}>
              {say('撤销', 'Undo')} <kbd>z</kbd>
            </Button>
          </div>
        )}
        <Help open={dialog === 'help'} close={() => setDialog(null)} />
        <Palette
          open={dialog === 'palette'}
          close={() => setDialog(null)}
          act={(wanted) => {
            setDialog(null)
            // The palette has to be gone before a text field can have the focus.
            requestAnimationFrame(() => acting.current(wanted))
          }}
        />
        <Replay
          open={dialog === 'replay'}
          close={() => setDialog(null)}
          title={tab === 4 || chosen === undefined ? say('运行', 'the run') : say(chosen.what)}
          frames={shown}
          blur={blur}
          setBlur={setBlur}
        />
        <Dismiss
          open={dialog === 'dismiss'}
          close={() => setDialog(null)}
          finding={chosen}
          busy={marking}
          send={(reason) => chosen !== undefined && mark(chosen, 'dismiss', reason)}
        />
        <Why
          open={dialog === 'skip'}
          close={() => setDialog(null)}
          title={say('放回队列', 'Give it back')}
          busy={skip.isPending}
          problem={skip.error?.problem}
          send={(why) => skip.mutate({ params, body: { rv: version.rv, why } })}
        />
        <HandOver
          open={dialog === 'escalate'}
          close={() => setDialog(null)}
          busy={hand.isPending}
          problem={hand.error?.problem}
          send={(to, text) => hand.mutate({ params, body: { rv: version.rv, to, note: text } })}
        />
        <span className="hide-from-eyes" aria-live="polite">
          {lang === 'zh'
            ? `${unhandled(findings).length} 个问题未处理`
            : `${unhandled(findings).length} ${unhandled(findings).length === 1 ? 'finding' : 'findings'} not handled`}
        </span>
      </div>
    </EyesProvider>
  )
}
