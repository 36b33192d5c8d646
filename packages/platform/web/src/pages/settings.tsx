/** Settings of the review: which checks, how many samples, what a submission costs. One editor proposes, another confirms. */
import { useState } from 'react'
import type { Answer } from '../../../src/contract/index.ts'
import { Button, Field, Group, Line, ProblemBox, Tag, Tick } from '../parts/controls.tsx'
import { Ago, Answered, Card, Facts, Modal, Page } from '../parts/shapes.tsx'
import { useAct, useAsk } from '../wire/hooks.ts'
import { type Say, useSay } from '../words/look.tsx'
import { given, NO_REASON, Reason } from './checks.tsx'

type Setting = Answer<'GET /api/staff/settings'>['items'][number]
type Loose = Readonly<Record<string, unknown>>
const STALE = ['GET /api/staff/settings'] as const

/** A value of a setting in words. */
const rowsOf = (name: Setting['name'], value: unknown, say: Say): readonly (readonly [string, string])[] => {
  const one = (typeof value === 'object' && value !== null ? value : {}) as Loose
  const yes = (on: unknown) => (on === true ? say('开', 'on') : say('关', 'off'))
  const share = (n: unknown) => say(`每千个抽 ${String(n)} 个`, `${String(n)} of a thousand`)
  if (name === 'checks')
    return [
      [say('静态检查', 'The code'), say('总是', 'always')],
      [say('图文检查', 'Pictures'), yes(one['pictures'])],
      [
        say('运行检查', 'A run'),
        one['run'] === true ? say(`开，最多 ${String(one['runSeconds'])} 秒`, `on, ${String(one['runSeconds'])} s at most`) : yes(false),
      ],
      [say('相似度比对', 'Likeness to others'), yes(one['likeness'])],
    ]
  if (name === 'samples')
    return [
      [say('低风险', 'Low risk'), share(one['low'])],
      [say('中风险', 'Middle risk'), share(one['middle'])],
      [say('高风险', 'High risk'), say('全部由人看', 'all go to a person')],
    ]
  return value === null
    ? [[say('收费', 'Fee'), say('不收费', 'none')]]
    : [
        [say('每月免费', 'Free each month'), say(`${String(one['freePerMonth'])} 次`, String(one['freePerMonth']))],
        [say('之后每次', 'Each after that'), (Number(one['each']) / 100).toFixed(2)],
      ]
}

export function Settings() {
  const say = useSay()
  const asked = useAsk('GET /api/staff/settings', {})
  const [chosen, setChosen] = useState<Setting | null>(null)
  return (
    <Page
      title={say('审核设置', 'Settings of the review')}
      under={say(
        '一位规则编辑提出，另一位确认后生效，并记入日志。',
        'One editor proposes, another confirms; then it holds, and is logged.',
      )}
    >
      <Answered asked={asked}>
        {(found) =>
          found.items.map((one) => (
            <Card
              key={one.name}
              title={say(one.title)}
              acts={
                one.proposed === null && (
                  <Button small onClick={() => setChosen(one)}>
                    {say('改变…', 'Change…')}
                  </Button>
                )
              }
            >
              <Facts rows={rowsOf(one.name, one.value, say)} />
              {one.since !== null && (
                <span className="soft small">
                  {say('上次改变：', 'Last changed: ')}
                  <Ago at={one.since} />
                </span>
              )}
              {one.proposed !== null && <Proposed setting={one} />}
            </Card>
          ))
        }
      </Answered>
      {chosen !== null && <Change setting={chosen} close={() => setChosen(null)} />}
    </Page>
  )
}

function Proposed({ setting }: { readonly setting: Setting }) {
  const say = useSay()
  const act = useAct('POST /api/staff/settings/:setting/confirmation', { stale: STALE })
  const proposed = setting.proposed
  if (proposed === null) return null
  const answer = (agree: boolean) => act.mutate({ params: { setting: setting.name }, body: { proposal: proposed.id, agree } })
  return (
    <div className="note note--warning">
      <strong>
        {say('提议改为', 'Proposed')} <Tag>{proposed.by}</Tag>
      </strong>
      <Facts rows={rowsOf(setting.name, proposed.value, say)} />
      <span>{say(proposed.why)}</span>
      {proposed.mine ? (
        <span className="soft small">{say('由另一位规则编辑确认', 'another editor confirms it')}</span>
      ) : (
        <span className="acts">
          <Button small tone="primary" busy={act.isPending} onClick={() => answer(true)}>
            {say('同意', 'Agree')}
          </Button>
          <Button small onClick={() => answer(false)}>
            {say('不同意', 'Disagree')}
          </Button>
        </span>
      )}
      <ProblemBox problem={act.error?.problem} />
    </div>
  )
}

function Change({ setting, close }: { readonly setting: Setting; readonly close: () => void }) {
  const say = useSay()
  const value = (typeof setting.value === 'object' && setting.value !== null ? setting.value : {}) as Loose
  const [ticks, setTicks] = useState({
    pictures: value['pictures'] === true,
    run: value['run'] === true,
    likeness: value['likeness'] === true,
  })
  const [charged, setCharged] = useState(setting.value !== null)
  const [one, setOne] = useState(String(value['runSeconds'] ?? value['low'] ?? value['freePerMonth'] ?? ''))
  const [other, setOther] = useState(setting.name === 'fee' ? (Number(value['each'] ?? 0) / 100).toFixed(2) : String(value['middle'] ?? ''))
  const [why, setWhy] = useState(NO_REASON)
  const act = useAct('POST /api/staff/settings', { stale: STALE, done: close })
  const whole = (text: string, least: number, most: number): number | null => {
    const n = Number(text.trim())
    return /^\d+$/.test(text.trim()) && n >= least && n <= most ? n : null
  }
  const money = /^\d{1,5}(?:\.\d{1,2})?$/.test(other.trim()) ? Math.round(Number(other) * 100) : null
  const [first, second] = [
    whole(
      one,
      setting.name === 'checks' ? 5 : setting.name === 'fee' ? 0 : 1,
      setting.name === 'fee' ? 10_000 : setting.name === 'checks' ? 600 : 1000,
    ),
    whole(other, 1, 1000),
  ]
  const to =
    setting.name === 'checks'
      ? first === null
        ? null
        : { name: 'checks' as const, value: { ...ticks, runSeconds: first } }
      : setting.name === 'samples'
        ? first === null || second === null
          ? null
          : { name: 'samples' as const, value: { low: first, middle: second } }
        : !charged
          ? { name: 'fee' as const, value: null }
          : first === null || money === null
            ? null
            : { name: 'fee' as const, value: { freePerMonth: first, each: money } }
  return (
    <Modal
      open
      close={close}
      title={say(setting.title)}
      acts={
        <Button
          tone="primary"
          busy={act.isPending}
          off={to === null || !given(why)}
          onClick={() => to !== null && act.mutate({ body: { to, why } })}
        >
          {say('提出', 'Propose')}
        </Button>
      }
    >
      {setting.name === 'checks' && (
        <>
          <Group label={say('检查什么（静态检查总是进行）', 'What is checked (the code always is)')}>
            <Tick on={ticks.pictures} set={(pictures) => setTicks({ ...ticks, pictures })}>
              {say('图文检查', 'Pictures')}
            </Tick>
            <Tick on={ticks.run} set={(run) => setTicks({ ...ticks, run })}>
              {say('运行检查', 'A run')}
            </Tick>
            <Tick on={ticks.likeness} set={(likeness) => setTicks({ ...ticks, likeness })}>
              {say('相似度比对', 'Likeness to others')}
            </Tick>
          </Group>
          <Field label={say('运行最多几秒（5–600）', 'Seconds of a run at most (5–600)')}>
            <Line value={one} set={setOne} most={3} />
          </Field>
        </>
      )}
      {setting.name === 'samples' && (
        <div className="form--pair">
          <Field label={say('低风险：每千个抽几个（1–1000）', 'Low risk: of a thousand (1–1000)')}>
            <Line value={one} set={setOne} most={4} />
          </Field>
          <Field label={say('中风险：每千个抽几个（1–1000）', 'Middle risk: of a thousand (1–1000)')}>
            <Line value={other} set={setOther} most={4} />
          </Field>
        </div>
      )}
      {setting.name === 'fee' && (
        <>
          <Tick on={charged} set={setCharged}>
            {say('超出免费次数后收费', 'Charge above the free ones')}
          </Tick>
          {charged && (
            <div className="form--pair">
              <Field label={say('每月免费几次', 'Free each month')}>
                <Line value={one} set={setOne} most={5} />
              </Field>
              <Field label={say('之后每次收多少', 'Each after that')}>
                <Line value={other} set={setOther} most={8} />
              </Field>
            </div>
          )}
        </>
      )}
      <Reason value={why} set={setWhy} />
      <ProblemBox problem={act.error?.problem} />
    </Modal>
  )
}
