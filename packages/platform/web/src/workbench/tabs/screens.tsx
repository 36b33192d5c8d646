import { type ReactNode, useState } from 'react'
import type { Diff } from '../../../../src/contract/index.ts'
import { Choice, Tag } from '../../parts/controls.tsx'
import { Shot, useEyes } from '../../parts/evidence.tsx'
import { Empty } from '../../parts/shapes.tsx'
import { useSay } from '../../words/look.tsx'
export function Screens({ diff, base }: { readonly diff: Diff | undefined; readonly base: ReactNode }) {
  const say = useSay()
  const eyes = useEyes()
  const [chosen, setChosen] = useState(0)
  const [mode, setMode] = useState<'side' | 'over' | 'difference'>('side')
  const [share, setShare] = useState(50)
  const [only, setOnly] = useState(false)
  if (diff === undefined) return <p className="soft">…</p>
  const screens = only ? diff.screens.filter((one) => one.changed) : diff.screens
  if (diff.screens.length === 0)
    return <Empty>{say('没有画面：程序没有运行，或者没有页面打开。', 'No screens: it was not run, or no page opened.')}</Empty>
  const screen = screens[Math.min(chosen, screens.length - 1)]
  const [before, after] = [screen?.before ?? null, screen?.after ?? null]
  const urls = [
    before === null ? null : (eyes?.picture(before, true) ?? null),
    after === null ? null : (eyes?.picture(after) ?? null),
  ] as const
  return (
    <div className="stack">
      <div className="row row--apart">
        {base}
        <span className="row">
          <label className="small">
            <input type="checkbox" checked={only} onChange={(event) => setOnly(event.target.checked)} />{' '}
            {say('只看有变化的', 'changed only')}
          </label>
          <Choice
            label={say('显示方式', 'How')}
            value={mode}
            set={setMode}
            of={[
              ['side', say('并排', 'side by side')],
              ['over', say('叠放', 'overlay')],
              ['difference', say('像素差异', 'difference')],
            ]}
          />
        </span>
      </div>
      <div className="pages-strip" role="tablist" aria-label={say('页面', 'Pages')}>
        {screens.map((one, i) => (
          <button key={one.page} type="button" role="tab" aria-selected={one === screen} onClick={() => setChosen(i)}>
            {one.page}{' '}
            {one.before === null ? (
              <Tag tone="success">{say('新增', 'new')}</Tag>
            ) : one.after === null ? (
              <Tag tone="danger">{say('消失', 'gone')}</Tag>
            ) : (
              one.changed && <Tag tone="warning">{say('有变化', 'changed')}</Tag>
            )}
          </button>
        ))}
      </div>
      {screen !== undefined &&
        (mode === 'side' || urls[0] === null || urls[1] === null ? (
          <div className="side-by-side">
            {(
              [
                [before, say('之前', 'before'), true],
                [after, say('现在', 'now'), false],
              ] as const
            ).map(([sha256, name, old]) => (
              <div key={name}>
                <h3 className="small soft">{name}</h3>
                {sha256 === null ? (
                  <p className="soft">{say('没有这个页面', 'no such page')}</p>
                ) : (
                  <Shot sha256={sha256} label={`${screen.page} · ${name}`} before={old} />
                )}
              </div>
            ))}
          </div>
        ) : (
          <div className="stack">
            {mode === 'over' && (
              <input
                type="range"
                min={0}
                max={100}
                value={share}
                onChange={(event) => setShare(Number(event.target.value))}
                aria-label={say('新旧比例', 'Old to new')}
              />
            )}
            <span className={`overlay overlay--${mode}${eyes?.blur === true ? ' overlay--blur' : ''}`}>
              <img src={urls[0]} alt={say('之前', 'before')} />
              <img src={urls[1]} alt={say('现在', 'now')} style={mode === 'over' ? { opacity: share / 100 } : {}} />
            </span>
            {eyes?.blur === true && <span className="soft small">{say('按 b 关闭模糊', 'Press b to end the blur')}</span>}
          </div>
        ))}
    </div>
  )
}
