/** Modes of rules: what is tried out, what warns and what blocks; two people for each change. */
import { useState } from 'react'
import type { RuleRow, Text } from '../../../src/contract/index.ts'
import { Button, Choice, Field, Line, ProblemBox, Tag, type Tone } from '../parts/controls.tsx'
import { Ago, Answered, Card, Empty, Modal, Page } from '../parts/shapes.tsx'
import { Table } from '../parts/table.tsx'
import { useAct, useAsk } from '../wire/hooks.ts'
import { useSay } from '../words/look.tsx'
import { given, NO_REASON, Reason } from './checks.tsx'

type Mode = RuleRow['mode']
const MODE_TONES: Readonly<Record<Mode, Tone>> = { off: 'default', shadow: 'primary', warn: 'warning', block: 'danger' }
const MODE_NAMES: Readonly<Record<Mode, Text>> = {
  off: { zh: '关闭', en: 'off' },
  shadow: { zh: '试运行', en: 'shadow' },
  warn: { zh: '提示', en: 'warn' },
  block: { zh: '阻断', en: 'block' },
}
const useModeName = () => {
  const say = useSay()
  return (mode: Mode) => say(MODE_NAMES[mode])
}

export function RuleModes() {
  const say = useSay()
  const modeName = useModeName()
  const [words, setWords] = useState('')
  const [shown, setShown] = useState<'' | Mode | 'proposed'>('')
  const [chosen, setChosen] = useState<RuleRow | null>(null)
  const asked = useAsk('GET /api/staff/rules', {})
  const matches = (rule: RuleRow) =>
    (shown === '' || (shown === 'proposed' ? rule.proposed !== null : rule.mode === shown)) &&
    `${rule.rule} ${rule.title?.zh ?? ''} ${rule.title?.en ?? ''}`.toLowerCase().includes(words.trim().toLowerCase())
  return (
    <Page
      wide
      title={say('规则模式', 'Modes of the rules')}
      under={say(
        '新规则先试运行，看会影响多少小程序，再提示或阻断。改动由第二位规则编辑确认。',
        'A new rule runs in shadow first; only then does it warn or block. A second editor confirms each change.',
      )}
    >
      <div className="searching">
        <Line value={words} set={setWords} kind="search" placeholder={say('查找规则', 'Find a rule')} />
        <Choice
          value={shown}
          set={setShown}
          label={say('模式', 'Mode')}
          of={[
            ['', say('全部', 'All')],
            ['proposed', say('待确认', 'proposed')],
            ...(['block', 'warn', 'shadow', 'off'] as const).map((mode) => [mode, modeName(mode)] as const),
          ]}
        />
      </div>
      <Card>
        <Answered asked={asked} lines={8}>
          {(found) => {
            const rows = found.items.filter(matches)
            return rows.length === 0 ? (
              <Empty>{say('没有符合的规则。', 'No rule matches.')}</Empty>
            ) : (
              <Table>
                <thead>
                  <tr>
                    <th>{say('规则', 'Rule')}</th>
                    <th>{say('模式', 'Mode')}</th>
                    <th>{say('提议', 'Proposed')}</th>
                    <th />
                  </tr>
                </thead>
                <tbody>
                  {rows.map((rule) => (
                    <tr key={rule.rule}>
                      <td>
                        <strong>{rule.title === null ? rule.rule : say(rule.title)}</strong>
                        <div className="small soft">
                          <code>{rule.rule}</code>
                        </div>
                      </td>
                      <td>
                        <Tag tone={MODE_TONES[rule.mode]}>{modeName(rule.mode)}</Tag>
                        {rule.since !== null && (
                          <div className="small soft">
                            <Ago at={rule.since} />
                          </div>
                        )}
                      </td>
                      <td>{rule.proposed === null ? <span className="soft">—</span> : <Proposal rule={rule} />}</td>
                      <td className="right">
                        <Button small onClick={() => setChosen(rule)}>
                          {say('改变…', 'Change…')}
                        </Button>
                      </td>
                    </tr>
                  ))}
                </tbody>
              </Table>
            )
          }}
        </Answered>
      </Card>
      {chosen !== null && <Propose rule={chosen} close={() => setChosen(null)} />}
    </Page>
  )
}
function Propose({ rule, close }: { readonly rule: RuleRow; readonly close: () => void }) {
  const say = useSay()
  const modeName = useModeName()
  const [mode, setMode] = useState<Mode>(rule.mode)
  const [why, setWhy] = useState(NO_REASON)
  const act = useAct('POST /api/staff/rules/:rule', { stale: ['GET /api/staff/rules'], done: close })
  return (
    <Modal
      open
      close={close}
      title={rule.title === null ? rule.rule : say(rule.title)}
      acts={
        <Button
          tone="primary"
          busy={act.isPending}
          off={mode === rule.mode || !given(why)}
          onClick={() => act.mutate({ params: { rule: rule.rule }, body: { mode, why } })}
        >
          {say('提出', 'Propose')}
        </Button>
      }
    >
      <Field label={say('新模式', 'New mode')}>
        <Choice value={mode} set={setMode} of={(['off', 'shadow', 'warn', 'block'] as const).map((one) => [one, modeName(one)] as const)} />
      </Field>
      <Reason value={why} set={setWhy} />
      <ProblemBox problem={act.error?.problem} />
    </Modal>
  )
}
function Proposal({ rule }: { readonly rule: RuleRow }) {
  const say = useSay()
  const modeName = useModeName()
  const act = useAct('POST /api/staff/rules/:rule/confirmation', { stale: ['GET /api/staff/rules'] })
  const proposed = rule.proposed
  if (proposed === null) return null
  const answer = (agree: boolean) => act.mutate({ params: { rule: rule.rule }, body: { proposal: proposed.id, agree } })
  return (
    <div className="stack">
      <span>
        → <Tag tone={MODE_TONES[proposed.mode]}>{modeName(proposed.mode)}</Tag> <span className="small soft">{proposed.by}</span>
      </span>
      <span className="small">{say(proposed.why)}</span>
      {proposed.mine ? (
        <span className="small soft">{say('由另一位规则编辑确认', 'another editor confirms it')}</span>
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
