/** Handing a version to the review: what is new, what is declared, how to get in, and what became of the findings before. */
import { Link, useNavigate } from '@tanstack/react-router'
import { useEffect, useMemo, useState } from 'react'
import type { FindingView, Submission, TestAccount, Version } from '../../../src/contract/index.ts'
import { usePart } from '../frame/way.ts'
import { Button, Field, Group, Line, Lines, Note, ProblemBox, Radios, Tag, Tick, wrongAt } from '../parts/controls.tsx'
import { Answered, Card, Digest, Facts, Page } from '../parts/shapes.tsx'
import { newKey } from '../wire/client.ts'
import { useAct, useAsk } from '../wire/hooks.ts'
import { useLook, useSay } from '../words/look.tsx'
import { sentence } from '../words/sentence.ts'
import { Lacks } from './listing.tsx'

export function SubmitPage() {
  const say = useSay()
  const id = usePart('version')
  const asked = useAsk('GET /api/versions/:version', { params: { version: id } })
  return (
    <Answered asked={asked} lines={8}>
      {(version) =>
        version.may.includes('submit') ? (
          <Form version={version} />
        ) : (
          <Page title={say('提交审核', 'Submit for review')}>
            <Note>
              {say('这个版本现在不能提交：', 'This version cannot be submitted now: ')}
              {say(version.stateName)}
            </Note>
            <div>
              <Link to={`/versions/${id}`}>{say('回到版本', 'Back to the version')}</Link>
            </div>
          </Page>
        )
      }
    </Answered>
  )
}

type Answers = Readonly<Record<string, { readonly text: string; readonly fixed: boolean }>>
interface Draft {
  readonly changelog: string
  readonly declarations: { readonly userContent: boolean; readonly aiContent: boolean; readonly payments: boolean }
  readonly notUsed: string
  readonly answers: Answers
}

function Form({ version }: { readonly version: Version }) {
  const { say, lang } = useLook()
  const navigate = useNavigate()
  const program = version.program.id
  const params = { program }
  const listing = useAsk('GET /api/programs/:program/listing', { params })
  const quota = useAsk('GET /api/programs/:program', { params })
  const versions = useAsk('GET /api/programs/:program/versions', { params, query: { limit: 20 } })
  const before = useMemo(
    () => (versions.data?.items ?? []).filter((one) => one.state === 'rejected' && one.n < version.n).sort((a, b) => b.n - a.n)[0],
    [versions.data, version.n],
  )
  const waiting = (versions.data?.items ?? []).find(
    (one) => ['in-auto', 'auto-ok', 'awaiting-human', 'needs-info', 'postponed'].includes(one.state) && one.id !== version.id,
  )
  const refused = useAsk('GET /api/versions/:version', { params: { version: before?.id ?? '' } }, { when: before !== undefined })
  const open = (refused.data?.findings ?? []).filter((one) => one.setAside === null && one.mode !== 'shadow' && one.mark?.as !== 'dismiss')
  // Kept on this machine until it is sent; never the test account.
  const kept = `menshen.submission.${version.id}`
  const [draft, setDraft] = useState<Draft>(() => {
    try {
      const found = JSON.parse(localStorage.getItem(kept) ?? 'null') as Draft | null
      if (found !== null) return found
    } catch {
      // Nothing kept.
    }
    return {
      changelog: version.changelog,
      declarations: { userContent: false, aiContent: false, payments: false },
      notUsed: '',
      answers: {},
    }
  })
  useEffect(() => {
    try {
      localStorage.setItem(kept, JSON.stringify(draft))
    } catch {
      // Storage may be full or forbidden.
    }
  }, [draft, kept])
  const [account, setAccount] = useState<TestAccount>({ kind: 'none-needed' })
  const [replace, setReplace] = useState(false)
  const [key] = useState(newKey)
  const set = (change: Partial<Draft>) => setDraft((old) => ({ ...old, ...change }))
  const submit = useAct('POST /api/versions/:version/submission', {
    stale: ['GET /api/versions/:version', 'GET /api/programs/:program', 'GET /api/programs/:program/versions'],
    done: () => {
      localStorage.removeItem(kept)
      void navigate({ to: `/versions/${version.id}` })
    },
  })
  const problem = submit.error?.problem
  const lacks = (listing.data?.lacks ?? []).filter((one) => one.blocks)
  const left = quota.data?.quota.submissions
  const ready =
    listing.data !== undefined &&
    lacks.length === 0 &&
    left?.allowed !== false &&
    draft.changelog.trim().length >= 2 &&
    (account.kind === 'none-needed' || account.username !== '') &&
    (waiting === undefined || replace)
  const body = (): Submission => ({
    rv: version.rv,
    listing: listing.data?.rev ?? 1,
    changelog: draft.changelog,
    testAccount: account,
    declarations: {
      ...draft.declarations,
      privacyNotUsed: draft.notUsed
        .split('\n')
        .map((line) => line.trim())
        .filter(Boolean),
    },
    answers: open.flatMap((one) => {
      const given = draft.answers[one.id]
      if (given === undefined || (given.text.trim() === '' && !given.fixed)) return []
      return [
        {
          finding: one.id,
          fixed: given.fixed,
          text: given.text.trim() === '' ? say(`已在 ${version.label} 修复`, `Fixed in ${version.label}`) : given.text,
        },
      ]
    }),
    ...(replace ? { replace: true } : {}),
  })
  return (
    <Page
      title={say(`提交审核：${version.label}`, `Submit ${version.label} for review`)}
      under={
        <>
          {version.program.name} {version.sha256 !== null && <Digest of={version.sha256} />}
        </>
      }
    >
      <div className="two-thirds">
        <div className="stack">
          {waiting !== undefined && (
            <Note tone="warning">
              <strong>{say(`${waiting.label} 正在审核排队`, `${waiting.label} is waiting for review`)}</strong>
              <Tick on={replace} set={setReplace}>
                {say('用这个版本取代它', 'Let this one take its place')}
              </Tick>
            </Note>
          )}
          <Card title={say('更新说明', 'What is new')}>
            <Field label={say('写给审核员和用户', 'For the reviewer and for users')} needed error={wrongAt(problem, 'changelog', lang)}>
              <Lines value={draft.changelog} set={(changelog) => set({ changelog })} most={2000} />
            </Field>
          </Card>
          {before !== undefined && (
            <Card
              title={say(`上一轮 ${before.label} 的问题`, `What was found in ${before.label}`)}
              acts={
                <Tag tone={open.every((one) => draft.answers[one.id]?.fixed || draft.answers[one.id]?.text) ? 'success' : 'warning'}>
                  {open.filter((one) => draft.answers[one.id]?.fixed || draft.answers[one.id]?.text).length}/{open.length}
                </Tag>
              }
            >
              <p className="soft">
                {say('逐项说明，审核员会对照查看。', 'Say what became of each; the reviewer sees it beside the finding.')}
              </p>
              <Answered asked={refused}>
                {() => (
                  <ul className="list">
                    {open.map((finding) => (
                      <AnswerRow
                        key={finding.id}
                        finding={finding}
                        label={version.label}
                        given={draft.answers[finding.id] ?? { text: '', fixed: false }}
                        set={(given) => set({ answers: { ...draft.answers, [finding.id]: given } })}
                      />
                    ))}
                  </ul>
                )}
              </Answered>
            </Card>
          )}
          <Card title={say('声明', 'Declarations')}>
            <p className="soft">
              {say(
                '与代码和运行时的表现对照；不一致会由人查看。',
                'Compared with the code and with how it runs; what differs is looked at by a person.',
              )}
            </p>
            <div className="stack">
              {(
                [
                  ['userContent', say('用户可以发布内容', 'Users can publish content')],
                  ['aiContent', say('提供由人工智能生成的内容', 'It offers content made by artificial intelligence')],
                  ['payments', say('涉及支付', 'It takes payments')],
                ] as const
              ).map(([id, name]) => (
                <Tick key={id} on={draft.declarations[id]} set={(on) => set({ declarations: { ...draft.declarations, [id]: on } })}>
                  {name}
                </Tick>
              ))}
            </div>
            <Field
              label={say(
                '代码里有接口但实际不使用的个人信息（每行一项）',
                'Personal data the code has an interface for but never uses (one a line)',
              )}
            >
              <Lines value={draft.notUsed} set={(notUsed) => set({ notUsed })} rows={2} />
            </Field>
          </Card>
          <Card title={say('测试账号', 'Test account')}>
            <p className="soft">
              {say(
                '加密保存，只有领取审核的人能看，每次查看都有记录。',
                'Kept encrypted; only the reviewer who holds the item sees it, and every look is logged.',
              )}
            </p>
            <Group label={say('登录方式', 'How one gets in')} error={wrongAt(problem, 'testAccount', lang)}>
              <Radios
                value={account.kind}
                set={(kind) =>
                  setAccount(
                    kind === 'none-needed'
                      ? { kind, ...(account.notes === undefined ? {} : { notes: account.notes }) }
                      : kind === 'password'
                        ? { kind, username: '', password: '' }
                        : { kind, username: '', code: '' },
                  )
                }
                of={[
                  ['none-needed', say('不需要登录', 'No sign-in needed')],
                  ['password', say('账号和密码', 'Name and password')],
                  ['phone-code', say('手机号和固定验证码', 'Telephone and a fixed code')],
                ]}
              />
            </Group>
            {account.kind === 'password' && (
              <div className="form--pair">
                <Field label={say('账号', 'Name')} needed>
                  <Line value={account.username} set={(username) => setAccount({ ...account, username })} />
                </Field>
                <Field label={say('密码', 'Password')} needed>
                  <Line value={account.password} set={(password) => setAccount({ ...account, password })} />
                </Field>
              </div>
            )}
            {account.kind === 'phone-code' && (
              <div className="form--pair">
                <Field label={say('手机号', 'Telephone')} needed>
                  <Line value={account.username} set={(username) => setAccount({ ...account, username })} kind="tel" />
                </Field>
                <Field label={say('固定验证码', 'Fixed code')} needed>
                  <Line value={account.code} set={(code) => setAccount({ ...account, code })} />
                </Field>
              </div>
            )}
            <Field label={say('给审核员的说明', 'Notes for the reviewer')}>
              <Lines
                value={account.notes ?? ''}
                set={(notes) => setAccount({ ...account, ...(notes === '' ? { notes: undefined } : { notes }) } as TestAccount)}
                rows={2}
                most={2000}
              />
            </Field>
          </Card>
        </div>
        <div className="stack stay">
          <Card title={say('提交', 'Submit')}>
            <Answered asked={listing} lines={2}>
              {(view) => (
                <>
                  <Lacks lacks={view.lacks} />
                  {view.lacks.length > 0 && <Link to={`/programs/${program}/listing`}>{say('去补齐资料', 'Complete the listing')}</Link>}
                </>
              )}
            </Answered>
            {left !== undefined && (
              <Facts
                rows={[
                  [say('本期还可提交', 'Submissions left'), String(left.left)],
                  left.allowed || left.why === null ? null : [say('原因', 'Why'), say(left.why)],
                ]}
              />
            )}
            <ProblemBox problem={problem} shown={['changelog']} />
            <div>
              <Button
                tone="primary"
                busy={submit.isPending}
                off={!ready}
                onClick={() => submit.mutate({ params: { version: version.id }, body: body(), key })}
              >
                {say('提交审核', 'Submit for review')}
              </Button>
            </div>
            <span className="soft small">
              {say(
                '机器审核一般几分钟内完成；需要人看的，在 1 个工作日内决定。',
                'Automated checks take some minutes; what a person has to see is decided within one working day.',
              )}
            </span>
          </Card>
        </div>
      </div>
    </Page>
  )
}

function AnswerRow({
  finding,
  label,
  given,
  set,
}: {
  readonly finding: FindingView
  readonly label: string
  readonly given: { readonly text: string; readonly fixed: boolean }
  readonly set: (given: { text: string; fixed: boolean }) => void
}) {
  const say = useSay()
  return (
    <li className="stack">
      <div>
        <strong>{sentence(say(finding.what))}</strong>{' '}
        {finding.clauses.map((clause) => (
          <code key={clause.id}>{clause.id} </code>
        ))}
      </div>
      <Tick on={given.fixed} set={(fixed) => set({ ...given, fixed })}>
        {say(`已在 ${label} 修复`, `Fixed in ${label}`)}
      </Tick>
      <Lines
        value={given.text}
        set={(text) => set({ ...given, text })}
        rows={1}
        most={2000}
        label={given.fixed ? say('怎么修的', 'How it was mended') : say('为什么没有修', 'Why it was not')}
        placeholder={given.fixed ? say('怎么修的（可不填）', 'How (may be empty)') : say('如果没有修，为什么', 'If not: why')}
      />
    </li>
  )
}
