/** The workbench: one item on one screen, every key of it, and a decision that is bound to the bytes that were looked at. */
import { keepPreviousData, useQuery, useQueryClient } from '@tanstack/react-query'
import { Link, useNavigate } from '@tanstack/react-router'
import { useCallback, useEffect, useMemo, useRef, useState } from 'react'
import type { Answer, Clause, FindingView, Problem, ReviewItem } from '../../../src/contract/index.ts'
import { Tools } from '../frame/frame.tsx'
import { usePart } from '../frame/way.ts'
import { Button, Choice, Note, ProblemBox } from '../parts/controls.tsx'
import { EyesProvider } from '../parts/evidence.tsx'
import { placesOf, witnessOf } from '../parts/places.ts'
import { Answered, Loading, Page, useToast } from '../parts/shapes.tsx'
import { call, Refused } from '../wire/client.ts'
import { keyOf, useAct, useAsk, useEvents, useHere, useMay } from '../wire/hooks.ts'
import { useLook, useSay } from '../words/look.tsx'
import { CodeTab, filesOf } from './code.tsx'
import type { CodeHandle } from './code-view.tsx'
import { DecisionPanel } from './decision.tsx'
import { Dismiss, HandOver, Help, Notes, Palette, Stale, Why } from './dialogs.tsx'
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
import { Head, ItemList, LeaseCard, LeaseClock, Shift } from './edges.tsx'
import { FindingsTab, ordered } from './findings.tsx'
import { type Act, actOf, TABS } from './keys.ts'
import { useLease } from './lease.ts'
import { RunTab } from './run.tsx'
import { UNDO, useSending } from './sending.ts'
import { DocumentsTab, HistoryTab, ListingTab, Privacy, Screens, Summary, useChanges } from './tabs.tsx'
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

interface Ticket {
  readonly origin: string
  readonly ticket: string
}

/** Opens the pictures of a version for some minutes, again and again while the page is open. */
const useTicket = (version: string | null): Ticket | undefined =>
  useQuery<Ticket, Refused>({
    queryKey: ['ticket', version],
    queryFn: () => call('POST /api/review/items/:version/ticket', { params: { version: version ?? '' } } as never) as Promise<Ticket>,
    enabled: version !== null,
    staleTime: 4 * 60_000,
    refetchInterval: 4 * 60_000,
    retry: false,
  }).data

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
  // The header names what was last approved by a person, whatever is compared just now.
  const sinceApproved = useAsk('GET /api/review/items/:version/diff', { params, query: { base: 'approved' } }, { good: 600_000 })
  const files = useAsk('GET /api/review/items/:version/files', { params }, { good: 600_000, when: everything || tab === 5 })
  const run = useAsk('GET /api/review/items/:version/run', { params }, { good: 600_000 })
  const ticket = useTicket(id)
  const compared = diff.data?.base?.version ?? null
  const oldTicket = useTicket(compared)
  const eyes = useMemo(
    () => ({
      version: id,
      as: 'staff' as const,
      blur,
      picture: (picture: string, before = false) => {
        const given = before ? oldTicket : ticket
        return given === undefined ? null : `${given.origin}/e/${encodeURIComponent(given.ticket)}/${picture}`
      },
    }),
    [id, blur, ticket, oldTicket],
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
  const [refusal, setRefusal] = useState<Refused | null>(null)
  const deliver = async (key: string) => {
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
  const sending = useSending(deliver)
  const send = () => {
    setRefusal(null)
    if (!holds || sending.left !== null) return
    const lacking = lackingIn(draft, version.findings)
    if (lacking.length > 0) return toast(say(lacking[0]!.what), 'warning')
    sending.begin()
  }
  const undo = () => {
    if (!sending.undo()) return
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
          <Head
            item={item}
            changed={sinceApproved.data === undefined ? [] : changes(sinceApproved.data)}
            baseLabel={sinceApproved.data?.base?.label ?? null}
          />
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
          {item.holder !== null && <span>{say(`${item.holder.name} 在看`, `${item.holder.name} is on it`)}</span>}
          <span className={link === 'open' ? 'soft' : 'due--soon'}>
            {link === 'open' ? say('● 已连接', '● connected') : say('○ 正在重新连接', '○ reconnecting')}
          </span>
          {lease.is === 'mine' && <LeaseClock until={lease.until} />}
          <span className="soft">{say('草稿已保存在本机', 'draft kept on this machine')}</span>
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
