/** The workbench: one item on one screen, every key of it, and a decision that is bound to the bytes that were looked at. */
import { keepPreviousData, useQuery, useQueryClient } from '@tanstack/react-query'
import { Link, useNavigate } from '@tanstack/react-router'
import { useCallback, useEffect, useMemo, useRef, useState } from 'react'
import type { Answer, Clause, FindingView, Problem, QueueItem, ReviewItem } from '../../../src/contract/index.ts'
import { Tools } from '../frame/frame.tsx'
import { usePart } from '../frame/way.ts'
import { given, NO_REASON, Reason } from '../pages/checks.tsx'
import { Icon } from '../pages/open.tsx'
import { Risk, useReasonName } from '../pages/queues.tsx'
import { Button, Choice, Field, Note, ProblemBox, Tag } from '../parts/controls.tsx'
import { EyesProvider, useEyes } from '../parts/evidence.tsx'
import { placesOf, witnessOf } from '../parts/places.ts'
import { Ago, Answered, At, Digest, Due, Loading, Modal, Page, useToast } from '../parts/shapes.tsx'
import { Platform, State, useRoleName } from '../parts/states.tsx'
import { call, newKey, Refused } from '../wire/client.ts'
import { keyOf, useAct, useAsk, useEvents, useHere, useMay, useNow } from '../wire/hooks.ts'
import { useLook, useSay } from '../words/look.tsx'
import { spanText } from '../words/numbers.ts'
import { CodeTab, filesOf } from './code.tsx'
import type { CodeHandle } from './code-view.tsx'
import { DecisionPanel } from './decision.tsx'
import {
  counted,
  type Draft,
  dropDraft,
  EMPTY,
  factsFor,
  groundsFrom,
  keepDraft,
  keptDraft,
  lackingIn,
  pickedGround,
  unhandled,
  verdictOf,
} from './draft.ts'
import { FindingsTab, ordered } from './findings.tsx'
import { type Act, actOf, capOf, KEYS, TABS } from './keys.ts'
import { type LeaseState, useLease } from './lease.ts'
import { DocumentsTab, HistoryTab, ListingTab, Privacy, RunTab, Screens, Summary, useChanges } from './tabs.tsx'
import './workbench.css'

type Base = 'approved' | 'previous' | 'first'
const BASES: readonly Base[] = ['approved', 'previous', 'first']
const UNDO = 10

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

interface Ticket {
  readonly origin: string
  readonly ticket: string
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
  const [blur, setBlur] = useState(true)
  const [dialog, setDialog] = useState<null | 'help' | 'palette' | 'dismiss' | 'skip' | 'escalate' | 'cite'>(null)
  const [aside, setAside] = useState<'items' | 'review' | 'decision'>('review')
  const [stale, setStale] = useState<Problem | null>(null)
  const search = useRef<HTMLInputElement>(null)
  const code = useRef<CodeHandle>(null)

  // Evidence, as it is needed.
  const diff = useAsk('GET /api/review/items/:version/diff', { params, query: { base } }, { good: 600_000 })
  const files = useAsk('GET /api/review/items/:version/files', { params }, { good: 600_000, when: everything || tab === 5 })
  const run = useAsk('GET /api/review/items/:version/run', { params }, { good: 600_000 })
  const ticket = useQuery<Ticket, Refused>({
    queryKey: ['ticket', id],
    queryFn: () => call('POST /api/review/items/:version/ticket', { params } as never) as Promise<Ticket>,
    staleTime: 4 * 60_000,
    refetchInterval: 4 * 60_000,
    retry: false,
  })
  const eyes = useMemo(
    () => ({
      version: id,
      as: 'staff' as const,
      blur,
      picture: (picture: string) =>
        ticket.data === undefined ? null : `${ticket.data.origin}/e/${encodeURIComponent(ticket.data.ticket)}/${picture}`,
    }),
    [id, blur, ticket.data],
  )

  // Findings and the draft that grows from them.
  const findings = useMemo(() => ordered(version.findings), [version.findings])
  const chosen = findings.find((one) => one.id === chosenId) ?? findings.find((one) => unhandled([one]).length > 0) ?? findings[0]
  const [draft, setDraft] = useState<Draft>(() => keptDraft(localStorage, id, sha256))
  useEffect(() => keepDraft(localStorage, id, sha256, draft), [draft, id, sha256])
  const set = useCallback((change: Partial<Draft>) => setDraft((old) => ({ ...old, ...change })), [])
  const lineOf = useCallback(
    (finding: FindingView): string | null => {
      const place = placesOf(finding.places).find((one) => one.kind === 'file')
      if (place?.kind !== 'file') return null
      const found = client.getQueryData<Answer<'GET /api/review/items/:version/file'>>(
        keyOf('GET /api/review/items/:version/file', { params, query: { path: place.file } }),
      )
      return (
        found?.text
          ?.split('\n')
          .slice(place.line - 1, Math.min(place.endLine, place.line + 5))
          .join('\n')
          .trim() ?? null
      )
    },
    [client, params],
  )
  const confirmed = counted(findings).filter((one) => one.mark?.as === 'confirm')
  const marks = findings.map((one) => `${one.id}${one.mark?.as ?? ''}`).join()
  // biome-ignore lint/correctness/useExhaustiveDependencies: follows the marks
  useEffect(() => {
    setDraft((old) => ({
      ...old,
      grounds: groundsFrom(old.grounds, confirmed, lineOf),
      ...(old.factsOwn ? {} : { facts: factsFor(old.choice, confirmed.length) }),
    }))
  }, [marks])
  // Files of findings come before they are confirmed, so that the quote is there at once.
  useEffect(() => {
    for (const finding of counted(version.findings).slice(0, 60))
      for (const place of placesOf(finding.places).slice(0, 1))
        if (place.kind === 'file')
          void client.prefetchQuery({
            queryKey: keyOf('GET /api/review/items/:version/file', { params: { version: id }, query: { path: place.file } }),
            queryFn: () => call('GET /api/review/items/:version/file', { params: { version: id }, query: { path: place.file } }),
            staleTime: 3_600_000,
          })
  }, [client, id, version.findings])

  // The queue beside it.
  const [words, setWords] = useState('')
  const [filter, setFilter] = useState<'all' | 'mine' | 'unclaimed' | 'held'>('all')
  const queues = useAsk('GET /api/review/queues', {}, { every: 30_000 })
  const items = useQuery<Answer<'GET /api/review/items'>, Refused>({
    queryKey: ['GET /api/review/items', filter],
    queryFn: ({ signal }) =>
      call('GET /api/review/items', {
        query: {
          limit: 100,
          ...(filter === 'mine' ? { mine: 'true' as never } : {}),
          ...(filter === 'unclaimed' ? { state: 'awaiting-human' as const } : {}),
          ...(filter === 'held' ? { state: 'held' as const } : {}),
        },
        signal,
      }),
    placeholderData: keepPreviousData,
    refetchInterval: 30_000,
  })
  const rows = (items.data?.items ?? []).filter((one) => `${one.name} ${one.label}`.toLowerCase().includes(words.trim().toLowerCase()))
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
  const refreshed = ['GET /api/review/items/:version', 'GET /api/review/items', 'GET /api/review/queues'] as const
  const claim = useAct('POST /api/review/items/:version/claim', { stale: refreshed })
  const next = useAct('POST /api/review/next', {
    stale: refreshed,
    done: ({ lease: found }) =>
      found === null
        ? toast(say('没有可以领取的任务', 'There is nothing to claim'), 'warning')
        : void navigate({ to: `/review/${found.version}` }),
  })
  const skip = useAct('POST /api/review/items/:version/return', {
    stale: refreshed,
    done: () => {
      setDialog(null)
      toast(say('已放回队列', 'Given back'))
    },
  })
  const hand = useAct('POST /api/review/items/:version/hand-over', {
    stale: refreshed,
    done: () => {
      setDialog(null)
      toast(say('已转交', 'Handed over'))
    },
  })
  const note = useAct('POST /api/review/items/:version/notes', { stale: ['GET /api/review/items/:version'] })
  const marking = useAct('POST /api/review/items/:version/marks')

  const mark = (finding: FindingView, as: 'confirm' | 'dismiss' | 'unsure', reason = '') => {
    if (!holds) return toast(say('先领取这一项', 'Claim the item first'), 'warning')
    if (as === 'dismiss' && reason === '') {
      setChosenId(finding.id)
      return setDialog('dismiss')
    }
    marking.mutate(
      { params, body: { marks: [{ finding: finding.id, as, reason }] } },
      {
        onSuccess: ({ items: marked }) => {
          client.setQueryData(keyOf('GET /api/review/items/:version', { params: { version: id } }), (old: ReviewItem | undefined) =>
            old === undefined
              ? old
              : {
                  ...old,
                  version: {
                    ...old.version,
                    findings: old.version.findings.map((one) => marked.find((other) => other.id === one.id) ?? one),
                  },
                },
          )
          setDialog(null)
          // On to the next that is open.
          const rest = findings.slice(findings.findIndex((one) => one.id === finding.id) + 1)
          const open = [...rest, ...findings].find((one) => one.id !== finding.id && unhandled([one]).length > 0)
          setChosenId(open?.id ?? finding.id)
        },
        onError: (error) => toast(say(error.problem.said.title), 'danger'),
      },
    )
  }

  // Sending: ten seconds to think again, then it takes effect.
  const [sending, setSending] = useState<{ readonly left: number; readonly key: string } | null>(null)
  const [refusal, setRefusal] = useState<Refused | null>(null)
  const dispatch = async (key: string) => {
    setSending(null)
    const rv = version.rv
    try {
      if (recommends) {
        const { grounds, action } = verdictOf(draft, rv, sha256)
        await call('POST /api/review/items/:version/recommendation', {
          params,
          body: { rv, sha256, action, words: draft.facts, grounds: grounds ?? [] },
        })
      } else if (draft.choice === 'ask')
        await call('POST /api/review/items/:version/question', { params, body: { rv, question: draft.question } })
      else if (draft.choice === 'postpone')
        await call('POST /api/review/items/:version/postponement', {
          params,
          body: { rv, reason: draft.question, until: `${draft.until}T01:00:00Z` },
        })
      else {
        const made = await call('POST /api/review/items/:version/decision', { params, body: verdictOf(draft, rv, sha256), key })
        toast(
          made.secondPerson.length > 0
            ? say(`已交给第二人确认：${made.reference}`, `Waits for a second person: ${made.reference}`)
            : say(`决定已生效：${made.reference}`, `In force: ${made.reference}`),
        )
      }
      dropDraft(localStorage, id, sha256)
      setDraft(EMPTY)
      await Promise.all(refreshed.map((route) => client.invalidateQueries({ queryKey: [route] })))
    } catch (error) {
      if (!(error instanceof Refused)) throw error
      if (error.problem.status === 409) setStale(error.problem)
      else setRefusal(error)
    }
  }
  const dispatching = useRef(dispatch)
  dispatching.current = dispatch
  useEffect(() => {
    if (sending === null) return
    const timer = setTimeout(() => {
      if (sending.left <= 1) void dispatching.current(sending.key)
      else setSending({ ...sending, left: sending.left - 1 })
    }, 1000)
    const stay = (event: BeforeUnloadEvent) => event.preventDefault()
    window.addEventListener('beforeunload', stay)
    return () => {
      clearTimeout(timer)
      window.removeEventListener('beforeunload', stay)
    }
  }, [sending])
  const send = () => {
    setRefusal(null)
    if (!holds || sending !== null) return
    const lacking = lackingIn(draft, version.findings)
    if (lacking.length > 0) return toast(say(lacking[0]!.what), 'warning')
    setSending({ left: UNDO, key: newKey() })
  }
  const undo = () => {
    if (sending === null) return
    setSending(null)
    toast(say('已撤销，没有发送', 'Undone: nothing was sent'), 'primary')
  }

  // Moving about.
  const lines = useMemo(() => filesOf(diff.data, files.data?.items ?? [], everything), [diff.data, files.data, everything])
  const openFile = useCallback((path: string, line: number | null = null) => {
    setFile({ path, line })
    setDraft((old) => (old.opened.includes(path) ? old : { ...old, opened: [...old.opened, path] }))
  }, [])
  const openCode = (path: string, line: number) => {
    if (!lines.some((one) => one.path === path)) setEverything(true)
    openFile(path, line)
    setTab(5)
  }
  const openRun = (pass: string, move: number) => {
    setStep({ pass, move })
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
  const choose = (choice: Draft['choice']) => {
    if (!holds) return toast(say('先领取这一项', 'Claim the item first'), 'warning')
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
    }
    table[wanted]?.()
  }
  const acting = useRef(act)
  acting.current = act
  useEffect(() => {
    const pressed = (event: KeyboardEvent) => {
      const target = event.target as HTMLElement | null
      const typing =
        target !== null &&
        (target.isContentEditable || /^(?:INPUT|TEXTAREA|SELECT)$/.test(target.tagName)) &&
        (target as HTMLInputElement).type !== 'checkbox'
      const wanted = actOf({
        key: event.key,
        ctrlKey: event.ctrlKey,
        metaKey: event.metaKey,
        altKey: event.altKey,
        typing,
        covered: document.querySelector('dialog[open]') !== null,
      })
      if (wanted === null) {
        if (event.key === 'Escape' && typing) target?.blur()
        return
      }
      event.preventDefault()
      acting.current(wanted)
    }
    window.addEventListener('keydown', pressed)
    return () => window.removeEventListener('keydown', pressed)
  }, [])

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
        <header className="wb-top">
          <Link to="/review" className="brand">
            <img src="/seal.svg" alt={say('门神', 'Menshen')} />
          </Link>
          <span>
            {say(`等待 ${queues.data?.waiting ?? '…'}`, `${queues.data?.waiting ?? '…'} waiting`)}
            {(queues.data?.overdue ?? 0) > 0 && (
              <span className="due due--late"> {say(`超时 ${queues.data?.overdue}`, `${queues.data?.overdue} late`)}</span>
            )}
          </span>
          <span className="soft">{say(`我的 ${queues.data?.mine ?? 0}`, `mine ${queues.data?.mine ?? 0}`)}</span>
          <span className="grow" />
          <Shift />
          <button type="button" className="plain" onClick={() => setDialog('palette')}>
            {say('命令', 'Commands')} <kbd>Ctrl K</kbd>
          </button>
          <button type="button" className="plain" onClick={() => setDialog('help')}>
            {say('按键', 'Keys')} <kbd>?</kbd>
          </button>
          <button type="button" className="plain" aria-pressed={blur} onClick={() => setBlur(!blur)}>
            {blur ? say('图片模糊', 'pictures blurred') : say('图片清晰', 'pictures clear')} <kbd>b</kbd>
          </button>
          <Tools />
          <span className="soft">{me?.name}</span>
        </header>
        <nav className="wb-switch" aria-label={say('部分', 'Part')}>
          {(
            [
              ['items', say('任务', 'Items')],
              ['review', say('审核', 'Review')],
              ['decision', say('决定', 'Decision')],
            ] as const
          ).map(([part, name]) => (
            <button key={part} type="button" aria-pressed={aside === part} onClick={() => setAside(part)}>
              {name}
            </button>
          ))}
        </nav>
        <aside className="wb-left" aria-label={say('任务列表', 'Items')}>
          <div className="wb-left__head">
            <input
              ref={search}
              className="choice wide"
              type="search"
              placeholder={`${say('查找', 'Find')}  /`}
              aria-label={say('查找任务', 'Find an item')}
              value={words}
              onChange={(event) => setWords(event.target.value)}
            />
            <div className="row">
              <Choice
                label={say('筛选', 'Filter')}
                value={filter}
                set={setFilter}
                of={[
                  ['all', say('全部', 'All')],
                  ['mine', say('我的', 'Mine')],
                  ['unclaimed', say('没人领取', 'Unclaimed')],
                  ['held', say('待第二人', 'Held')],
                ]}
              />
              <Button small tone="primary" busy={next.isPending} onClick={() => act('claim-next')}>
                {say('领取下一个', 'Claim next')} <kbd>N</kbd>
              </Button>
            </div>
          </div>
          <ItemList rows={rows} here={id} loading={items.isPending} />
        </aside>
        <main className="wb-centre">
          <Head item={item} changed={diff.data === undefined ? [] : changes(diff.data)} baseLabel={diff.data?.base?.label ?? null} />
          <div className="wb-tabs" role="tablist">
            {TABS.map((name, i) => (
              <button key={name.en} type="button" role="tab" aria-selected={tab === i + 1} onClick={() => setTab(i + 1)}>
                <kbd>{i + 1}</kbd> {say(name)}
                {i === 1 && (
                  <span className={unhandled(findings).length > 0 ? 'count count--hot' : 'count'}>
                    {unhandled(findings).length > 0 ? unhandled(findings).length : '✓'}
                  </span>
                )}
                {i === 4 && diff.data !== undefined && <span className="count">{diff.data.files.length}</span>}
                {i === 5 && (diff.data?.listing.length ?? 0) > 0 && <span className="count">{diff.data?.listing.length}</span>}
                {i === 7 && item.missingDocuments.length > 0 && <span className="count count--hot">{item.missingDocuments.length}</span>}
              </button>
            ))}
          </div>
          <div className="wb-body" role="tabpanel" aria-label={say(TABS[tab - 1]!)}>
            {tab === 1 && <Summary item={item} diff={diff.data} />}
            {tab === 2 && (
              <FindingsTab
                findings={findings}
                chosen={chosen}
                choose={(finding) => setChosenId(finding.id)}
                run={run.data}
                mark={mark}
                busy={marking.isPending}
                may={holds}
                openCode={openCode}
                openRun={openRun}
              />
            )}
            {tab === 3 && <Screens diff={diff.data} base={baseChoice} />}
            {tab === 4 && <Answered asked={run}>{(found) => <RunTab run={found} wanted={step} setWanted={setStep} />}</Answered>}
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
              sending={sending?.left ?? null}
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
          {item.holder !== null && <span>{say(`${item.holder.name} 在看`, `${item.holder.name} is on it`)}</span>}
          <span className={link === 'open' ? 'soft' : 'due--soon'}>
            {link === 'open' ? say('● 已连接', '● connected') : say('○ 正在重新连接', '○ reconnecting')}
          </span>
          {lease.is === 'mine' && <LeaseClock until={lease.until} />}
          <span className="soft">{say('草稿已保存在本机', 'draft kept on this machine')}</span>
        </footer>
        {sending !== null && (
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
        <Dismiss
          open={dialog === 'dismiss'}
          close={() => setDialog(null)}
          finding={chosen}
          busy={marking.isPending}
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
          {lang === 'zh' ? `${unhandled(findings).length} 个问题未处理` : `${unhandled(findings).length} findings not handled`}
        </span>
      </div>
    </EyesProvider>
  )
}
const pickedFrom = (clause: Clause, chosen: FindingView | undefined) => {
  const ground = pickedGround(clause)
  const place = chosen === undefined ? undefined : placesOf(chosen.places)[0]
  return place?.kind === 'file'
    ? { ...ground, where: [{ file: place.file, line: place.line }] }
    : place?.kind === 'page'
      ? { ...ground, where: [{ page: place.page }] }
      : ground
}

function Head({
  item,
  changed,
  baseLabel,
}: {
  readonly item: ReviewItem
  readonly changed: readonly string[]
  readonly baseLabel: string | null
}) {
  const say = useSay()
  const { version, entity, risk } = item
  const eyes = useEyes()
  const icon = item.listing?.content.icon ?? null
  return (
    <div className="wb-head">
      <Icon src={icon === null ? null : (eyes?.picture(icon) ?? null)} name={version.program.name} />
      <div>
        <div className="row">
          <strong>{version.program.name}</strong> {version.label} <Platform of={version.program.platform} />
          <State state={version.state} name={version.stateName} />
          {version.round > 1 && <Tag>{say(`第 ${version.round} 轮`, `round ${version.round}`)}</Tag>}
          {version.expedited !== null && <Tag tone="warning">{say('加急', 'expedited')}</Tag>}
          {version.sha256 !== null && <Digest of={version.sha256} />}
          <Due at={version.progress.due} />
        </div>
        <div className="row small soft">
          <span>
            {entity.name} {entity.verified ? '✔' : say('（未核验）', '(not verified)')}
          </span>
          <span>{item.listing?.content.categories.join(' · ')}</span>
          {item.missingDocuments.length > 0 && <Tag tone="danger">{say('缺资质', 'documents missing')}</Tag>}
          <span>{baseLabel === null ? say('首次审核', 'first review') : say(`上次通过 ${baseLabel}`, `last approved ${baseLabel}`)}</span>
          {changed.length > 0 && <span>{say(`改动：${changed.join('，')}`, `changed: ${changed.join(', ')}`)}</span>}
        </div>
      </div>
      <span
        className="wb-risk"
        title={risk?.factors
          .filter((one) => one.points > 0)
          .map((one) => `${say(one.said)} ${one.points}/${one.of}`)
          .join('\n')}
      >
        <span className="small soft">{say('风险', 'risk')}</span> <Risk score={risk?.score ?? null} />
      </span>
    </div>
  )
}

function ItemList({ rows, here, loading }: { readonly rows: readonly QueueItem[]; readonly here: string; readonly loading: boolean }) {
  const say = useSay()
  const reason = useReasonName()
  const list = useRef<HTMLUListElement>(null)
  // biome-ignore lint/correctness/useExhaustiveDependencies: follows the item
  useEffect(() => list.current?.querySelector('[aria-current="true"]')?.scrollIntoView({ block: 'nearest' }), [here])
  if (loading) return <Loading />
  if (rows.length === 0) return <p className="soft wb-none">{say('没有任务。', 'No items.')}</p>
  return (
    <ul ref={list} className="wb-items">
      {rows.map((one) => (
        <li key={one.version}>
          <Link to={`/review/${one.version}`} aria-current={one.version === here}>
            <span className="row row--apart">
              <strong>
                {one.name} <span className="soft">{one.label}</span>
              </strong>
              <Risk score={one.score} />
            </span>
            <span className="row row--apart small">
              <Due at={one.due} />
              <span className="soft">{one.holder === null ? '' : one.holder.mine ? say('我', 'me') : one.holder.name}</span>
            </span>
            <span className="wb-chips">
              {one.expedited && <b>{say('加急', 'expedited')}</b>}
              {one.state === 'held' && <b>{say('待第二人', 'held')}</b>}
              {one.round > 1 && <b>{say(`第 ${one.round} 轮`, `round ${one.round}`)}</b>}
              {one.reasons.slice(0, 3).map((code) => (
                <span key={code}>{reason(code)}</span>
              ))}
            </span>
          </Link>
        </li>
      ))}
    </ul>
  )
}

function LeaseCard({
  lease,
  item,
  claim,
  busy,
  problem,
}: {
  readonly lease: LeaseState
  readonly item: ReviewItem
  readonly claim: () => void
  readonly busy: boolean
  readonly problem: Problem | undefined
}) {
  const say = useSay()
  if (lease.is === 'mine') return <ProblemBox problem={problem} />
  if (lease.is === 'lost')
    return (
      <Note tone="warning">
        <strong>{say('领取已到期', 'Your claim has ended')}</strong>
        <span>{say('草稿还在，重新领取后继续。', 'The draft is kept: claim it again to go on.')}</span>
        <Button small tone="primary" busy={busy} onClick={claim}>
          {say('重新领取', 'Claim again')}
        </Button>
        <ProblemBox problem={problem} />
      </Note>
    )
  if (lease.is === 'other') return null
  return item.version.state === 'awaiting-human' || item.version.state === 'in-human' ? (
    <div className="stack">
      <Button tone="primary" busy={busy} onClick={claim}>
        {say('领取这一项', 'Claim this item')} <kbd>C</kbd>
      </Button>
      <ProblemBox problem={problem} />
    </div>
  ) : (
    <Outside item={item} />
  )
}

/** What can be done about a version that no person reviews just now: stop its release, let it go on, take a postponed one up again. */
function Outside({ item }: { readonly item: ReviewItem }) {
  const say = useSay()
  const may = useMay()
  const stale = ['GET /api/review/items/:version', 'GET /api/review/items', 'GET /api/review/queues'] as const
  const stop = useAct('POST /api/review/items/:version/stop', { stale })
  const unstop = useAct('POST /api/review/items/:version/unstop', { stale })
  const resume = useAct('POST /api/review/items/:version/resumption', { stale })
  const [reason, setReason] = useState(NO_REASON)
  const { id, rv, state, gray } = item.version
  const params = { version: id }
  const stops = may('release.stop') && state === 'gray'
  const lets = may('release.stop') && state === 'approved' && gray.stopped
  return (
    <div className="stack">
      {(stops || lets) && (
        <>
          <Reason value={reason} set={setReason} />
          <Button
            tone={stops ? 'danger' : 'primary'}
            off={!given(reason)}
            busy={stop.isPending || unstop.isPending}
            onClick={() => (stops ? stop : unstop).mutate({ params, body: { rv, reason } })}
          >
            {stops
              ? say(`暂停灰度（现在 ${gray.percent}%）`, `Stop the release (at ${gray.percent}%)`)
              : say('允许继续发布', 'Let the release go on')}
          </Button>
        </>
      )}
      {state === 'postponed' && may('review.decide') && (
        <Button busy={resume.isPending} onClick={() => resume.mutate({ params, body: { rv } })}>
          {say('现在就继续审核', 'Take it up again now')}
        </Button>
      )}
      <ProblemBox problem={stop.error?.problem ?? unstop.error?.problem ?? resume.error?.problem} />
      <Note>
        {say(
          `这一项现在是「${item.version.stateName.zh}」，不在人工审核中。`,
          `This item is “${item.version.stateName.en}”: no person reviews it now.`,
        )}
      </Note>
    </div>
  )
}
function LeaseClock({ until }: { readonly until: number }) {
  const { say, lang } = useLook()
  const now = useNow(15_000)
  return (
    <span className={until - now < 120_000 ? 'due--soon' : 'soft'}>
      {say(`领取还有 ${spanText(until - now, lang)}`, `claim ends in ${spanText(until - now, lang)}`)}
    </span>
  )
}
/** How long one has been at it; a word when a break is due. */
function Shift() {
  const { say, lang } = useLook()
  const now = useNow(60_000)
  const [since, setSince] = useState(() => Number(sessionStorage.getItem('menshen.shift') ?? 0) || Date.now())
  useEffect(() => sessionStorage.setItem('menshen.shift', String(since)), [since])
  const tired = now - since > 50 * 60_000
  return (
    <button
      type="button"
      className={tired ? 'plain due--soon' : 'plain soft'}
      onClick={() => setSince(Date.now())}
      title={say('点击重新计时', 'Click to start anew')}
    >
      {tired
        ? say(`已连续 ${spanText(now - since, lang)}，休息一下`, `${spanText(now - since, lang)} on end: take a break`)
        : spanText(now - since, lang)}
    </button>
  )
}

function Notes({ item, add, busy }: { readonly item: ReviewItem; readonly add: (text: string) => void; readonly busy: boolean }) {
  const say = useSay()
  const [text, setText] = useState('')
  const [open, setOpen] = useState(false)
  return (
    <>
      <button type="button" className="plain" onClick={() => setOpen(true)}>
        {say('备注与消息', 'Notes and messages')} <span className="count">{item.notes.length + item.version.messages.length}</span>
      </button>
      <Modal open={open} close={() => setOpen(false)} title={say('备注与消息', 'Notes and messages')}>
        <ul className="list">
          {[...item.notes, ...item.version.messages.map((one) => ({ ...one, by: one.side }))]
            .sort((a, b) => a.at.localeCompare(b.at))
            .map((one) => (
              <li key={one.id}>
                <div className="soft small">
                  {one.by} {one.side === 'note' && <Tag>{say('内部', 'private')}</Tag>} <At at={one.at} />
                </div>
                <p className="pre">{one.text}</p>
              </li>
            ))}
        </ul>
        <Field label={say('内部备注（开发者看不到）', 'Private note (developers never see it)')}>
          <textarea className="wide" rows={3} value={text} onChange={(event) => setText(event.target.value)} />
        </Field>
        <div>
          <Button
            tone="primary"
            busy={busy}
            off={text.trim() === ''}
            onClick={() => {
              add(text)
              setText('')
            }}
          >
            {say('添加', 'Add')}
          </Button>
        </div>
      </Modal>
    </>
  )
}

function Help({ open, close }: { readonly open: boolean; readonly close: () => void }) {
  const say = useSay()
  return (
    <Modal open={open} close={close} title={say('全部按键', 'All keys')} wide>
      <ul className="wb-help">
        {KEYS.map((key) => (
          <li key={key.act}>
            <kbd>{capOf(key)}</kbd> {say(key.name)}
          </li>
        ))}
      </ul>
      <p className="soft small">
        {say(
          '在文字框里，单个按键就是文字；按 Esc 离开文字框。任何单个按键都不会发送决定。',
          'In text fields single keys are letters; Esc leaves them. No single key ever sends a decision.',
        )}
      </p>
    </Modal>
  )
}
function Palette({ open, close, act }: { readonly open: boolean; readonly close: () => void; readonly act: (act: Act) => void }) {
  const say = useSay()
  const [words, setWords] = useState('')
  const [at, setAt] = useState(0)
  useEffect(() => {
    if (open) {
      setWords('')
      setAt(0)
    }
  }, [open])
  const wanted = words.trim().toLowerCase()
  const found = KEYS.filter((key) => key.act !== 'palette' && `${key.name.zh} ${key.name.en} ${key.key}`.toLowerCase().includes(wanted))
  return (
    <Modal open={open} close={close} title={say('命令', 'Commands')}>
      <input
        className="choice wide"
        // biome-ignore lint/a11y/noAutofocus: the dialog was opened to type here
        autoFocus
        value={words}
        aria-label={say('查找命令', 'Find a command')}
        onChange={(event) => {
          setWords(event.target.value)
          setAt(0)
        }}
        onKeyDown={(event) => {
          if (event.key === 'ArrowDown') setAt(Math.min(found.length - 1, at + 1))
          else if (event.key === 'ArrowUp') setAt(Math.max(0, at - 1))
          else if (event.key === 'Enter') found[at] !== undefined && act(found[at].act)
          else return
          event.preventDefault()
        }}
      />
      <ul className="picker">
        {found.map((key, i) => (
          <li key={key.act}>
            <button type="button" aria-current={i === at} onClick={() => act(key.act)}>
              <span className="row row--apart">
                {say(key.name)} <kbd>{capOf(key)}</kbd>
              </span>
            </button>
          </li>
        ))}
      </ul>
    </Modal>
  )
}

const DISMISSALS: readonly (readonly [zh: string, en: string])[] = [
  ['代码没有被使用', 'the code is never reached'],
  ['误报：实际行为符合规则', 'false alarm: what it does keeps the rule'],
  ['有相应资质或授权', 'there is a document that allows it'],
  ['内容合规，词语是通常意义', 'harmless: the words are meant as usual'],
]
function Dismiss({
  open,
  close,
  finding,
  busy,
  send,
}: {
  readonly open: boolean
  readonly close: () => void
  readonly finding: FindingView | undefined
  readonly busy: boolean
  readonly send: (reason: string) => void
}) {
  const say = useSay()
  const [reason, setReason] = useState('')
  useEffect(() => {
    if (open) setReason('')
  }, [open])
  return (
    <Modal
      open={open}
      close={close}
      title={say('排除这个问题', 'Dismiss this finding')}
      acts={
        <Button tone="primary" busy={busy} off={reason.trim().length < 2} onClick={() => send(reason)}>
          {say('排除', 'Dismiss')}
        </Button>
      }
    >
      <p>{finding === undefined ? '' : say(finding.what)}</p>
      <div className="row">
        {DISMISSALS.map(([zh, en]) => (
          <Button key={en} small onClick={() => setReason(say(zh, en))}>
            {say(zh, en)}
          </Button>
        ))}
      </div>
      <textarea
        className="wide"
        rows={3}
        // biome-ignore lint/a11y/noAutofocus: the dialog was opened to type here
        autoFocus
        aria-label={say('原因', 'Reason')}
        placeholder={say('原因（必填，会留下记录）', 'Reason (needed; it is kept)')}
        value={reason}
        onChange={(event) => setReason(event.target.value)}
        onKeyDown={(event) => {
          if (event.key === 'Enter' && (event.ctrlKey || event.metaKey) && reason.trim().length >= 2) send(reason)
        }}
      />
    </Modal>
  )
}
function Why({
  open,
  close,
  title,
  busy,
  problem,
  send,
}: {
  readonly open: boolean
  readonly close: () => void
  readonly title: string
  readonly busy: boolean
  readonly problem: Problem | undefined
  readonly send: (why: string) => void
}) {
  const say = useSay()
  const [why, setWhy] = useState('')
  return (
    <Modal
      open={open}
      close={close}
      title={title}
      acts={
        <Button tone="primary" busy={busy} off={why.trim() === ''} onClick={() => send(why)}>
          {title}
        </Button>
      }
    >
      <textarea
        className="wide"
        rows={3}
        // biome-ignore lint/a11y/noAutofocus: the dialog was opened to type here
        autoFocus
        aria-label={say('原因', 'Reason')}
        placeholder={say('原因，给下一位审核员看', 'Why, for whoever takes it next')}
        value={why}
        onChange={(event) => setWhy(event.target.value)}
      />
      <ProblemBox problem={problem} />
    </Modal>
  )
}
function HandOver({
  open,
  close,
  busy,
  problem,
  send,
}: {
  readonly open: boolean
  readonly close: () => void
  readonly busy: boolean
  readonly problem: Problem | undefined
  readonly send: (to: string, text: string) => void
}) {
  const say = useSay()
  const roleName = useRoleName()
  const reviewers = useAsk('GET /api/review/reviewers', {}, { when: open })
  const [to, setTo] = useState('')
  const [text, setText] = useState('')
  return (
    <Modal
      open={open}
      close={close}
      title={say('转交他人', 'Hand it to somebody else')}
      acts={
        <Button tone="primary" busy={busy} off={to === ''} onClick={() => send(to, text)}>
          {say('转交', 'Hand over')}
        </Button>
      }
    >
      <Answered asked={reviewers} lines={1}>
        {(found) => (
          <Choice
            label={say('交给谁', 'To whom')}
            value={to}
            set={setTo}
            of={[
              ['', say('交给谁', 'To whom')],
              ...found.items.map((one) => [one.account, `${one.name} · ${roleName(one.role)} · ${one.holds}`] as const),
            ]}
          />
        )}
      </Answered>
      <textarea
        className="wide"
        rows={3}
        aria-label={say('说明', 'Note')}
        placeholder={say('说明', 'Note')}
        value={text}
        onChange={(event) => setText(event.target.value)}
      />
      <ProblemBox problem={problem} />
    </Modal>
  )
}

/** The page was about something that has changed since: what changed, and the way back with the draft kept. */
function Stale({ problem, item, back }: { readonly problem: Problem; readonly item: ReviewItem; readonly back: () => void }) {
  const say = useSay()
  const roleName = useRoleName()
  const now = problem.now
  return (
    <Page
      title={say('没有发送：这一项已经变了', 'Not sent: this item has changed')}
      under={`${item.version.program.name} ${item.version.label}`}
    >
      <Note tone="warning">
        <strong>{say(problem.said.title)}</strong>
        <span>{say(problem.said.detail)}</span>
      </Note>
      <table className="table">
        <thead>
          <tr>
            <th />
            <th>{say('你看到的', 'What you saw')}</th>
            <th>{say('现在', 'Now')}</th>
          </tr>
        </thead>
        <tbody>
          <tr>
            <td>{say('状态', 'State')}</td>
            <td>{say(item.version.stateName)}</td>
            <td>{now?.state ?? '—'}</td>
          </tr>
          <tr>
            <td>{say('行版本', 'Row version')}</td>
            <td>{item.version.rv}</td>
            <td>{now?.rv ?? '—'}</td>
          </tr>
          <tr>
            <td>{say('代码包', 'Bytes')}</td>
            <td>{item.version.sha256 === null ? '—' : <Digest of={item.version.sha256} />}</td>
            <td>{now?.sha256 == null ? '—' : <Digest of={now.sha256} />}</td>
          </tr>
        </tbody>
      </table>
      {(now?.changes?.length ?? 0) > 0 && (
        <div>
          <h2>{say('其间发生了什么', 'What happened meanwhile')}</h2>
          <ol className="steps">
            {now?.changes?.map((change) => (
              <li key={change.at + change.event}>
                <span>
                  <code>{change.event}</code> {change.from} → {change.to} <span className="soft small">{roleName(change.role)}</span>{' '}
                  <Ago at={change.at} />
                </span>
              </li>
            ))}
          </ol>
        </div>
      )}
      <p>{say('你的草稿保存在本机，重新打开后还在。', 'Your draft is kept on this machine and is there when you open it again.')}</p>
      <div className="acts">
        <Button tone="primary" onClick={back}>
          {say('重新打开这一项', 'Open it again')}
        </Button>
        <Link to="/review">{say('回到队列', 'Back to the queues')}</Link>
      </div>
    </Page>
  )
}
